import type { SelectedCandidate, SelectionCandidate } from './selection-candidate.ts';
import { checkSelection } from './selection-candidate.ts';

/** The candidates that the model knows least about; of equals, the earlier one.
 * @returns at most `count`, the most uncertain first
 * @source MacKay, Neural Computation 4 (1992) 590–604: for a Gaussian regression the most informative label is that with
 * the largest predictive variance; an interval's width grows with it
 */
export function selectUncertain(
  candidates: readonly SelectionCandidate[],
  count: number,
): SelectedCandidate[] {
  checkSelection(candidates, count);
  return candidates
    .map(({ uncertainty }, index) => ({ index, score: uncertainty, distance: null }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, count);
}
