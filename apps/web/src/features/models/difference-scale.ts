import type { PairedFigures } from '@mlmcsc/contracts';
import { text } from './texts/text.ts';

export interface DifferenceRow {
  readonly name: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Rows of the picture: those of which there is an interval. */
export function differenceRows(
  overall: PairedFigures,
  bands: Readonly<Record<string, PairedFigures>>,
  pick: (figures: PairedFigures) => PairedFigures['difference'],
): DifferenceRow[] {
  return [[text.all, overall] as const, ...Object.entries(bands)].flatMap(([name, figures]) => {
    const estimate = pick(figures);
    return estimate === null ? [] : [{ name: name === 'All' ? name : `${name} %`, ...estimate }];
  });
}

/** Half of a scale around zero that holds every interval: a round number of points, at least 1. */
export function halfScale(rows: readonly DifferenceRow[]): number {
  const widest = Math.max(1, ...rows.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)]));
  const power = 10 ** Math.floor(Math.log10(widest));
  return ([1, 2, 5, 10].find((factor) => factor * power >= widest) ?? 10) * power;
}
