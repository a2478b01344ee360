import type { Counters } from '@mlmcsc/core';
import { hashedKey } from './hashed-key.ts';
import { MemoryCounters } from './memory-counters.ts';
import type { RedisLink } from './redis-link.ts';
import { RedisScript } from './redis-script.ts';

const increment = new RedisScript(`
  local count = redis.call('INCR', KEYS[1])
  local left = redis.call('PTTL', KEYS[1])
  if count == 1 or left < 0 then
    redis.call('PEXPIRE', KEYS[1], ARGV[1])
    left = tonumber(ARGV[1])
  end
  return { count, left }
`);

/** Counts for all processes in Redis. Each process also counts for itself: that is what holds while Redis is away, and what
 * remains of the count when Redis lost it.
 */
export class SharedCounters implements Counters {
  readonly #link: RedisLink;
  readonly #own = new MemoryCounters();

  constructor(link: RedisLink) {
    this.#link = link;
  }

  async count(key: string, windowMs: number): Promise<{ count: number; endsInMs: number }> {
    const own = await this.#own.count(key, windowMs);
    const answer = await this.#link.ask('count', (client) =>
      increment.run(client, [hashedKey('count', key)], [Math.ceil(windowMs)]),
    );
    if (!Array.isArray(answer)) return own;
    const [count, endsInMs] = answer as [number, number];
    return count >= own.count ? { count, endsInMs } : own;
  }
}
