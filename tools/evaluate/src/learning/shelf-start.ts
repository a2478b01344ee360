import type { SeenBar } from './bar.ts';

/** Bars of each shelf that a laboratory starts from. */
const EACH = 5;
/** Percent shear from which, and up to which, a bar counts as upper and lower shelf. */
const UPPER = 95;
const LOWER = 5;

/** The first five upper-shelf and five lower-shelf bars of a pool, taking turns; null when it has fewer. */
export function shelfBars<OneBar extends SeenBar>(pool: readonly OneBar[]): OneBar[] | null {
  const upper = pool.filter(({ truth }) => truth >= UPPER).slice(0, EACH);
  const lower = pool.filter(({ truth }) => truth <= LOWER).slice(0, EACH);
  if (upper.length < EACH || lower.length < EACH) return null;
  return upper.flatMap((bar, i) => [bar, lower[i]]);
}
