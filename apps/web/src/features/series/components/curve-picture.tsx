import { useElementSize } from '@mantine/hooks';
import type { SeriesCurve } from '@mlmcsc/contracts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { inSentence } from '../../../shared/language/language.ts';
import { axesOf } from '../curve-axes.ts';
import { describeSeriesCurve, PROPERTY_TITLES } from '../series-text.ts';
import { text } from '../texts/text.ts';
import classes from './series.module.css';

const HEIGHT = 340;
const MARGIN = { top: 12, right: 16, bottom: 44, left: 54 };

/** Specimens, the curve through them and its band. */
export function CurvePicture({ curve }: { curve: SeriesCurve }) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} style={{ minHeight: HEIGHT }}>
      {width > 0 && <Chart curve={curve} width={width} />}
    </div>
  );
}

function Chart({ curve, width }: { curve: SeriesCurve; width: number }) {
  const axes = axesOf(curve);
  const right = width - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const x = (celsius: number) =>
    MARGIN.left + ((right - MARGIN.left) * (celsius - axes.x.least)) / (axes.x.most - axes.x.least);
  const y = (value: number) =>
    bottom - ((bottom - MARGIN.top) * (value - axes.y.least)) / (axes.y.most - axes.y.least);
  const path = (points: readonly (readonly [number, number])[]) =>
    points
      .map(([at, value], index) => `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  const line = curve.fit?.curve ?? [];
  const band = [
    ...line.map(({ temperature_celsius: at, upper }) => [at, upper] as const),
    ...line.toReversed().map(({ temperature_celsius: at, lower }) => [at, lower] as const),
  ];
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="img"
      aria-label={describeSeriesCurve(curve)}
      data-testid="curve-picture"
    >
      {axes.y.ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} x1={MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} />
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
      {axes.x.ticks.map((tick) => (
        <text key={tick} className={classes.tick} x={x(tick)} y={bottom + 18} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text className={classes.tick} x={(MARGIN.left + right) / 2} y={HEIGHT - 6} textAnchor="middle">
        {text.temperatureC}
      </text>
      <text
        className={classes.tick}
        transform={`translate(13 ${(MARGIN.top + bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {`${inSentence(PROPERTY_TITLES[curve.property])}, ${curve.unit}`}
      </text>
      {band.length > 0 && <path className={classes.band} d={`${path(band)}Z`} />}
      {line.length > 0 && (
        <path
          className={classes.line}
          d={path(line.map(({ temperature_celsius: at, value }) => [at, value]))}
        />
      )}
      {curve.points.map((point) => (
        <circle
          key={point.identifier}
          className={point.is_outlier ? classes.outlier : classes.point}
          cx={x(point.temperature_celsius)}
          cy={y(point.value)}
          r={point.is_outlier ? 5.5 : 4}
        >
          <title>
            {fill(text.atC, {
              identifier: point.identifier,
              value: formatNumber(point.value, 2),
              unit: curve.unit,
              temperatureCelsius: formatNumber(point.temperature_celsius, 1),
              isOutlier: point.is_outlier ? text.farFromTheCurve : '',
            })}
          </title>
        </circle>
      ))}
    </svg>
  );
}
