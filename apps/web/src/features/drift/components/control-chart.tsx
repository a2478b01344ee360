import { Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { DriftChart } from '@mlmcsc/contracts';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { chartReach, describeChart, figure } from '../drift-text.ts';
import { text } from '../texts/text.ts';
import classes from './drift.module.css';

const HEIGHT = 240;
const MARGIN = { top: 14, right: 14, bottom: 30, left: 52 };

/** What the control chart plots, between its limits. */
export function ControlChart({ chart }: { chart: DriftChart }) {
  const { ref, width } = useElementSize();
  const description = describeChart(chart);
  const { stability } = chart;
  return (
    <Stack gap={6}>
      {chart.points.length > 0 && chart.limit !== null && (
        <div ref={ref} style={{ minHeight: HEIGHT }}>
          {width > 0 && <Picture chart={chart} limit={chart.limit} width={width} description={description} />}
        </div>
      )}
      <Text size="sm" c="dimmed">
        {description}
      </Text>
      {stability !== null && (
        <Text size="sm" c="dimmed">
          {fill(text.stabilityIndexOfThe, {
            index: formatNumber(stability.index, 2),
            threshold: formatNumber(stability.threshold, 2),
          })}
        </Text>
      )}
    </Stack>
  );
}

function Picture(props: { chart: DriftChart; limit: number; width: number; description: string }) {
  const { chart, limit, width } = props;
  const { points } = chart;
  const reach = chartReach(chart);
  const right = width - MARGIN.right;
  const x = (index: number) =>
    MARGIN.left + (points.length < 2 ? 0.5 : index / (points.length - 1)) * (right - MARGIN.left);
  const y = (plotted: number) =>
    MARGIN.top + ((reach - plotted) / (2 * reach)) * (HEIGHT - MARGIN.bottom - MARGIN.top);
  const line = points
    .map(({ plotted }, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(plotted).toFixed(1)}`)
    .join('');
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="img"
      aria-label={props.description}
      data-testid="control-chart"
    >
      {[limit, 0, -limit].map((level) => (
        <g key={level}>
          <line
            className={level === 0 ? classes.zero : classes.limit}
            x1={MARGIN.left}
            x2={right}
            y1={y(level)}
            y2={y(level)}
          />
          <text
            className={classes.tick}
            x={MARGIN.left - 8}
            y={y(level)}
            textAnchor="end"
            dominantBaseline="middle"
          >
            {level === 0 ? text.usual : formatNumber(level, 2)}
          </text>
        </g>
      ))}
      <path className={classes.line} d={line} />
      {points.map((point, i) =>
        Math.abs(point.plotted) > limit ? (
          <circle key={point.analysis_id} className={classes.beyond} cx={x(i)} cy={y(point.plotted)} r={2.6}>
            <title>{`${formatInstant(point.at)}: ${figure(chart, point.value)}`}</title>
          </circle>
        ) : null,
      )}
      <text className={classes.tick} x={MARGIN.left} y={HEIGHT - 8}>
        {formatInstant(points[0]?.at)}
      </text>
      {width > 420 && (
        <text className={classes.tick} x={right} y={HEIGHT - 8} textAnchor="end">
          {formatInstant(points.at(-1)?.at)}
        </text>
      )}
    </svg>
  );
}
