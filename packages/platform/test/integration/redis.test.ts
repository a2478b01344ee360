import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { AttemptLedger, AttemptPolicy, RunningAttempt, SharedKind } from '@mlmcsc/core';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestAuthority } from '../../../../test/services/certificates.ts';
import { startRedis, type TestRedis } from '../../../../test/services/redis.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { temporaryFolder } from '../../../../test/temporary-folder.ts';
import { MemoryAttempts, type OpenCache, openCache } from '../../src/cache/index.ts';
import { silentLog } from '../../src/testing/index.ts';

/** Longest a call may take while Redis does not answer: one time-out of 200 ms, and what a busy machine adds. */
const BOUND_MS = 1000;

const answers: SharedKind<{ readonly percent: number; readonly at: Date }> = {
  name: 'answer-1',
  keptMs: 60_000,
  sizeBytes: () => 100,
  encode: ({ percent, at }) => ({ percent, at: at.toISOString() }),
  decode(stored) {
    const { percent, at } = (stored ?? {}) as Record<string, unknown>;
    return typeof percent === 'number' && typeof at === 'string' ? { percent, at: new Date(at) } : null;
  },
};
const answer = (percent: number) => ({ percent, at: new Date('2026-11-02T03:04:05.678Z') });
const never = async (): Promise<never> => expect.unreachable('loaded again');

describe.skipIf(servicesMissing !== null)(`with a real Redis (${servicesMissing ?? 'installed'})`, () => {
  let redis: TestRedis;
  let raw: Redis;
  const opened: OpenCache[] = [];
  /** What one process has. */
  const openProcess = async (url = redis.url, redisCaFile: string | null = null, secret = 'test') => {
    const process = await openCache({
      ...{ memoryBytes: 1e6, redisUrl: url, redisCaFile, clientName: 'test', secret, log: silentLog },
    });
    opened.push(process);
    await process.start();
    return process;
  };
  const isUp = ({ figures }: OpenCache) => figures().shared?.isUp;

  beforeAll(async () => {
    redis = await startRedis();
    raw = new Redis(redis.url);
    raw.on('error', () => {});
  });
  beforeEach(async () => {
    await raw.flushall();
  });
  afterEach(async () => {
    for (const process of opened.splice(0)) await process.close();
  });
  afterAll(async () => {
    raw.disconnect();
    await redis.stop();
  });
  const stopped = async (work: () => Promise<void>) => {
    redis.process().child.kill('SIGSTOP');
    try {
      await work();
    } finally {
      redis.process().child.kill('SIGCONT');
    }
  };

  describe('the cache', () => {
    it('gives what another process has loaded, whole, with its own types', async () => {
      const [one, two] = [await openProcess(), await openProcess()];
      await one.cache.remember('a', async () => answer(41), answers);
      expect(await two.cache.remember('a', never, answers)).toEqual(answer(41));
      expect(two.figures().shared).toMatchObject({ hits: 1, misses: 0, damaged: 0 });
      expect(await raw.pttl('mlmcsc:cache:answer-1:a')).toBeGreaterThan(59_000);
      expect(await raw.exists('mlmcsc:cache:answer-1:a:loading')).toBe(0);
    });

    it('loads once, however many callers in two processes ask at the same time', async () => {
      const processes = [await openProcess(), await openProcess()];
      const gate = Promise.withResolvers<void>();
      const load = vi.fn(async () => {
        await gate.promise;
        return answer(7);
      });
      const calls = Array.from({ length: 40 }, (_, i) =>
        processes[i % 2]?.cache.remember('burst', load, answers),
      );
      await vi.waitFor(() =>
        expect(processes.reduce((sum, each) => sum + (each.figures().shared?.waits ?? 0), 0)).toBe(1),
      );
      gate.resolve();
      expect(await Promise.all(calls)).toEqual(calls.map(() => answer(7)));
      expect(load).toHaveBeenCalledTimes(1);
    });

    it('loads itself when the process that was loading is gone', async () => {
      const { cache } = await openProcess();
      await raw.set('mlmcsc:cache:answer-1:a:loading', 'a dead process', 'PX', 150);
      expect(await cache.remember('a', async () => answer(12), answers)).toEqual(answer(12));
      expect(await raw.get('mlmcsc:cache:answer-1:a')).toContain('"percent":12');
    });

    it('lets the next process try when a load failed', async () => {
      const [one, two] = [await openProcess(), await openProcess()];
      const gate = Promise.withResolvers<never>();
      const failing = one.cache.remember('a', () => gate.promise, answers);
      await vi.waitFor(async () => expect(await raw.exists('mlmcsc:cache:answer-1:a:loading')).toBe(1));
      const waiting = two.cache.remember('a', async () => answer(3), answers);
      gate.reject(new Error('the measurer broke'));
      await expect(failing).rejects.toThrow('the measurer broke');
      expect(await waiting).toEqual(answer(3));
    });

    it.each<[string, () => Promise<unknown>]>([
      ['a text of somebody else', () => raw.set('mlmcsc:cache:answer-1:a', '{"percent":41}')],
      ['an empty text', () => raw.set('mlmcsc:cache:answer-1:a', '')],
      [
        'a value with another number in it',
        async () => {
          const stored = (await raw.get('mlmcsc:cache:answer-1:a')) ?? '';
          await raw.set('mlmcsc:cache:answer-1:a', stored.replace('41', '47'));
        },
      ],
      [
        'the value of another key',
        async () => {
          await (await openProcess()).cache.remember('b', async () => answer(99), answers);
          await raw.rename('mlmcsc:cache:answer-1:b', 'mlmcsc:cache:answer-1:a');
        },
      ],
      [
        'a value of another form',
        async () => {
          await raw.flushall();
          const wrong = { ...answers, encode: () => ({ percent: '41' }) };
          await (await openProcess()).cache.remember('a', async () => answer(41), wrong);
        },
      ],
      [
        'a value of another installation',
        async () => {
          await raw.flushall();
          const foreign = await openProcess(redis.url, null, 'another secret');
          await foreign.cache.remember('a', async () => answer(99), answers);
        },
      ],
    ])('takes %s for nothing and puts the right value in its place', async (_what, spoil) => {
      await (await openProcess()).cache.remember('a', async () => answer(41), answers);
      await spoil();
      const process = await openProcess();
      expect(await process.cache.remember('a', async () => answer(5), answers)).toEqual(answer(5));
      expect(process.figures().shared).toMatchObject({ damaged: 1, hits: 0 });
      expect(await (await openProcess()).cache.remember('a', never, answers)).toEqual(answer(5));
    });

    it('does not read values of an older form', async () => {
      await (await openProcess()).cache.remember('a', async () => answer(1), answers);
      const newer = { ...answers, name: 'answer-2' };
      expect(await (await openProcess()).cache.remember('a', async () => answer(2), newer)).toEqual(
        answer(2),
      );
    });

    it('keeps values of this process out of Redis, and giants too', async () => {
      const { cache } = await openProcess();
      await cache.remember(
        'model',
        async () => new Uint8Array(9),
        (bytes) => bytes.length,
      );
      await cache.remember('giant', async () => ({ text: 'x'.repeat(600_000) }), {
        ...{ name: 'text', keptMs: 1000, sizeBytes: () => 1 },
        encode: (value) => value,
        decode: (stored) => stored as { text: string },
      });
      expect(await raw.dbsize()).toBe(0);
    });

    it('forgets in Redis too', async () => {
      const [one, two] = [await openProcess(), await openProcess()];
      await one.cache.remember('a', async () => answer(1), answers);
      await one.cache.forget('a', answers);
      expect(await two.cache.remember('a', async () => answer(2), answers)).toEqual(answer(2));
    });
  });

  describe('when Redis', () => {
    const work = async (process: OpenCache, key: string) => {
      const started = performance.now();
      expect(await process.cache.remember(key, async () => answer(6), answers)).toEqual(answer(6));
      expect((await process.counters.count('address', 60_000)).count).toBeGreaterThan(0);
      expect(await process.attempts.begin(key, policy)).toHaveProperty('end');
      return performance.now() - started;
    };

    it('is stopped and started again, everything goes on, and is shared again', async () => {
      const process = await openProcess();
      await work(process, 'before');
      await redis.process().stop('SIGKILL');
      expect(await work(process, 'while away')).toBeLessThan(BOUND_MS);
      await expect(process.check?.()).rejects.toMatchObject({ code: 'cache-unavailable' });
      await redis.restart();
      await vi.waitFor(() => expect(isUp(process)).toBe(true), 10_000);
      await work(process, 'after');
      expect(await (await openProcess()).cache.remember('after', never, answers)).toEqual(answer(6));
      await expect(process.check?.()).resolves.toBeUndefined();
    });

    it('hangs, the first call waits for a bounded time and the others not at all', async () => {
      const process = await openProcess();
      await stopped(async () => {
        expect(await work(process, 'first')).toBeLessThan(BOUND_MS);
        const before = process.figures().shared?.link.asked ?? 0;
        for (let i = 0; i < 50; i += 1) await work(process, `key ${i}`);
        const { link } = process.figures().shared ?? {};
        expect((link?.asked ?? 0) - before).toBe(0);
        expect(link?.skipped).toBeGreaterThanOrEqual(150);
      });
      await vi.waitFor(() => expect(isUp(process)).toBe(true), 10_000);
      await work(process, 'after');
      expect(await raw.exists('mlmcsc:cache:answer-1:after')).toBe(1);
    });

    it('is well, but this process was too busy to read its answer, it is not taken for away', async () => {
      const process = await openProcess();
      const counting = process.counters.count('address', 60_000);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
      expect(await counting).toMatchObject({ count: 1 });
      expect(isUp(process)).toBe(true);
    });

    it('is flushed, values are loaded again and counts are not forgotten by those who saw them', async () => {
      const process = await openProcess();
      for (let i = 0; i < 3; i += 1) await process.counters.count('10.0.0.9', 60_000);
      await raw.flushall();
      expect(await process.counters.count('10.0.0.9', 60_000)).toMatchObject({ count: 4 });
      await work(process, 'anew');
    });

    it('refuses the password, everything goes on without it', async () => {
      await raw.config('SET', 'requirepass', 'right');
      try {
        const process = await openProcess(redis.url.replace('redis://', 'redis://:wrong@'));
        expect(await work(process, 'a')).toBeLessThan(BOUND_MS);
        await vi.waitFor(
          () =>
            expect(process.check?.()).rejects.toMatchObject({
              context: { reason: expect.stringContaining('WRONGPASS') },
            }),
          10_000,
        );
        const right = await openProcess(redis.url.replace('redis://', 'redis://:right@'));
        expect(isUp(right)).toBe(true);
      } finally {
        await raw.config('SET', 'requirepass', '');
      }
    });

    it('allows no more than the how-to says, everything is shared', async () => {
      const guide = await readFile(new URL('../../../../docs/how-to/use-redis.md', import.meta.url), 'utf8');
      const rights = /^ACL SETUSER mlmcsc on >password (.+)$/m.exec(guide)?.[1]?.split(' ') ?? [];
      await raw.call('ACL', 'SETUSER', 'mlmcsc', 'on', '>password', ...rights);
      try {
        const url = `${redis.url.replace('redis://', 'redis://mlmcsc:password@')}/3`;
        const [one, two] = [await openProcess(url), await openProcess(url)];
        await work(one, 'a');
        await one.cache.forget('a', answers);
        await work(two, 'a');
        await fail(one.attempts, 3, 'bob');
        expect(await two.attempts.begin('bob', policy)).toHaveProperty('waitMs');
        expect(await one.counters.count('address', 60_000)).toMatchObject({ count: 3 });
        for (const process of [one, two]) expect(process.figures().shared?.link.failed).toBe(0);
      } finally {
        await raw.call('ACL', 'DELUSER', 'mlmcsc');
      }
    });

    it('is full or does not allow a command, everything goes on', async () => {
      const process = await openProcess();
      await raw.config('SET', 'maxmemory', '1');
      try {
        await work(process, 'full');
        expect(isUp(process)).toBe(true);
        expect(process.figures().shared?.link.failed).toBeGreaterThan(0);
      } finally {
        await raw.config('SET', 'maxmemory', '0');
      }
    });

    it('accepts connections and never says a word, the start is not held up for long', async () => {
      const silent = createServer(() => {}).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const { port } = silent.address() as { port: number };
      const started = performance.now();
      const process = await openProcess(`redis://127.0.0.1:${port}`);
      expect(performance.now() - started).toBeLessThan(5000);
      await work(process, 'a');
      await process.close();
      silent.close();
    });
  });

  describe('counters', () => {
    it('are shared by processes and begin anew with the next window', async () => {
      const [one, two] = [await openProcess(), await openProcess()];
      expect(await one.counters.count('10.0.0.7', 60_000)).toMatchObject({ count: 1 });
      const second = await two.counters.count('10.0.0.7', 60_000);
      expect(second.count).toBe(2);
      expect(second.endsInMs).toBeGreaterThan(55_000);
      expect(await two.counters.count('10.0.0.8', 60_000)).toMatchObject({ count: 1 });
      await one.counters.count('short', 40);
      await vi.waitFor(async () => expect(await raw.dbsize()).toBe(2));
      await vi.waitFor(async () => expect((await two.counters.count('short', 1)).count).toBe(1));
    });

    it('name neither addresses nor users in Redis', async () => {
      const { counters, attempts } = await openProcess();
      await counters.count('10.0.0.7', 60_000);
      await attempts.begin('10.0.0.7 ann', policy);
      expect((await raw.keys('*')).filter((key) => /10\.0|ann/.test(key))).toEqual([]);
    });
  });

  const policy: AttemptPolicy = {
    freeFailures: 3,
    firstLockMs: 30_000,
    longestLockMs: 100_000,
    memoryMs: 3_600_000,
    longestAttemptMs: 60_000,
  };
  const fail = async (ledger: AttemptLedger, times: number, key = 'ann', rules = policy) => {
    for (let i = 0; i < times; i += 1) {
      const attempt = await ledger.begin(key, rules);
      if (!('end' in attempt)) throw new Error(`attempt ${i + 1} was refused`);
      await attempt.end('failed');
    }
  };

  describe.each([
    ['of one process', async () => new MemoryAttempts()],
    ['of all processes', async () => (await openProcess()).attempts],
  ])('attempts %s', (_name, open) => {
    it('are locked after the free failures, longer with each further one, up to a limit', async () => {
      const ledger = await open();
      await fail(ledger, 3);
      const first = await ledger.begin('ann', policy);
      expect(first).toEqual({ waitMs: expect.closeTo(30_000, -3) });
      expect(await ledger.begin('bob', policy)).toHaveProperty('end');
      const brief = { ...policy, firstLockMs: 1, longestLockMs: 3 };
      await fail(ledger, 3, 'carl', brief);
      for (let i = 0; i < 4; i += 1) {
        await vi.waitFor(() => fail(ledger, 1, 'carl', brief), { interval: 5 });
      }
      const attempt = await vi.waitUntil(async () => {
        const begun = await ledger.begin('carl', policy);
        return 'end' in begun ? begun : null;
      });
      await attempt.end('failed');
      expect(await ledger.begin('carl', policy)).toEqual({ waitMs: expect.closeTo(100_000, -3) });
    });

    it('are forgotten after a success, kept when undecided', async () => {
      const ledger = await open();
      await fail(ledger, 2);
      await ((await ledger.begin('ann', policy)) as RunningAttempt).end('undecided');
      await ((await ledger.begin('ann', policy)) as RunningAttempt).end('succeeded');
      await fail(ledger, 3);
      expect(await ledger.begin('ann', policy)).toHaveProperty('waitMs');
    });

    it('cannot outrun the limit in a burst, and one that never ends stops counting', async () => {
      const ledger = await open();
      const burst = await Promise.all(
        Array.from({ length: 20 }, () => ledger.begin('ann', { ...policy, longestAttemptMs: 100 })),
      );
      expect(burst.filter((begun) => 'end' in begun)).toHaveLength(3);
      await vi.waitFor(async () => expect(await ledger.begin('ann', policy)).toHaveProperty('end'));
    });

    it('allow one at a time once the free failures are used up', async () => {
      const ledger = await open();
      const brief = { ...policy, firstLockMs: 1 };
      await fail(ledger, 3, 'ann', brief);
      await vi.waitFor(async () => expect(await ledger.begin('ann', brief)).toHaveProperty('end'));
      expect(await ledger.begin('ann', brief)).toEqual({ waitMs: 1000 });
    });
  });

  describe('locks of attempts', () => {
    it('hold in every process', async () => {
      const [one, two] = [await openProcess(), await openProcess()];
      await fail(one.attempts, 2);
      await fail(two.attempts, 1);
      for (const { attempts } of [one, two]) {
        expect(await attempts.begin('ann', policy)).toEqual({ waitMs: expect.closeTo(30_000, -3) });
      }
      const third = await openProcess();
      expect(await third.attempts.begin('ann', policy)).toHaveProperty('waitMs');
    });

    it('are opened in every process by a success in one', async () => {
      const [one, two] = [await openProcess(), await openProcess()];
      await fail(one.attempts, 2);
      await ((await two.attempts.begin('ann', policy)) as RunningAttempt).end('succeeded');
      await fail(one.attempts, 2);
      expect(await one.attempts.begin('ann', policy)).toHaveProperty('end');
    });

    it('survive a flush: the processes that saw them tell them again', async () => {
      const [one, two] = [await openProcess(), await openProcess()];
      await fail(one.attempts, 3);
      await raw.flushall();
      expect(await one.attempts.begin('ann', policy)).toHaveProperty('waitMs');
      expect(await two.attempts.begin('ann', policy)).toHaveProperty('waitMs');
    });

    it('count on from what was known while Redis is away, and are shared when it is back', async () => {
      const [one, two] = [await openProcess(), await openProcess()];
      await fail(one.attempts, 1);
      await fail(two.attempts, 1);
      await stopped(async () => {
        await fail(two.attempts, 1);
        expect(await two.attempts.begin('ann', policy)).toHaveProperty('waitMs');
      });
      await vi.waitFor(() => expect(isUp(one) && isUp(two)).toBe(true), 10_000);
      await two.attempts.begin('ann', policy);
      expect(await one.attempts.begin('ann', policy)).toHaveProperty('waitMs');
    });
  });

  describe('over TLS', () => {
    it('talks to a server whose certificate and name it can verify, and to no other', async () => {
      const [authority, stranger] = await Promise.all([createTestAuthority(), createTestAuthority()]);
      const folder = await temporaryFolder('redis-ca');
      const servers = await Promise.all([
        startRedis({ password: 's3cret', certificate: await authority.issue() }),
        startRedis({ certificate: await authority.issue(['elsewhere.example']) }),
      ]);
      const [right, otherName] = servers;
      try {
        const reasonOf = async (process: OpenCache): Promise<string | null> =>
          (await process.check?.().then(
            () => null,
            (error) => error.context.reason,
          )) ?? null;
        const process = await openProcess(right.url, authority.caFile);
        expect(await reasonOf(process)).toBeNull();
        await process.cache.remember('a', async () => answer(8), answers);
        const second = await openProcess(right.url, authority.caFile);
        expect(await second.cache.remember('a', never, answers)).toEqual(answer(8));

        expect(await reasonOf(await openProcess(right.url, stranger.caFile))).toMatch(/certificate/);
        expect(await reasonOf(await openProcess(right.url))).toMatch(/certificate/);
        expect(await reasonOf(await openProcess(otherName.url, authority.caFile))).toMatch(/altnames/);
        const plain = right.url.replace('rediss:', 'redis:');
        expect(isUp(await openProcess(plain))).toBe(false);
        await expect(openProcess(plain, authority.caFile)).rejects.toMatchObject({ code: 'redis-ca-unused' });
        const missing = join(folder.path, 'missing.pem');
        await expect(openProcess(right.url, missing)).rejects.toMatchObject({ code: 'redis-ca-unreadable' });
        await writeFile(missing, 'no certificate');
        expect(isUp(await openProcess(right.url, missing))).toBe(false);
      } finally {
        for (const server of servers) await server.stop();
        await Promise.all([authority.remove(), stranger.remove(), folder.remove()]);
      }
    });
  });
});
