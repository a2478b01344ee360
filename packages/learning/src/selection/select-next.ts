import type { FeatureVector } from '../head/feature-set.ts';
import { selectAtRandom } from './select-at-random.ts';
import { selectDiverse, selectHybrid } from './select-spread-out.ts';
import { selectUncertain } from './select-uncertain.ts';
import type { SelectedCandidate, SelectionCandidate } from './selection-candidate.ts';

/** Ways to choose which picture is worth a label next. */
export const selectionWays = ['uncertainty', 'diversity', 'hybrid', 'random'] as const;
export type SelectionWay = (typeof selectionWays)[number];

/** What is chosen from. */
export interface SelectionChoice {
  readonly candidates: readonly SelectionCandidate[];
  /** Features of labelled pictures, scaled with the candidates'; only `diversity` and `hybrid` look at them. */
  readonly learned: readonly FeatureVector[];
}

/** The next `count` by one way.
 * @param seed - of `random`
 */
export function selectNext(
  way: SelectionWay,
  { candidates, learned }: SelectionChoice,
  count: number,
  seed: number,
): SelectedCandidate[] {
  switch (way) {
    case 'uncertainty':
      return selectUncertain(candidates, count);
    case 'diversity':
      return selectDiverse(candidates, learned, count);
    case 'hybrid':
      return selectHybrid(candidates, learned, count);
    case 'random':
      return selectAtRandom(candidates, count, seed);
  }
}
