import { PanelBuilder as BarGaugePanel } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  BarGaugeDisplayMode,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  FieldColorBuilder,
  FieldColorModeId,
  type Panel,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  type ValueMapping,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatPanel } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TablePanel } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeseriesPanel } from '@grafana/grafana-foundation-sdk/timeseries';
import type { PanelSpec, Step } from './panel-spec.ts';

/** Chosen on the dashboard, so that one file serves every installation. */
const datasource = { type: 'prometheus', uid: '${datasource}' };

type Place = { readonly id: number; readonly x: number; readonly y: number };

/** The panel as Grafana reads it, at this place of the grid. */
export function buildPanel(spec: PanelSpec, { id, x, y }: Place): Panel {
  const panel = panelOf(spec)
    .id(id)
    .title(spec.title)
    .description(spec.description)
    .datasource(datasource)
    .gridPos({ x, y, w: spec.width, h: spec.height })
    .unit(spec.unit)
    .noValue(spec.kind === 'list' ? 'nothing' : 'no data');
  if (spec.min !== undefined) panel.min(spec.min);
  if (spec.max !== undefined) panel.max(spec.max);
  if (spec.decimals !== undefined) panel.decimals(spec.decimals);
  if (spec.steps !== undefined) panel.thresholds(thresholdsOf(spec.steps));
  if (spec.words !== undefined) panel.mappings(mappingsOf(spec.words));
  const isNow = spec.kind !== 'trend';
  spec.queries.forEach(({ expr, legend }, index) => {
    const query = new DataqueryBuilder()
      .expr(expr)
      .refId(String.fromCharCode(65 + index))
      .legendFormat(legend);
    if (isNow) query.instant();
    else query.range();
    if (spec.exemplars === true) query.exemplar(true);
    if (spec.kind === 'list') query.format(PromQueryFormat.Table);
    panel.withTarget(query);
  });
  return panel.build();
}

function panelOf(spec: PanelSpec) {
  const last = new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false);
  const byThreshold = new FieldColorBuilder().mode(FieldColorModeId.Thresholds);
  switch (spec.kind) {
    case 'status':
      return new StatPanel()
        .colorScheme(byThreshold)
        .colorMode(BigValueColorMode.BackgroundSolid)
        .graphMode(BigValueGraphMode.None)
        .textMode(
          spec.queries.length > 1 || spec.queries[0]?.legend !== ''
            ? BigValueTextMode.ValueAndName
            : BigValueTextMode.Value,
        )
        .reduceOptions(last);
    case 'ranking':
      return new BarGaugePanel()
        .colorScheme(byThreshold)
        .displayMode(BarGaugeDisplayMode.Basic)
        .orientation(VizOrientation.Horizontal)
        .reduceOptions(last);
    case 'list':
      return new TablePanel();
    case 'trend':
      return trendPanel(spec);
  }
}

function trendPanel({ stacked, steps }: PanelSpec) {
  const panel = new TimeseriesPanel()
    .lineWidth(1)
    .fillOpacity(stacked === true ? 30 : 5)
    .showPoints(VisibilityMode.Never)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .calcs([]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi));
  if (stacked === true) panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  // Where a limit stands, it is drawn.
  if (steps !== undefined) {
    panel.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  }
  return panel;
}

const thresholdsOf = (steps: readonly Step[]) =>
  new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(steps.map(({ from, colour }) => ({ value: from, color: colour })));

function mappingsOf(words: Readonly<Record<string, string>>): ValueMapping[] {
  const options = Object.entries(words).map(([value, text], index) => [value, { text, index }] as const);
  return [{ type: 'value', options: Object.fromEntries(options) } as ValueMapping];
}
