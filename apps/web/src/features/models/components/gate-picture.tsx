import { Stack, Text } from '@mantine/core';
import type { BandedFigures, GateFigures } from '@mlmcsc/contracts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { type GateBar, gateBars, widestError } from '../gate-bars.ts';
import { text } from '../texts/text.ts';
import classes from './gate-picture.module.css';

const WIDTH = 320;
const ROW = 34;
const LABEL = 74;

/** What the gate compared: mean error of champion and candidate, overall and by band. */
export function GatePicture({ figures }: { figures: GateFigures }) {
  return (
    <Stack gap="xs" data-testid="gate-picture">
      <SetPicture title={text.heldOutReadings} set={figures.gold_set} />
      <SetPicture title={text.recentReadingsBeforeThey} set={figures.recent_labels} />
    </Stack>
  );
}

function SetPicture(props: {
  readonly title: string;
  readonly set: { readonly champion: BandedFigures; readonly candidate: BandedFigures };
}) {
  const bars = gateBars(props.set.champion, props.set.candidate);
  if (bars.length === 0) return null;
  const widest = widestError(bars);
  const scale = (error: number) => ((WIDTH - LABEL - 44) * error) / widest;
  return (
    <figure className={classes.figure}>
      <figcaption>
        <Text size="sm" fw={600}>
          {props.title}
        </Text>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
        className={classes.chart}
        role="img"
        aria-label={`${props.title}: ${bars.map(describeBar).join('; ')}`}
      >
        {bars.map((bar, index) => (
          <g key={bar.name} transform={`translate(0 ${index * ROW})`}>
            <text className={classes.name} x={0} y={14}>
              {bar.name}
            </text>
            <text className={classes.count} x={0} y={27}>
              {fill(text.readings, { count: bar.count })}
            </text>
            <rect
              className={classes.champion}
              x={LABEL}
              y={4}
              height={10}
              width={scale(bar.champion)}
              rx={2}
            />
            <text className={classes.value} x={LABEL + scale(bar.champion) + 4} y={13}>
              {formatNumber(bar.champion, 1)}
            </text>
            <rect
              className={classes.candidate}
              x={LABEL}
              y={17}
              height={10}
              width={scale(bar.candidate)}
              rx={2}
            />
            <text className={classes.value} x={LABEL + scale(bar.candidate) + 4} y={26}>
              {formatNumber(bar.candidate, 1)}
            </text>
          </g>
        ))}
      </svg>
      <Text size="xs" c="dimmed" aria-hidden>
        {text.meanErrorPointsUpper}
      </Text>
    </figure>
  );
}

const describeBar = ({ name, count, champion, candidate }: GateBar) =>
  fill(text.readingsInServiceThis, {
    name,
    count,
    champion: formatNumber(champion, 1),
    candidate: formatNumber(candidate, 1),
  });
