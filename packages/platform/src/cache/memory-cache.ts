import type { Cache } from '@mlmcsc/core';

interface Entry {
  readonly value: unknown;
  readonly sizeBytes: number;
}

/** Keeps the most recently used values of this process up to a number of bytes. */
export class MemoryCache implements Cache {
  readonly #maxBytes: number;
  /** Least recently used first: a Map iterates in order of insertion. */
  readonly #entries = new Map<string, Entry>();
  readonly #loading = new Map<string, Promise<unknown>>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** What the kept values weigh. */
  get sizeBytes(): number {
    return this.#bytes;
  }

  async remember<T>(key: string, load: () => Promise<T>, sizeBytes: (value: T) => number): Promise<T> {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.value as T;
    }
    const running = this.#loading.get(key);
    if (running !== undefined) return running as Promise<T>;
    const loading = load();
    this.#loading.set(key, loading);
    try {
      const value = await loading;
      this.#keep(key, { value, sizeBytes: sizeBytes(value) });
      return value;
    } finally {
      this.#loading.delete(key);
    }
  }

  #keep(key: string, entry: Entry): void {
    // One giant would throw everything else out.
    if (entry.sizeBytes > this.#maxBytes / 2) return;
    this.#entries.set(key, entry);
    this.#bytes += entry.sizeBytes;
    for (const [oldest, { sizeBytes }] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#entries.delete(oldest);
      this.#bytes -= sizeBytes;
    }
  }
}
