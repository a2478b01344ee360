import type { Counters } from '@mlmcsc/core';

interface Window {
  count: number;
  readonly endsAt: number;
}

const mostWindows = 20_000;

/** Counts for this process alone. */
export class MemoryCounters implements Counters {
  readonly #now: () => number;
  /** Oldest first. */
  readonly #windows = new Map<string, Window>();

  /** @param now - milliseconds since any fixed instant; must not run backwards */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  async count(key: string, windowMs: number): Promise<{ count: number; endsInMs: number }> {
    const now = this.#now();
    let window = this.#windows.get(key);
    if (window === undefined || window.endsAt <= now) {
      this.#windows.delete(key);
      if (this.#windows.size >= mostWindows) this.#makeRoom(now);
      window = { count: 0, endsAt: now + windowMs };
      this.#windows.set(key, window);
    }
    window.count += 1;
    return { count: window.count, endsInMs: window.endsAt - now };
  }

  #makeRoom(now: number): void {
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(key);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size >= mostWindows && oldest !== undefined) this.#windows.delete(oldest);
  }
}
