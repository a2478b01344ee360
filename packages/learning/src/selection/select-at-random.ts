import { createRandom } from '../network/seeded-random.ts';
import type { SelectedCandidate, SelectionCandidate } from './selection-candidate.ts';
import { checkSelection } from './selection-candidate.ts';

/** Candidates by lot, each as likely as the other: what the other ways of choosing are compared with.
 * @param seed - any whole number; the same seed and number of candidates give the same lot
 * @source Fisher–Yates, as algorithm P of Knuth, The Art of Computer Programming 2, 3.4.2
 */
export function selectAtRandom(
  candidates: readonly SelectionCandidate[],
  count: number,
  seed: number,
): SelectedCandidate[] {
  checkSelection(candidates, count);
  const random = createRandom(seed);
  const order = candidates.map((_, index) => index);
  for (let place = 0; place < Math.min(count, order.length); place++) {
    const other = place + random.below(order.length - place);
    [order[place], order[other]] = [order[other], order[place]];
  }
  return order.slice(0, count).map((index) => ({ index, score: 0, distance: null }));
}
