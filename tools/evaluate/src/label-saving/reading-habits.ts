import type { SimulatedSample } from '@mlmcsc/learning';
import { createRandom } from '@mlmcsc/learning/network';
import type { SeenBar } from '../learning/bar.ts';

/** How the readers of a laboratory read; the answers are held to their consensus, without the scatter. */
export interface ReadingHabit {
  readonly name: string;
  /** Consensus percent shear of a face, from its true one. */
  readonly consensusOf: (truth: number) => number;
}

/** Scatter of one trained reader about the consensus, points. @source the project's working assumption: 2 to 3 points */
const READER_DEVIATION = 2.5;
/** What the second laboratory reads too high in the middle of the scale, points. */
const GENEROUS = 10;

export const readingHabits: readonly ReadingHabit[] = [
  { name: 'reads what is there', consensusOf: (truth) => truth },
  {
    name: `reads mixed faces up to ${GENEROUS} points high`,
    consensusOf: (truth) => truth + (GENEROUS * 4 * truth * (100 - truth)) / 10_000,
  },
];

/** The bars as the laboratory's readers label them. */
export function labelledBars(bars: readonly SeenBar[], habit: ReadingHabit, seed: number): SimulatedSample[] {
  const random = createRandom(seed);
  return bars.map(({ seen, truth, specimen, heat }) => {
    const consensus = habit.consensusOf(truth);
    const read = consensus + READER_DEVIATION * random.normal();
    return {
      features: seen.features,
      specimen,
      heat,
      truth: consensus,
      shearPercent: Math.min(100, Math.max(0, read)),
    };
  });
}
