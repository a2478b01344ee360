import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cache, SharedKind } from '@mlmcsc/core';
import { KEY_PREFIX } from './key-prefix.ts';
import { type MemoryCache, sharedKeyOf } from './memory-cache.ts';
import type { RedisLink } from './redis-link.ts';
import { RedisScript } from './redis-script.ts';
import type { Seal } from './seal.ts';

/** What the shared level did since the process started. */
export interface SharedCacheFigures {
  readonly hits: number;
  readonly misses: number;
  /** Stored values that are not ours, not whole or of another form: loaded again. */
  readonly damaged: number;
  /** Values that another process was just loading. */
  readonly waits: number;
  /** Waited in vain: loaded here too. */
  readonly waitedInVain: number;
  /** Loads while the shared level was away. */
  readonly withoutShared: number;
}

/** Lifetime of the mark of a loading process; it is renewed while that process lives. */
const loadingMarkMs = 3_000;
const longestWaitMs = 10_000;
const shortestPollMs = 10;
const longestPollMs = 100;
/** Larger values would crowd out everything else. */
const longestText = 512 * 1024;

/** The value, or the right to load it (1), or the news that somebody else loads it (0). */
const readOrClaim = new RedisScript(`
  local value = redis.call('GET', KEYS[1])
  if value then return value end
  if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
  return 0
`);
const renewClaim = new RedisScript(`
  if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
  return 0
`);
/** An empty text stores nothing. */
const storeAndRelease = new RedisScript(`
  if ARGV[2] ~= '' then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
  if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
  return 0
`);

/** Memory of this process, then Redis, then the load: one load in a process, and one among all processes as long as Redis
 * answers and the loading process lives. Whatever happens to Redis, values are had, only slower.
 */
export class TwoLevelCache implements Cache {
  readonly #memory: MemoryCache;
  readonly #link: RedisLink;
  readonly #seal: Seal;
  readonly #figures = { hits: 0, misses: 0, damaged: 0, waits: 0, waitedInVain: 0, withoutShared: 0 };

  constructor(memory: MemoryCache, link: RedisLink, seal: Seal) {
    this.#memory = memory;
    this.#link = link;
    this.#seal = seal;
  }

  get figures(): SharedCacheFigures {
    return { ...this.#figures };
  }

  remember<T>(key: string, load: () => Promise<T>, keep: ((value: T) => number) | SharedKind<T>): Promise<T> {
    const loadShared = typeof keep === 'function' ? load : () => this.#loadShared(key, load, keep);
    return this.#memory.remember(key, loadShared, keep);
  }

  async forget<T>(key: string, kind: SharedKind<T>): Promise<void> {
    await this.#memory.forget(key, kind);
    await this.#link.ask('forget', (client) => client.del(valueKeyOf(key, kind)));
  }

  async #loadShared<T>(key: string, load: () => Promise<T>, kind: SharedKind<T>): Promise<T> {
    const place = valueKeyOf(key, kind);
    const keys = [place, `${place}:loading`];
    const claim = randomUUID();
    const waitUntil = performance.now() + longestWaitMs;
    for (
      let pollMs = shortestPollMs, polls = 0;
      ;
      pollMs = Math.min(pollMs * 1.5, longestPollMs), polls += 1
    ) {
      const answer = await this.#link.ask('read or claim', (client) =>
        readOrClaim.run(client, keys, [claim, loadingMarkMs]),
      );
      if (answer === undefined) {
        this.#figures.withoutShared += 1;
        return load();
      }
      if (typeof answer === 'string') {
        const text = this.#seal.open(place, answer);
        const value = text === null ? null : decode(text, kind);
        if (value !== null) {
          this.#figures.hits += 1;
          return value;
        }
        // Overwritten without asking others to wait: this is rare.
        this.#figures.damaged += 1;
        return this.#loadAndStore(place, claim, load, kind);
      }
      if (answer === 1) {
        this.#figures.misses += 1;
        return this.#loadAndStore(place, claim, load, kind);
      }
      if (polls === 0) this.#figures.waits += 1;
      if (performance.now() > waitUntil) {
        this.#figures.waitedInVain += 1;
        return load();
      }
      await delay(pollMs);
    }
  }

  async #loadAndStore<T>(
    place: string,
    claim: string,
    load: () => Promise<T>,
    kind: SharedKind<T>,
  ): Promise<T> {
    const claimKey = `${place}:loading`;
    const renewal = setInterval(() => {
      void this.#link.ask('renew claim', (client) =>
        renewClaim.run(client, [claimKey], [claim, loadingMarkMs]),
      );
    }, loadingMarkMs / 3);
    let text = '';
    try {
      const value = await load();
      text = this.#seal.close(place, JSON.stringify(kind.encode(value)));
      return value;
    } finally {
      clearInterval(renewal);
      const stored = text.length > longestText ? '' : text;
      await this.#link.ask('store', (client) =>
        storeAndRelease.run(client, [place, claimKey], [claim, stored, kind.keptMs]),
      );
    }
  }
}

function valueKeyOf<T>(key: string, kind: SharedKind<T>): string {
  return `${KEY_PREFIX}:cache:${sharedKeyOf(key, kind)}`;
}

function decode<T>(text: string, kind: SharedKind<T>): T | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  return kind.decode(stored);
}
