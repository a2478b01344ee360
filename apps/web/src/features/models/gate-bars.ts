import type { BandedFigures } from '@mlmcsc/contracts';
import { text } from './texts/text.ts';

/** Mean errors of both models on the readings of one band, points. */
export interface GateBar {
  readonly name: string;
  readonly count: number;
  readonly champion: number;
  readonly candidate: number;
}

const BANDS = ['0-20', '20-80', '80-100'] as const;

/** What can be drawn of a comparison: bands without readings are left out. */
export function gateBars(champion: BandedFigures, candidate: BandedFigures): GateBar[] {
  const rows = [
    { name: text.all, champion: champion.overall, candidate: candidate.overall },
    ...BANDS.map((band) => ({
      name: `${band.replace('-', '–')} %`,
      champion: champion.bands[band],
      candidate: candidate.bands[band],
    })),
  ];
  return rows.flatMap(({ name, champion: before, candidate: after }) =>
    before.mae === null || after.mae === null
      ? []
      : [{ name, count: before.count, champion: before.mae, candidate: after.mae }],
  );
}

/** What the longest bar stands for, never 0. */
export const widestError = (bars: readonly GateBar[]): number =>
  Math.max(0.1, ...bars.flatMap(({ champion, candidate }) => [champion, candidate]));
