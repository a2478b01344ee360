import { Text } from '@mantine/core';
import type { PairedFigures, TrialComparison } from '@mlmcsc/contracts';
import { formatSigned } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { type DifferenceRow, differenceRows, halfScale } from '../difference-scale.ts';
import { text } from '../texts/text.ts';
import { estimateText } from '../trial-text.ts';
import classes from './trial.module.css';

const WIDTH = 360;
const ROW = 26;
const LABEL = 66;
const TOP = 8;
/** Half of the widest number below the scale. */
const RIGHT = 20;

/** Intervals of the differences beside zero, over all pictures and by band; nothing while there is none. */
export function DifferencePicture({ overall, bands }: Pick<TrialComparison, 'overall' | 'bands'>) {
  return (
    <div className={classes.pictures}>
      <Picture
        title={text.challengerChampion}
        rows={differenceRows(overall, bands, (one: PairedFigures) => one.difference)}
      />
      <Picture
        title={text.errorOfTheChallenger}
        rows={differenceRows(overall, bands, (one: PairedFigures) => one.labelled.error_difference)}
      />
    </div>
  );
}

function Picture({ title, rows }: { title: string; rows: readonly DifferenceRow[] }) {
  if (rows.length === 0) return null;
  const half = halfScale(rows);
  const x = (points: number) => LABEL + ((points + half) / (2 * half)) * (WIDTH - LABEL - RIGHT);
  const bottom = TOP + rows.length * ROW;
  return (
    <figure className={classes.figure}>
      <figcaption>
        <Text size="sm" fw={600}>
          {title}
        </Text>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${bottom + 22}`}
        className={classes.chart}
        role="img"
        aria-label={fill(text.points, {
          title,
          value: rows.map((row) => `${row.name} ${estimateText(row)}`).join('; '),
        })}
      >
        <line className={classes.zero} x1={x(0)} x2={x(0)} y1={0} y2={bottom} />
        {rows.map((row, index) => {
          const y = TOP + index * ROW + ROW / 2;
          return (
            <g key={row.name}>
              <text className={classes.name} x={0} y={y + 4}>
                {row.name}
              </text>
              <line className={classes.interval} x1={x(row.lower)} x2={x(row.upper)} y1={y} y2={y} />
              <circle className={classes.mean} cx={x(row.value)} cy={y} r={4} />
            </g>
          );
        })}
        {[-half, 0, half].map((points) => (
          <text key={points} className={classes.tick} x={x(points)} y={bottom + 16} textAnchor="middle">
            {formatSigned(points, half < 10 ? 1 : 0)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
