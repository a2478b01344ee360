import { readFile } from 'node:fs/promises';
import { type AttemptLedger, type Cache, type Counters, InvalidInput, type Logger } from '@mlmcsc/core';
import { MemoryAttempts } from './memory-attempts.ts';
import { MemoryCache, type MemoryCacheFigures } from './memory-cache.ts';
import { MemoryCounters } from './memory-counters.ts';
import { RedisLink, type RedisLinkFigures } from './redis-link.ts';
import { Seal } from './seal.ts';
import { SharedAttempts } from './shared-attempts.ts';
import { SharedCounters } from './shared-counters.ts';
import { type SharedCacheFigures, TwoLevelCache } from './two-level-cache.ts';

export interface OpenCacheOptions {
  readonly memoryBytes: number;
  /** Null: everything is this process's own. */
  readonly redisUrl: string | null;
  /** Certificate authorities that are trusted instead of the well-known ones, a PEM file. */
  readonly redisCaFile: string | null;
  /** Seals what is written to Redis; the same in all processes. Not used without Redis. */
  readonly secret: string;
  /** Shown in the server's list of clients, e.g. `mlmcsc-api`. */
  readonly clientName: string;
  readonly log: Logger;
}

/** What may be lost: the cache and the counters of one process, shared with the others when there is Redis. */
export interface OpenCache {
  readonly cache: Cache;
  readonly counters: Counters;
  readonly attempts: AttemptLedger;
  /** Null without Redis. @throws Unavailable `cache-unavailable` */
  readonly check: (() => Promise<void>) | null;
  figures(): CacheFigures;
  /** Connects; resolves as well when Redis is away: it is tried again in the background. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface CacheFigures {
  readonly memory: MemoryCacheFigures;
  /** Null without Redis. */
  readonly shared: (SharedCacheFigures & { readonly link: RedisLinkFigures; readonly isUp: boolean }) | null;
}

/** Makes the cache of a process; connects to nothing yet.
 * @throws InvalidInput `redis-ca-unreadable`, `redis-ca-unused`
 */
export async function openCache(options: OpenCacheOptions): Promise<OpenCache> {
  const memory = new MemoryCache(options.memoryBytes);
  const { redisUrl: url, redisCaFile, secret, clientName, log } = options;
  if (url === null) {
    return {
      cache: memory,
      counters: new MemoryCounters(),
      attempts: new MemoryAttempts(),
      check: null,
      figures: () => ({ memory: memory.figures, shared: null }),
      start: async () => {},
      close: async () => {},
    };
  }
  const ca = redisCaFile === null ? undefined : await readAuthorities(redisCaFile, url);
  const link = new RedisLink({ url, ca, clientName, log });
  const cache = new TwoLevelCache(memory, link, new Seal(secret));
  return {
    cache,
    counters: new SharedCounters(link),
    attempts: new SharedAttempts(link),
    check: () => link.check(),
    figures: () => ({
      memory: memory.figures,
      shared: { ...cache.figures, link: link.figures, isUp: link.isUp },
    }),
    start: () => link.start(),
    close: () => link.close(),
  };
}

async function readAuthorities(path: string, url: string): Promise<string> {
  if (new URL(url).protocol !== 'rediss:') {
    throw new InvalidInput(
      'redis-ca-unused',
      'MLMCSC_REDIS_CA_FILE is set, but MLMCSC_REDIS_URL does not begin with rediss://, so nothing would be encrypted.',
    );
  }
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InvalidInput('redis-ca-unreadable', `MLMCSC_REDIS_CA_FILE (${path}) cannot be read.`, {
      cause: error,
    });
  }
}
