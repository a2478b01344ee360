import { type AttemptLedger, type AttemptPolicy, NotAllowed, type RunningAttempt } from '@mlmcsc/core';
import { TooManyRequests } from './too-many-requests.ts';

const BY_NAME_AND_ADDRESS: AttemptPolicy = {
  freeFailures: 5,
  firstLockMs: 30_000,
  longestLockMs: 15 * 60_000,
  memoryMs: 60 * 60_000,
  longestAttemptMs: 60_000,
};
/** An address may fail for this many user names (password spraying) before it is locked altogether. */
const BY_ADDRESS: AttemptPolicy = { ...BY_NAME_AND_ADDRESS, freeFailures: 50 };

/**
 * A user name may fail from everywhere together: at most about 100 guesses an hour, however many addresses take part. The
 * locks are short, because a stranger with many addresses can cause them.
 * @source OWASP ASVS 4.0, 2.2.1
 */
const BY_NAME: AttemptPolicy = { ...BY_NAME_AND_ADDRESS, freeFailures: 40, longestLockMs: 60_000 };

/**
 * Slows down guessing: per user name and address, per address alone, and, mildly, per user name alone. Locking a user name
 * hard for everybody would let a stranger lock the laboratory out, so the pair is what is locked for long.
 */
export class SignInGuard {
  readonly #ledger: AttemptLedger;

  constructor(ledger: AttemptLedger) {
    this.#ledger = ledger;
  }

  /** Runs one sign-in. @throws TooManyRequests `sign-in-locked`, or what `check` throws */
  async attempt<T>(username: string, address: string, check: () => Promise<T>): Promise<T> {
    const name = username.trim().toLowerCase();
    const attempts: RunningAttempt[] = [];
    const endAll = (outcome: 'failed' | 'undecided') =>
      Promise.all(attempts.map((attempt) => attempt.end(outcome)));
    try {
      attempts.push(await this.#begin(`sign-in ${address} ${name}`, BY_NAME_AND_ADDRESS));
      attempts.push(await this.#begin(`sign-in ${address}`, BY_ADDRESS));
      attempts.push(await this.#begin(`sign-in-name ${name}`, BY_NAME));
    } catch (error) {
      await endAll('undecided');
      throw error;
    }
    try {
      const result = await check();
      // Only what this user failed here is forgotten: others may still be guessing elsewhere.
      const [pair, ...others] = attempts;
      await Promise.all([pair?.end('succeeded'), ...others.map((other) => other.end('undecided'))]);
      return result;
    } catch (error) {
      // Asked for the code: the password was right, so neither a failure nor yet a success.
      const isFailure = error instanceof NotAllowed && error.code !== 'second-factor-required';
      await endAll(isFailure ? 'failed' : 'undecided');
      throw error;
    }
  }

  async #begin(key: string, policy: AttemptPolicy): Promise<RunningAttempt> {
    const begun = await this.#ledger.begin(key, policy);
    if ('end' in begun) return begun;
    throw new TooManyRequests(
      'sign-in-locked',
      'Too many failed sign-ins for this user name or from this address.',
      Math.ceil(begun.waitMs / 1000),
    );
  }
}
