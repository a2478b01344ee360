import type { Cache, SharedKind } from '@mlmcsc/core';

interface Entry {
  readonly value: unknown;
  readonly sizeBytes: number;
}

/** What a cache did since the process started. */
export interface MemoryCacheFigures {
  readonly hits: number;
  readonly misses: number;
  readonly values: number;
  readonly sizeBytes: number;
}

/** Keeps the most recently used values of this process up to a number of bytes. */
export class MemoryCache implements Cache {
  readonly #maxBytes: number;
  /** Least recently used first: a Map iterates in order of insertion. */
  readonly #entries = new Map<string, Entry>();
  readonly #loading = new Map<string, Promise<unknown>>();
  #bytes = 0;
  #hits = 0;
  #misses = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** What the kept values weigh. */
  get sizeBytes(): number {
    return this.#bytes;
  }

  get figures(): MemoryCacheFigures {
    return {
      hits: this.#hits,
      misses: this.#misses,
      values: this.#entries.size,
      sizeBytes: this.#bytes,
    };
  }

  async remember<T>(
    key: string,
    load: () => Promise<T>,
    keep: ((value: T) => number) | SharedKind<T>,
  ): Promise<T> {
    const fullKey = typeof keep === 'function' ? key : sharedKeyOf(key, keep);
    const known = this.#entries.get(fullKey);
    if (known !== undefined) {
      this.#hits += 1;
      this.#entries.delete(fullKey);
      this.#entries.set(fullKey, known);
      return known.value as T;
    }
    const running = this.#loading.get(fullKey);
    if (running !== undefined) {
      this.#hits += 1;
      return running as Promise<T>;
    }
    this.#misses += 1;
    const loading = load();
    this.#loading.set(fullKey, loading);
    try {
      const value = await loading;
      const sizeBytes = typeof keep === 'function' ? keep(value) : keep.sizeBytes(value);
      // Forgotten meanwhile: it is for those who waited, not for later.
      if (this.#loading.get(fullKey) === loading) this.#keep(fullKey, { value, sizeBytes });
      return value;
    } finally {
      if (this.#loading.get(fullKey) === loading) this.#loading.delete(fullKey);
    }
  }

  async forget<T>(key: string, kind: SharedKind<T>): Promise<void> {
    const fullKey = sharedKeyOf(key, kind);
    this.#loading.delete(fullKey);
    this.#bytes -= this.#entries.get(fullKey)?.sizeBytes ?? 0;
    this.#entries.delete(fullKey);
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

/** Names of kinds keep the values of different kinds apart. */
export function sharedKeyOf<T>(key: string, { name }: SharedKind<T>): string {
  return `${name}:${key}`;
}
