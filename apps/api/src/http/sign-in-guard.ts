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
 * Slows down guessing: per user name and address, and per address alone. Locking a user name for everybody would let a
 * stranger lock the laboratory out, so the pair is what is locked.
 */
export class SignInGuard {
  readonly #ledger: AttemptLedger;

  constructor(ledger: AttemptLedger) {
    this.#ledger = ledger;
  }

  /** Runs one sign-in. @throws TooManyRequests `sign-in-locked`, or what `check` throws */
  async attempt<T>(username: string, address: string, check: () => Promise<T>): Promise<T> {
    const pair = await this.#begin(
      `sign-in ${address} ${username.trim().toLowerCase()}`,
      BY_NAME_AND_ADDRESS,
    );
    let wholeAddress: RunningAttempt;
    try {
      wholeAddress = await this.#begin(`sign-in ${address}`, BY_ADDRESS);
    } catch (error) {
      await pair.end('undecided');
      throw error;
    }
    try {
      const result = await check();
      await Promise.all([pair.end('succeeded'), wholeAddress.end('undecided')]);
      return result;
    } catch (error) {
      // Asked for the code: the password was right, so neither a failure nor yet a success.
      const isFailure = error instanceof NotAllowed && error.code !== 'second-factor-required';
      const outcome = isFailure ? 'failed' : 'undecided';
      await Promise.all([pair.end(outcome), wholeAddress.end(outcome)]);
      throw error;
    }
  }

  async #begin(key: string, policy: AttemptPolicy): Promise<RunningAttempt> {
    const begun = await this.#ledger.begin(key, policy);
    if ('end' in begun) return begun;
    throw new TooManyRequests(
      'sign-in-locked',
      'Too many failed sign-ins for this user name from this address.',
      Math.ceil(begun.waitMs / 1000),
    );
  }
}
