/** Counts what happens in windows of time, together for all processes where they share a store. */
export interface Counters {
  /** Counts one more event; a window begins with its first event.
   * @returns how many there are in the present window, and when it ends
   */
  count(key: string, windowMs: number): Promise<{ readonly count: number; readonly endsInMs: number }>;
}

/** When attempts are refused. */
export interface AttemptPolicy {
  /** Failures allowed before the first lock. */
  readonly freeFailures: number;
  /** First lock; doubles with each further failure. */
  readonly firstLockMs: number;
  readonly longestLockMs: number;
  /** Failures are forgotten after this long without another. */
  readonly memoryMs: number;
  /** An attempt that was never ended (a crash) stops counting as running after this long. */
  readonly longestAttemptMs: number;
}

export type AttemptOutcome = 'failed' | 'succeeded' | 'undecided';

/** An attempt that may be made now. */
export interface RunningAttempt {
  /** `failed` counts, `succeeded` forgets the failures before, `undecided` leaves them. */
  end(outcome: AttemptOutcome): Promise<void>;
}

/** Counts failed attempts (e.g. passwords) by key and locks the key for a while; never fails, never unlimited.
 * Running attempts use up the free failures, so a burst cannot slip past.
 */
export interface AttemptLedger {
  /** @returns the attempt to be made and ended, or how long to wait before the next try */
  begin(key: string, policy: AttemptPolicy): Promise<RunningAttempt | { readonly waitMs: number }>;
}
