import { NotAllowed } from '@mlmcsc/core';
import { TooManyRequests } from './too-many-requests.ts';

/** Failures allowed before the first lock. */
const FREE_FAILURES = 5;
/** First lock; doubles with each further failure. */
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60_000;
/** Failures are forgotten after this long without another. */
const MEMORY_MS = 60 * 60_000;
/** An address may fail for this many user names (password spraying) before it is locked altogether. */
const FREE_FAILURES_PER_ADDRESS = 50;
const MOST_ENTRIES = 20_000;

interface Failures {
  count: number;
  lastAt: number;
  lockedUntil: number;
  /** Attempts now being checked: they count as failures until they succeed, so a burst cannot slip past. */
  pending: number;
}

/**
 * Slows down guessing: per user name and address, and per address alone. Locking a user name for everybody would let a
 * stranger lock the laboratory out, so the pair is what is locked. Kept in this process; a restart forgets it.
 */
export class SignInGuard {
  readonly #failures = new Map<string, Failures>();
  readonly #now: () => number;

  /** @param now - milliseconds since any fixed instant; must not run backwards */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Runs one sign-in. @throws TooManyRequests `sign-in-locked`, or what `check` throws */
  async attempt<T>(username: string, address: string, check: () => Promise<T>): Promise<T> {
    const pair = this.#entry(`${address} ${username.trim().toLowerCase()}`);
    const wholeAddress = this.#entry(address);
    this.#assertUnlocked(pair, FREE_FAILURES);
    this.#assertUnlocked(wholeAddress, FREE_FAILURES_PER_ADDRESS);
    pair.pending += 1;
    wholeAddress.pending += 1;
    try {
      const result = await check();
      pair.count = 0;
      pair.lockedUntil = 0;
      return result;
    } catch (error) {
      if (error instanceof NotAllowed) {
        this.#fail(pair, FREE_FAILURES);
        this.#fail(wholeAddress, FREE_FAILURES_PER_ADDRESS);
      }
      throw error;
    } finally {
      pair.pending -= 1;
      wholeAddress.pending -= 1;
    }
  }

  #assertUnlocked(failures: Failures, free: number): void {
    const waitMs = failures.lockedUntil - this.#now();
    if (waitMs > 0) throw lockedFor(waitMs);
    // A burst: what is being checked now may use up the free failures.
    if (failures.pending >= free) throw lockedFor(1000);
  }

  #fail(failures: Failures, free: number): void {
    const now = this.#now();
    failures.count += 1;
    failures.lastAt = now;
    if (failures.count < free) return;
    const doublings = Math.min(failures.count - free, 10);
    failures.lockedUntil = now + Math.min(FIRST_LOCK_MS * 2 ** doublings, LONGEST_LOCK_MS);
  }

  #entry(key: string): Failures {
    const now = this.#now();
    const known = this.#failures.get(key);
    if (known !== undefined && (known.pending > 0 || now - known.lastAt < MEMORY_MS)) return known;
    if (this.#failures.size >= MOST_ENTRIES) this.#forgetOld(now);
    const fresh: Failures = { count: 0, lastAt: now, lockedUntil: 0, pending: 0 };
    this.#failures.set(key, fresh);
    return fresh;
  }

  #forgetOld(now: number): void {
    for (const [key, failures] of this.#failures) {
      if (failures.pending === 0 && failures.lockedUntil <= now) this.#failures.delete(key);
    }
  }
}

const lockedFor = (waitMs: number) =>
  new TooManyRequests(
    'sign-in-locked',
    'Too many failed sign-ins for this user name from this address.',
    Math.ceil(waitMs / 1000),
  );
