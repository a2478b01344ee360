import { useElementSize } from '@mantine/hooks';
import type { ForceCurve } from '@mlmcsc/contracts';
import { axisOf } from '../curve-axes.ts';
import { describeForceCurve, forcesOf } from '../force-curve-text.ts';
import { text } from '../texts/text.ts';
import classes from './series.module.css';

const HEIGHT = 300;
const MARGIN = { top: 16, right: 16, bottom: 44, left: 54 };

/** Force over displacement with the characteristic forces. */
export function ForcePicture({ curve }: { curve: ForceCurve }) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} style={{ minHeight: HEIGHT }}>
      {width > 0 && <Chart curve={curve} width={width} />}
    </div>
  );
}

function Chart({ curve, width }: { curve: ForceCurve; width: number }) {
  const { displacement_mm: along, force_n: forces } = curve.line;
  const xAxis = axisOf(0, Math.max(0.1, ...along), 6);
  const yAxis = axisOf(0, Math.max(0.1, ...forces, curve.maximum.force_n) / 1000, 5);
  const right = width - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const x = (mm: number) => MARGIN.left + ((right - MARGIN.left) * mm) / xAxis.most;
  const y = (kilonewtons: number) => bottom - ((bottom - MARGIN.top) * Math.max(0, kilonewtons)) / yAxis.most;
  const line = along.map(
    (mm, at) => `${at === 0 ? 'M' : 'L'}${x(mm).toFixed(1)} ${y((forces[at] ?? 0) / 1000).toFixed(1)}`,
  );
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      height={HEIGHT}
      role="img"
      aria-label={describeForceCurve(curve)}
      data-testid="force-picture"
    >
      {yAxis.ticks.map((tick) => (
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
      {xAxis.ticks.map((tick) => (
        <text key={tick} className={classes.tick} x={x(tick)} y={bottom + 18} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text className={classes.tick} x={(MARGIN.left + right) / 2} y={HEIGHT - 6} textAnchor="middle">
        {text.displacementMm}
      </text>
      <text
        className={classes.tick}
        transform={`translate(13 ${(MARGIN.top + bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {text.forceKn}
      </text>
      <path className={classes.force} d={line.join('')} />
      {forcesOf(curve).map(({ name, force }) => (
        <g key={name}>
          {force.displacement_mm === null ? (
            <line
              className={classes.given}
              x1={MARGIN.left}
              x2={right}
              y1={y(force.force_n / 1000)}
              y2={y(force.force_n / 1000)}
            />
          ) : (
            <circle
              className={classes.point}
              cx={x(force.displacement_mm)}
              cy={y(force.force_n / 1000)}
              r={4.5}
            />
          )}
          <text
            className={classes.mark}
            x={force.displacement_mm === null ? right - 4 : x(force.displacement_mm) + 8}
            y={y(force.force_n / 1000) - 6}
            textAnchor={force.displacement_mm === null ? 'end' : 'start'}
          >
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
