import { shuffled } from '../random/shuffled.ts';
import { type Bar, isSeen, type SeenBar } from './bar.ts';

/** Bars to learn from and bars to answer; no heat, and so no specimen, is in both. */
export interface Split<OneBar extends Bar = Bar> {
  /** In the order in which labels are given. */
  readonly pool: readonly (OneBar & SeenBar)[];
  readonly test: readonly OneBar[];
}

/** Share of the heats that labels come from. */
const POOL_SHARE = 0.75;

/** A random split by heat.
 * @throws RangeError with fewer than two heats */
export function splitByHeat<OneBar extends Bar>(bars: readonly OneBar[], seed: number): Split<OneBar> {
  const heats = shuffled([...new Set(bars.map((bar) => bar.heat))], seed);
  if (heats.length < 2) {
    throw new RangeError(
      `bars come from ${heats.length} heat; a split needs at least 2: plan more specimens`,
    );
  }
  const count = Math.min(heats.length - 1, Math.max(1, Math.round(POOL_SHARE * heats.length)));
  const learned = new Set(heats.slice(0, count));
  return {
    pool: shuffled(
      bars.filter((bar): bar is OneBar & SeenBar => isSeen(bar) && learned.has(bar.heat)),
      seed + 1,
    ),
    test: bars.filter((bar) => !learned.has(bar.heat)),
  };
}
