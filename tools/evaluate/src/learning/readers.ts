import type { EvaluatedAnswer } from '@mlmcsc/learning';
import { createRandom } from '@mlmcsc/learning/network';
import { drawSides, readChart, readSides } from '../baselines/chart-reader.ts';
import type { Bar } from './bar.ts';

/** A simulated person reading the same bars. */
export interface ReaderAnswers {
  readonly name: string;
  readonly answers: readonly EvaluatedAnswer[];
}

/** What nobody who reads a chart of ten steps can do better than. */
export const PERFECT_EYE = 'perfect eye, 10 % chart';

/** A perfect eye with a chart, and careful to ordinary hands with A × B; none of them refuses or is unsure of the outline. */
export function readBars(bars: readonly Bar[], seed: number): ReaderAnswers[] {
  const random = createRandom(seed);
  const read = (name: string, answer: (bar: Bar) => number): ReaderAnswers => ({
    name,
    answers: bars.map((bar) => ({ truth: bar.truth, mean: answer(bar) })),
  });
  const sides =
    (deviationMm: number, isBoxed: boolean) =>
    ({ truth, widthMm }: Bar): number => {
      const [a, b] = drawSides(truth, widthMm, random);
      return readSides(a, b, widthMm, { deviationMm, isBoxed }, random);
    };
  return [
    read(PERFECT_EYE, ({ truth }) => readChart(truth, 10)),
    read('A × B, reading SD 0.25 mm', sides(0.25, false)),
    read('A × B, reading SD 0.5 mm', sides(0.5, false)),
    read('A × B, reading SD 0.5 mm, ellipse boxed', sides(0.5, true)),
  ];
}
