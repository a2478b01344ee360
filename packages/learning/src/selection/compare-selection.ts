import type { LearningState } from '../evaluation/learning-state.ts';
import type { UpdateStrategy } from '../head/strategy.ts';
import { type LabelSaving, labelSaving, type SelectionTrial } from './label-saving.ts';
import { selectionWays } from './select-next.ts';
import { type SimulatedSample, simulateSelection, splitForSelection } from './simulate-selection.ts';

/** Random choice with other lots: what is told of it is told of chance. */
export const randomAgain = 'random-again';

/** Pictures of one place, all with labels. */
export interface SelectionLaboratory {
  readonly name: string;
  readonly samples: readonly SimulatedSample[];
}

export interface CompareSelectionOptions {
  readonly start: LearningState;
  readonly update: UpdateStrategy;
  /** Random splits of each laboratory, at least 2: their scatter is what intervals are made from. */
  readonly repeats: number;
  /** Labels that are given before the choice is made anew. */
  readonly batch: number;
  /** Numbers of labels at which ways are compared with random choice, ascending. */
  readonly counts: readonly number[];
  readonly seed: number;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SelectionComparison {
  /** Counts that every pool has pictures for. */
  readonly counts: readonly number[];
  /** Pictures to choose from, the smallest pool of all splits. */
  readonly smallestPool: number;
  readonly trials: readonly SelectionTrial[];
  readonly savings: readonly LabelSaving[];
}

/** All ways to choose the next label over the same random splits, each from the same beginning, and what they save against random choice.
 * @throws RangeError when a laboratory has too few specimens for a split, or the smallest pool fewer pictures than the first count
 */
export function compareSelection(
  laboratories: readonly SelectionLaboratory[],
  { start, update, repeats, batch, counts, seed, onProgress }: CompareSelectionOptions,
): SelectionComparison {
  if (!(repeats >= 2)) throw new RangeError(`repeats must be at least 2, got ${repeats}`);
  const splits = laboratories.flatMap(({ name, samples }, place) =>
    Array.from({ length: repeats }, (_, repeat) => {
      const splitSeed = seed + 7919 * place + 104_729 * repeat;
      return { block: name, splitSeed, ...splitForSelection(samples, splitSeed) };
    }),
  );
  const smallestPool = Math.min(...splits.map(({ pool }) => pool.length));
  const reached = counts.filter((count) => count <= smallestPool);
  if (reached.length === 0) {
    throw new RangeError(
      `counts must begin at or below ${smallestPool}, the pictures there are to choose from; label more of them`,
    );
  }
  const most = reached[reached.length - 1];
  const ways = [...selectionWays, randomAgain] as const;
  const trials = splits.map(({ block, splitSeed, pool, test }, done): SelectionTrial => {
    const curves = Object.fromEntries(
      ways.map((way) => [
        way,
        simulateSelection({
          ...{ start, update, pool, test, batch, most },
          way: way === randomAgain ? 'random' : way,
          seed: way === randomAgain ? splitSeed + 15_485_863 : splitSeed,
        }),
      ]),
    );
    onProgress?.(done + 1, splits.length);
    return { block, curves };
  });
  return { counts: reached, smallestPool, trials, savings: labelSaving(trials, { counts: reached, seed }) };
}

/** The mean curve of a way over all trials, at the marks of the first. */
export function meanCurve(
  trials: readonly SelectionTrial[],
  way: string,
): { readonly labels: number; readonly meanAbsoluteError: number }[] {
  return trials[0].curves[way].map(({ labels }, at) => {
    const errors = trials.map(({ curves }) => (curves[way][at] ?? curves[way].at(-1)!).meanAbsoluteError);
    return { labels, meanAbsoluteError: errors.reduce((sum, error) => sum + error, 0) / errors.length };
  });
}
