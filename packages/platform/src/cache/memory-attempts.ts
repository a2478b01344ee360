import { randomUUID } from 'node:crypto';
import type { AttemptLedger, AttemptOutcome, AttemptPolicy, RunningAttempt } from '@mlmcsc/core';

interface Failures {
  count: number;
  lastAt: number;
  lockedUntil: number;
  /** Running attempts, by when they stop counting. */
  readonly running: Map<string, number>;
  /** Whether anything happened here that a shared ledger was not told. */
  isUntold: boolean;
  memoryMs: number;
}

/** What one process knows of a key. */
export interface KnownFailures {
  readonly count: number;
  readonly lockedForMs: number;
  readonly isUntold: boolean;
}

/** A try that cannot start because too many run: they end within about this time. */
export const BURST_WAIT_MS = 1000;
const mostKeys = 20_000;

/** Counts failures for this process alone; a restart forgets them. */
export class MemoryAttempts implements AttemptLedger {
  readonly #keys = new Map<string, Failures>();
  readonly #now: () => number;

  /** @param now - milliseconds since any fixed instant; must not run backwards */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  async begin(key: string, policy: AttemptPolicy): Promise<RunningAttempt | { readonly waitMs: number }> {
    const failures = this.#entry(key, policy);
    const now = this.#now();
    if (failures.lockedUntil > now) return { waitMs: failures.lockedUntil - now };
    for (const [ticket, until] of failures.running) if (until <= now) failures.running.delete(ticket);
    if (failures.running.size >= Math.max(1, policy.freeFailures - failures.count)) {
      return { waitMs: BURST_WAIT_MS };
    }
    const ticket = randomUUID();
    failures.running.set(ticket, now + policy.longestAttemptMs);
    return {
      end: async (outcome) => {
        failures.running.delete(ticket);
        this.record(key, policy, outcome);
      },
    };
  }

  /** Counts the end of an attempt that a shared ledger could not be told. */
  record(key: string, policy: AttemptPolicy, outcome: AttemptOutcome): void {
    if (outcome === 'undecided') return;
    const failures = this.#entry(key, policy);
    failures.isUntold = true;
    if (outcome === 'succeeded') {
      failures.count = 0;
      failures.lockedUntil = 0;
      return;
    }
    const now = this.#now();
    failures.count += 1;
    failures.lastAt = now;
    const beyond = failures.count - policy.freeFailures;
    if (beyond < 0) return;
    failures.lockedUntil = now + Math.min(policy.firstLockMs * 2 ** beyond, policy.longestLockMs);
  }

  /** What is known of the key. */
  known(key: string, policy: AttemptPolicy): KnownFailures {
    const { count, lockedUntil, isUntold } = this.#entry(key, policy);
    return { count, lockedForMs: Math.max(0, lockedUntil - this.#now()), isUntold };
  }

  /** Takes over what the shared ledger knows. */
  learn(key: string, policy: AttemptPolicy, known: Omit<KnownFailures, 'isUntold'>): void {
    const failures = this.#entry(key, policy);
    const now = this.#now();
    failures.count = known.count;
    failures.lockedUntil = known.lockedForMs > 0 ? now + known.lockedForMs : 0;
    failures.lastAt = now;
    failures.isUntold = false;
  }

  #entry(key: string, { memoryMs }: AttemptPolicy): Failures {
    const now = this.#now();
    const known = this.#keys.get(key);
    if (known !== undefined && !isForgotten(known, now)) return known;
    if (this.#keys.size >= mostKeys) this.#forgetOld(now);
    const fresh = { count: 0, lastAt: now, lockedUntil: 0, running: new Map(), isUntold: false, memoryMs };
    this.#keys.set(key, fresh);
    return fresh;
  }

  /** Room for new keys: first what is over, then what is not locked. */
  #forgetOld(now: number): void {
    for (const [key, failures] of this.#keys) if (isForgotten(failures, now)) this.#keys.delete(key);
    if (this.#keys.size < mostKeys) return;
    for (const [key, { running, lockedUntil }] of this.#keys) {
      if (running.size === 0 && lockedUntil <= now) this.#keys.delete(key);
    }
  }
}

function isForgotten({ running, lastAt, memoryMs }: Failures, now: number): boolean {
  return running.size === 0 && now - lastAt >= memoryMs;
}
