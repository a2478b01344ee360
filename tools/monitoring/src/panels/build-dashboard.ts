import {
  AnnotationQueryBuilder,
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  type Panel,
  type RowPanel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { buildPanel } from './build-panel.ts';
import type { DashboardSpec } from './panel-spec.ts';

const GRID_COLUMNS = 24;
const TAG = 'mlmcsc';

/** When another version began to run. */
const VERSIONS =
  'count by (version) (mlmcsc_build_info) unless count by (version) (mlmcsc_build_info offset 5m)';

/** The dashboard as Grafana reads it: rows from above, panels from the left. */
export function buildDashboard(spec: DashboardSpec): Dashboard {
  const dashboard = new DashboardBuilder(`MLMCSC / ${spec.title}`)
    .uid(spec.uid)
    .description(spec.description)
    .tags([TAG])
    .timezone('browser')
    .readonly()
    .refresh('30s')
    .time({ from: spec.from, to: 'now' })
    .tooltip(DashboardCursorSync.Crosshair)
    .withVariable(new DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'))
    .link(
      new DashboardLinkBuilder('Dashboards')
        .type(DashboardLinkType.Dashboards)
        .tags([TAG])
        .asDropdown(true)
        .keepTime(true)
        .includeVars(true),
    )
    .annotation(
      new AnnotationQueryBuilder()
        .name('version')
        .datasource({ type: 'prometheus', uid: '${datasource}' })
        .enable(true)
        .iconColor('purple')
        .expr(VERSIONS)
        .titleFormat('{{version}}'),
    )
    .build();
  dashboard.panels = placePanels(spec);
  return dashboard;
}

/** @throws RangeError when panels of a row do not fill whole lines of the grid */
function placePanels({ uid, rows }: DashboardSpec): (Panel | RowPanel)[] {
  const placed: (Panel | RowPanel)[] = [];
  let y = 0;
  for (const { title, panels } of rows) {
    placed.push({
      ...{ id: placed.length + 1, type: 'row', title, collapsed: false, panels: [] },
      gridPos: { x: 0, y, w: GRID_COLUMNS, h: 1 },
    });
    y += 1;
    let x = 0;
    let height = 0;
    for (const panel of panels) {
      if (x + panel.width > GRID_COLUMNS)
        throw new RangeError(`${uid}: ${panel.title} does not fit into its line`);
      placed.push(buildPanel(panel, { id: placed.length + 1, x, y }));
      x += panel.width;
      height = Math.max(height, panel.height);
      if (x < GRID_COLUMNS) continue;
      y += height;
      x = 0;
      height = 0;
    }
    y += height;
  }
  return placed;
}
