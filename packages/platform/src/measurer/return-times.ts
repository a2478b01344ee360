const SHORTEST_S = 1;
const LONGEST_S = 60;
/** Some who are refused never come back, or go to another process: more are called than there are places. */
const CALLED_PER_PLACE = 1.5;
/** What the newest measurement counts against all before it. */
const NEWEST_WEIGHT = 0.1;
/** Until a first picture was measured. */
const ASSUMED_MS = 200;

/** Tells those who are refused when to come back: one after the other, as fast as places become free. All with the same answer would come back
 * at once, find few places, and leave the threads idle until they come again.
 */
export class ReturnTimes {
  readonly #threads: number;
  readonly #now: () => number;
  #meanMs = ASSUMED_MS;
  #nextAt = 0;

  /** @param now - ms, monotonic */
  constructor(threads: number, now: () => number = () => performance.now()) {
    this.#threads = threads;
    this.#now = now;
  }

  /** @param elapsedMs - how long one picture took a thread */
  learn(elapsedMs: number): void {
    this.#meanMs += NEWEST_WEIGHT * (elapsedMs - this.#meanMs);
  }

  /** @returns whole seconds, 1 to 60: the turn of the next who is refused */
  next(): number {
    const now = this.#now();
    this.#nextAt = Math.max(now, this.#nextAt) + this.#meanMs / this.#threads / CALLED_PER_PLACE;
    const latest = now + 1000 * LONGEST_S;
    // Nobody waits longer; from here on the last second is shared.
    if (this.#nextAt > latest) this.#nextAt = latest;
    return Math.max(SHORTEST_S, Math.ceil((this.#nextAt - now) / 1000));
  }
}
