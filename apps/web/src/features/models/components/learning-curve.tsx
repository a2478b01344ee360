import { Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { LearningStatus } from '@mlmcsc/contracts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { describeCurve, errorTicks, labelTicks } from '../curve-scale.ts';
import { text } from '../texts/text.ts';
import classes from './learning-curve.module.css';

const HEIGHT = 260;
const MARGIN = { top: 14, right: 14, bottom: 40, left: 46 };

/** Error of each prediction made before learning, and the mean of the last 20. */
export function LearningCurve({ curve }: { curve: LearningStatus['curve'] }) {
  const { ref, width } = useElementSize();
  const description = describeCurve(curve);
  return (
    <Stack gap={6}>
      <div ref={ref} style={{ minHeight: HEIGHT }}>
        {width > 0 && <Chart curve={curve} width={width} description={description} />}
      </div>
      <div className={classes.legend} aria-hidden>
        <span>
          {rich(text.errorOfOnePrediction, {
            svg: (
              <svg width="12" height="12" aria-hidden="true">
                <circle className={classes.point} cx="6" cy="6" r="4" />
              </svg>
            ),
          })}
        </span>
        <span>
          {rich(text.meanOfTheLast, {
            svg: (
              <svg width="24" height="12" aria-hidden="true">
                <path className={classes.line} d="M0 6H24" />
              </svg>
            ),
          })}
        </span>
      </div>
      <Text size="sm" c="dimmed">
        {description}
      </Text>
    </Stack>
  );
}

interface ChartProps {
  curve: LearningStatus['curve'];
  width: number;
  description: string;
}

function Chart({ curve, width, description }: ChartProps) {
  const first = curve[0]?.label_number ?? 1;
  const last = curve.at(-1)?.label_number ?? 1;
  const { max, ticks } = errorTicks(Math.max(0, ...curve.map((point) => point.absolute_error)));
  const x = (labelNumber: number) =>
    MARGIN.left +
    (width - MARGIN.left - MARGIN.right) * (last === first ? 0.5 : (labelNumber - first) / (last - first));
  const y = (error: number) => HEIGHT - MARGIN.bottom - (HEIGHT - MARGIN.top - MARGIN.bottom) * (error / max);
  const line = curve
    .map((point, index) => {
      const command = index === 0 ? 'M' : 'L';
      return `${command}${x(point.label_number).toFixed(1)} ${y(point.mean_error_last_20).toFixed(1)}`;
    })
    .join('');
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="img"
      aria-label={fill(text.learningCurve, { description })}
      data-testid="learning-curve"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className={classes.grid}
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text
            className={classes.tick}
            x={MARGIN.left - 8}
            y={y(tick)}
            textAnchor="end"
            dominantBaseline="middle"
          >
            {tick}
          </text>
        </g>
      ))}
      {labelTicks(first, last, width < 500 ? 4 : 8).map((tick) => (
        <text
          key={tick}
          className={classes.tick}
          x={x(tick)}
          y={HEIGHT - MARGIN.bottom + 18}
          textAnchor="middle"
        >
          {tick}
        </text>
      ))}
      <text
        className={classes.tick}
        x={(MARGIN.left + width - MARGIN.right) / 2}
        y={HEIGHT - 4}
        textAnchor="middle"
      >
        {text.readingNumber}
      </text>
      <text
        className={classes.tick}
        transform={`translate(12 ${(HEIGHT - MARGIN.bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {text.errorPoints}
      </text>
      {curve.map((point) => (
        <circle
          key={point.label_number}
          className={classes.point}
          cx={x(point.label_number)}
          cy={y(point.absolute_error)}
          r={3.2}
        >
          <title>
            {fill(text.readingOffByPoints, {
              labelNumber: point.label_number,
              absoluteError: formatNumber(point.absolute_error, 1),
            })}
          </title>
        </circle>
      ))}
      <path className={classes.line} d={line} />
    </svg>
  );
}
