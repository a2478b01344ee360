import { randomUUID } from 'node:crypto';
import type { AttemptLedger, AttemptOutcome, AttemptPolicy, RunningAttempt } from '@mlmcsc/core';
import { hashedKey } from './hashed-key.ts';
import { BURST_WAIT_MS, MemoryAttempts } from './memory-attempts.ts';
import type { RedisLink } from './redis-link.ts';
import { RedisScript } from './redis-script.ts';

/** A hash of one key: `count`, `until` (end of the lock, ms of the server's clock) and a field for each running attempt with
 * the time when it stops counting. What the process knows (ARGV 1-3) fills in where the server knows nothing any more (flushed,
 * evicted, restarted), or where the process was not heard.
 */
const takeOver = `
  local time = redis.call('TIME')
  local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  local count = tonumber(redis.call('HGET', KEYS[1], 'count'))
  local lockedUntil = tonumber(redis.call('HGET', KEYS[1], 'until')) or 0
  if count == nil or ARGV[3] == '1' then
    count = math.max(count or 0, tonumber(ARGV[1]))
    local locked = tonumber(ARGV[2])
    if locked > 0 then lockedUntil = math.max(lockedUntil, now + locked) end
    redis.call('HSET', KEYS[1], 'count', count, 'until', lockedUntil)
  end
`;

/** @returns wait (-1: a burst, 0: go on), count, rest of the lock */
const beginScript = new RedisScript(`${takeOver}
  local ticket, free, longest, memory = ARGV[4], tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
  redis.call('PEXPIRE', KEYS[1], memory)
  if lockedUntil > now then return { lockedUntil - now, count, lockedUntil - now } end
  local running = 0
  local fields = redis.call('HGETALL', KEYS[1])
  for i = 1, #fields, 2 do
    if string.sub(fields[i], 1, 2) == 't:' then
      if tonumber(fields[i + 1]) <= now then redis.call('HDEL', KEYS[1], fields[i])
      else running = running + 1 end
    end
  end
  if running >= math.max(1, free - count) then return { -1, count, 0 } end
  redis.call('HSET', KEYS[1], 't:' .. ticket, now + longest)
  return { 0, count, 0 }
`);

/** @returns count, rest of the lock */
const endScript = new RedisScript(`${takeOver}
  local ticket, outcome, free = ARGV[4], ARGV[5], tonumber(ARGV[6])
  redis.call('HDEL', KEYS[1], 't:' .. ticket)
  if outcome == 'failed' then
    count = count + 1
    if count >= free then
      lockedUntil = now + math.min(tonumber(ARGV[7]) * 2 ^ (count - free), tonumber(ARGV[8]))
    end
    redis.call('HSET', KEYS[1], 'count', count, 'until', lockedUntil)
  elseif outcome == 'succeeded' then
    count, lockedUntil = 0, 0
    redis.call('HSET', KEYS[1], 'count', 0, 'until', 0)
  end
  redis.call('PEXPIRE', KEYS[1], ARGV[9])
  return { count, math.max(0, lockedUntil - now) }
`);

/** Counts failures for all processes in Redis. Each process remembers what it saw of a key: while Redis is away it counts on
 * from there alone, and what Redis lost it is told again.
 */
export class SharedAttempts implements AttemptLedger {
  readonly #link: RedisLink;
  readonly #own = new MemoryAttempts();

  constructor(link: RedisLink) {
    this.#link = link;
  }

  async begin(key: string, policy: AttemptPolicy): Promise<RunningAttempt | { readonly waitMs: number }> {
    const { freeFailures, longestAttemptMs, memoryMs } = policy;
    const ticket = randomUUID();
    const answer = await this.#link.ask('begin attempt', (client) =>
      beginScript.run(
        client,
        [hashedKey('attempts', key)],
        [...this.#told(key, policy), ticket, freeFailures, longestAttemptMs, memoryMs],
      ),
    );
    if (!Array.isArray(answer)) return this.#own.begin(key, policy);
    const [wait, count, lockedForMs] = answer as [number, number, number];
    this.#own.learn(key, policy, { count, lockedForMs });
    if (wait !== 0) return { waitMs: wait < 0 ? BURST_WAIT_MS : wait };
    return { end: (outcome) => this.#end(key, policy, ticket, outcome) };
  }

  async #end(key: string, policy: AttemptPolicy, ticket: string, outcome: AttemptOutcome): Promise<void> {
    const { freeFailures, firstLockMs, longestLockMs, memoryMs } = policy;
    const answer = await this.#link.ask('end attempt', (client) =>
      endScript.run(
        client,
        [hashedKey('attempts', key)],
        [
          ...this.#told(key, policy),
          ...[ticket, outcome, freeFailures, firstLockMs, longestLockMs, memoryMs],
        ],
      ),
    );
    if (!Array.isArray(answer)) {
      this.#own.record(key, policy, outcome);
      return;
    }
    const [count, lockedForMs] = answer as [number, number];
    this.#own.learn(key, policy, { count, lockedForMs });
  }

  #told(key: string, policy: AttemptPolicy): [number, number, number] {
    const { count, lockedForMs, isUntold } = this.#own.known(key, policy);
    return [count, Math.ceil(lockedForMs), isUntold ? 1 : 0];
  }
}
