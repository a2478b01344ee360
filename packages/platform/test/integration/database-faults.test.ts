import { once } from 'node:events';
import { createServer, connect as openSocket, type Server, type Socket } from 'node:net';
import type { ImageRecord, Unavailable } from '@mlmcsc/core';
import { Client, type Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPgBouncer, type TestPgBouncer } from '../../../../test/services/pgbouncer.ts';
import { startPostgres, type TestPostgres } from '../../../../test/services/postgres.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { createPool, migrate, PostgresEventListener, PostgresStore } from '../../src/postgres/index.ts';
import { uuidV7 } from '../../src/system/index.ts';
import { silentLog } from '../../src/testing/index.ts';

let server: TestPostgres;
let pooler: TestPgBouncer;
const pools: Pool[] = [];
beforeAll(async () => {
  server = await startPostgres();
  pooler = await startPgBouncer({ url: server.url });
  await migrate(server.url, silentLog);
});
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const work of running.splice(0)) await work.stop();
  for (const pool of pools.splice(0)) await pool.end();
});
afterAll(async () => {
  await pooler?.stop();
  await server?.stop();
});

function storeOn(url: string, options: { statementTimeoutMs?: number; awayToleranceMs?: number } = {}) {
  const pool = createPool({ url, applicationName: 'test', maxConnections: 8, log: silentLog, ...options });
  pools.push(pool);
  return new PostgresStore(pool);
}

let digests = 0;
function image(): ImageRecord {
  digests += 1;
  return {
    ...{ id: uuidV7.next(), sha256: digests.toString(16).padStart(64, '0'), fileName: 'a.jpg' },
    ...{
      mediaType: 'image/jpeg',
      sizeBytes: 3,
      widthPx: 640,
      heightPx: 481,
      displayKey: 'd',
      thumbnailKey: 't',
    },
    ...{
      specimen: null,
      half: null,
      heat: null,
      widthMm: null,
      pxPerMm: null,
      uploadedBy: 'tess',
      uploadedAt: new Date(),
      picturesRemovedAt: null,
      picturesRemovedBy: null,
    },
  };
}

/** Stores pictures, each with a queue entry, from several callers at once until told to stop. */
function storeUntilStopped(store: PostgresStore) {
  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  let stopped = false;
  const caller = async () => {
    while (!stopped) {
      const one = image();
      try {
        await store.transaction(async (rows) => {
          await rows.images.insertOrFind(one);
          await rows.queue.enqueue({ kind: 'analysis.batch.v1', jobId: one.id });
        });
        expect(await store.rows.images.find(one.id)).toEqual(one);
        acknowledged.push(one.id);
      } catch (error) {
        refused.push(error);
      }
    }
  };
  const callers = Array.from({ length: 12 }, caller);
  const work = {
    acknowledged,
    refused,
    async stop() {
      stopped = true;
      await Promise.all(callers);
    },
  };
  running.push(work);
  return work;
}

async function idsAndEntries(): Promise<{ ids: Set<string>; entries: string[] }> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    const images = await client.query<{ id: string }>('select id from images');
    const jobs = await client.query<{ key: string }>('select key from graphile_worker.jobs');
    return { ids: new Set(images.rows.map(({ id }) => id)), entries: jobs.rows.map(({ key }) => key) };
  } finally {
    await client.end();
  }
}

const restarts: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'PostgreSQL is restarted',
    async () => {
      await server.process().stop('SIGINT');
      await server.start();
    },
  ],
  [
    'PostgreSQL is killed',
    async () => {
      await server.process().stop('SIGKILL');
      await server.start();
    },
  ],
  [
    'PgBouncer is killed',
    async () => {
      await pooler.process().stop('SIGKILL');
      await pooler.start();
    },
  ],
];

describe.skipIf(servicesMissing !== null)(
  `a database with faults${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  () => {
    describe.each(['directly', 'through PgBouncer'] as const)('reached %s', (route) => {
      const url = () => (route === 'directly' ? server.url : pooler.urlOf(server.url));

      test.each(restarts)('requests wait and nothing is lost or doubled while %s', async (what, restart) => {
        const work = storeUntilStopped(storeOn(url()));
        await expect.poll(() => work.acknowledged.length).toBeGreaterThan(50);
        const away = performance.now();
        await restart();
        const outageMs = performance.now() - away;
        const before = work.acknowledged.length;
        await expect.poll(() => work.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 50);
        await work.stop();
        for (const error of work.refused)
          expect(error).toMatchObject({ name: 'Unavailable', retryable: true });
        // A request waits longer than a restart takes, unless the machine is very busy.
        // A crash in the middle of a commit leaves nobody who knows whether it happened; that is told, not guessed.
        const refused = work.refused.filter(
          (error) => what !== 'PostgreSQL is killed' || (error as Unavailable).code !== 'outcome-unknown',
        );
        if (outageMs < 2_500) expect(refused).toEqual([]);
        const { ids, entries } = await idsAndEntries();
        expect(work.acknowledged.filter((id) => !ids.has(id))).toEqual([]);
        expect(new Set(entries).size).toBe(entries.length);
        const queued = new Set(entries);
        expect([...ids].filter((id) => !queued.has(id))).toEqual([]);
      });

      test('a database that stays away is told within bounds', async () => {
        const store = storeOn(url(), { awayToleranceMs: 500, statementTimeoutMs: 1_000 });
        await store.check();
        await server.process().stop('SIGKILL');
        const started = performance.now();
        await expect(store.check()).rejects.toMatchObject({ name: 'Unavailable' });
        await expect(store.transaction((rows) => rows.labels.counts())).rejects.toMatchObject({
          name: 'Unavailable',
        });
        expect(performance.now() - started).toBeLessThan(15_000);
        await server.start();
        await expect.poll(() => store.check().then(() => 'up', String), { timeout: 15_000 }).toBe('up');
      });

      test('a database that hangs is told within bounds, and used again when it goes on', async () => {
        const store = storeOn(url(), { statementTimeoutMs: 500 });
        await store.check();
        const { child } = server.process();
        const stopped = await backends();
        for (const pid of [...stopped, child.pid!]) process.kill(pid, 'SIGSTOP');
        const started = performance.now();
        const attempts = await Promise.allSettled([
          store.rows.labels.counts(),
          store.transaction((rows) => rows.labels.counts()),
        ]);
        expect(performance.now() - started).toBeLessThan(15_000);
        for (const attempt of attempts) expect(attempt).toMatchObject({ reason: { name: 'Unavailable' } });
        for (const pid of [...stopped, child.pid!]) process.kill(pid, 'SIGCONT');
        await expect.poll(() => store.check().then(() => 'up', String), { timeout: 15_000 }).toBe('up');
      });
    });

    test('the server itself tells a recovery after a crash from a restart, so that numbers given twice are known', async () => {
      const lastRecovery = async () => {
        const client = new Client({ connectionString: server.url });
        await client.connect();
        const { rows } = await client.query('select pg_stat_get_bgwriter_stat_reset_time()::text as at');
        await client.end();
        return rows[0].at as string;
      };
      const before = await lastRecovery();
      await server.process().stop('SIGINT');
      await server.start();
      expect(await lastRecovery()).toBe(before);
      await server.process().stop('SIGKILL');
      await server.start();
      expect(await lastRecovery()).not.toBe(before);
    });

    test('waits for room when all connections of the server are taken', async () => {
      const small = await startPostgres({
        settings: ['max_connections=4', 'superuser_reserved_connections=0', 'max_wal_senders=0'],
      });
      const others = Array.from({ length: 4 }, () => new Client({ connectionString: small.url }));
      for (const other of others) await other.connect();
      const store = storeOn(small.url, { awayToleranceMs: 600 });
      await expect(store.check()).rejects.toMatchObject({ code: 'database-unavailable', retryable: true });
      const waiting = storeOn(small.url).check();
      await others[0]!.end();
      await waiting;
      for (const other of others.slice(1)) await other.end();
      for (const pool of pools.splice(0)) await pool.end();
      await small.stop();
    });

    test('events are heard again after PostgreSQL was restarted, also those of meanwhile', async () => {
      const listener = new PostgresEventListener(server.url, silentLog);
      await listener.start();
      const heard: string[] = [];
      listener.subscribe((event) => event.type === 'job.changed' && heard.push(event.jobId));
      await server.process().stop('SIGINT');
      await server.start();
      const store = storeOn(pooler.urlOf(server.url));
      for (const jobId of ['first', 'second'])
        await store.rows.events.publish({ type: 'job.changed', jobId });
      await expect.poll(() => heard, { timeout: 15_000 }).toEqual(['first', 'second']);
      await listener.close();
    });

    describe('a connection that breaks at the commit', () => {
      test.each([
        ['before the server heard of it: the work is done again', 'drop', 2],
        ['after the server had carried it out: it is found to be stored', 'deliver', 1],
      ] as const)('%s', async (_what, fate, runs) => {
        const proxy = await startCommitCutter(server.port, fate);
        const url = new URL(server.url);
        url.port = String(proxy.port);
        const store = storeOn(url.href);
        const one = image();
        let ran = 0;
        const result = await store.transaction(async (rows) => {
          ran += 1;
          return rows.images.insertOrFind({ ...one, id: uuidV7.next() });
        });
        expect(ran).toBe(runs);
        expect(proxy.cuts()).toBe(1);
        expect(await store.rows.images.find(result.image.id)).toMatchObject({ sha256: one.sha256 });
        expect(result.created).toBe(true);
        await proxy.close();
      });

      test('while the server goes away as well is told to be unknown, and never done again', async () => {
        const proxy = await startCommitCutter(server.port, 'deliver', () => server.process().stop('SIGKILL'));
        const url = new URL(server.url);
        url.port = String(proxy.port);
        let ran = 0;
        const one = image();
        const outcome = storeOn(url.href, { awayToleranceMs: 300 }).transaction(async (rows) => {
          ran += 1;
          return rows.images.insertOrFind(one);
        });
        await expect(outcome).rejects.toMatchObject({ name: 'Unavailable', code: 'outcome-unknown' });
        expect(ran).toBe(1);
        await proxy.close();
        await server.start();
      });
    });
  },
);

/** Processes that serve connections now. */
async function backends(): Promise<number[]> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}

/** Passes everything on until the first commit, which breaks the connection: delivered or not, its answer is never heard. */
async function startCommitCutter(port: number, fate: 'deliver' | 'drop', before = async () => {}) {
  let cuts = 0;
  const sockets = new Set<Socket>();
  const proxy: Server = createServer((client) => {
    const upstream = openSocket({ host: '127.0.0.1', port });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    let muted = false;
    client.on('data', (data) => {
      if (cuts === 0 && data.includes('commit')) {
        cuts += 1;
        muted = true;
        if (fate === 'drop') {
          upstream.destroy();
          client.destroy();
          return;
        }
        upstream.write(data);
        // The answer proves that the commit is over; the client never sees it.
        upstream.once('data', () => before().then(() => client.destroy()));
        return;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!muted) client.write(data);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as { port: number }).port,
    cuts: () => cuts,
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
