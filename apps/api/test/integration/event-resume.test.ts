import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DomainEvent } from '@mlmcsc/core';
import { UserAccounts } from '@mlmcsc/platform/auth';
import { createPool, PostgresEventLog, PostgresStore } from '@mlmcsc/platform/postgres';
import { uuidV7 } from '@mlmcsc/platform/system';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApiProcess } from './support/api-process.ts';
import { openStream } from './support/read-events.ts';
import { PASSWORD } from './support/start-test-api.ts';

const SEED = 20261125;
const WRITERS = 6;
const EVENTS_A_WRITER = 80;

let database: TestDatabaseServer;
let pool: Pool;
let store: PostgresStore;
let log: PostgresEventLog;
let folder: string;
let replicas: readonly ApiProcess[] = [];
let cookie: string;

beforeAll(async () => {
  database = await startTestDatabaseServer();
  const url = await database.createDatabase();
  pool = createPool({ url, applicationName: 'test-writers', log: silentLog });
  store = new PostgresStore(pool);
  log = new PostgresEventLog(pool);
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-replicas-'));
  await new UserAccounts(pool).createUser({ username: 'reader', password: PASSWORD, role: 'viewer' });
  const environment = {
    MLMCSC_DATA_DIR: folder,
    MLMCSC_DATABASE_URL: url,
    MLMCSC_SESSION_SECRET: 'one secret for all replicas of this test',
    MLMCSC_REQUESTS_PER_MINUTE: '100000',
    MLMCSC_MEASURE_THREADS: '1',
  };
  replicas = [await startApiProcess(environment), await startApiProcess(environment)];
  const signedIn = await fetch(`${replicas[0]?.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'reader', password: PASSWORD }),
  });
  expect(signedIn.status).toBe(201);
  cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
});
afterAll(async () => {
  for (const replica of replicas) await replica.kill();
  await pool.end();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Numbers from 0 to 1; the same seed gives the same numbers. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const urlOf = (replica: number) => replicas[replica]?.url ?? '';
const eventOf = (): DomainEvent => ({
  type: 'label.created',
  labelId: uuidV7.next(),
  analysisId: uuidV7.next(),
});

/** Transactions that stay open for a random while, some with several events, some rolled back. */
async function write(seed: number): Promise<number> {
  const random = randomOf(seed);
  let committed = 0;
  for (let done = 0; done < EVENTS_A_WRITER; ) {
    const events = Array.from({ length: 1 + Math.floor(random() * 3) }, eventOf);
    const isRolledBack = random() < 0.15;
    const pauseSeconds = random() * 0.02;
    await store
      .transaction(async (rows) => {
        for (const event of events) await rows.events.publish(event);
        await pool.query('select pg_sleep($1)', [pauseSeconds]);
        if (isRolledBack) throw new Error('rolled back');
      })
      .catch((error: unknown) => {
        if (!isRolledBack) throw error;
      });
    if (!isRolledBack) committed += events.length;
    done += events.length;
  }
  return committed;
}

interface Reading {
  readonly received: { id: number; labelId: string }[];
  readonly connections: number;
}

/** Reads now from this replica, now from that, breaking off at random and going on where it was, until `isOver`. */
async function read(seed: number, from: number, isOver: (last: number) => boolean): Promise<Reading> {
  const random = randomOf(seed);
  const received: { id: number; labelId: string }[] = [];
  let last = from;
  let connections = 0;
  while (!isOver(last)) {
    const stream = await openStream(`${urlOf(connections % 2)}/api/v1/events`, {
      cookie,
      'last-event-id': String(last),
    });
    expect(stream.status).toBe(200);
    connections += 1;
    const most = 1 + Math.floor(random() * 30);
    let seen = 0;
    const deadline = performance.now() + 100 + random() * 400;
    while (seen < most && performance.now() < deadline && !isOver(last)) {
      const blocks = stream.text().split('\n\n').slice(0, -1);
      const told = blocks.filter((block) => block.includes('\ndata: '));
      for (const block of told.slice(seen, most)) {
        const id = Number(/^id: (\d+)$/m.exec(block)?.[1]);
        const event = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '') as {
          type: string;
          label_id: string;
        };
        expect(event.type).toBe('label.created');
        received.push({ id, labelId: event.label_id });
        last = id;
        seen += 1;
      }
      await setImmediate();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    stream.close();
    await stream.ended;
  }
  return { received, connections };
}

describe('an event stream that is resumed', () => {
  it('tells everything once and in order, at any replica, while listeners lose their connections', async () => {
    const start = (await log.bounds()).last;
    let end = Number.POSITIVE_INFINITY;
    const readers = Promise.all([1, 2, 3].map((n) => read(SEED + n, start, (last) => last >= end)));
    let isWriting = true;
    const killing = (async () => {
      let killed = 0;
      while (isWriting) {
        const { rowCount } = await pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mlmcsc-events'`,
        );
        killed += rowCount ?? 0;
        await pool.query('select pg_sleep(0.3)');
      }
      return killed;
    })();
    const counts = await Promise.all(
      Array.from({ length: WRITERS }, (_, writer) => write(SEED + 100 * writer)),
    );
    isWriting = false;
    const killed = await killing;
    end = (await log.bounds()).last;
    const expected = (await log.readAfter(start, 10_000)).map(({ position, event }) => ({
      id: position,
      labelId: event.type === 'label.created' ? event.labelId : '',
    }));
    expect(expected).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
    expect(killed).toBeGreaterThan(2);
    for (const { received, connections } of await readers) {
      expect(received).toEqual(expected);
      expect(connections).toBeGreaterThan(3);
    }
  });

  it('is told to begin anew when its place was forgotten, or lies ahead of the log', async () => {
    await store.rows.events.publish(eventOf());
    const { last } = await log.bounds();
    await pool.query(`update event_log set created_at = now() - interval '25 hours' where position <= $1`, [
      last,
    ]);
    const kept = eventOf();
    await store.rows.events.publish(kept);
    expect(await log.prune()).toBeGreaterThan(0);
    const at = async (id: string, replica: number) => {
      const stream = await openStream(`${urlOf(replica)}/api/v1/events?last_event_id=${id}`, { cookie });
      const first = await stream.next(() => true);
      stream.close();
      return first;
    };
    expect(await at(String(last - 1), 0)).toEqual({ type: 'stream.reset' });
    expect(await at('999999999', 1)).toEqual({ type: 'stream.reset' });
    expect(await at(String(last), 1)).toMatchObject({ type: 'label.created' });
    const refused = await fetch(`${urlOf(0)}/api/v1/events?last_event_id=-1`, { headers: { cookie } });
    expect(refused.status).toBe(400);
  });

  it('goes on after the death of the replica it was read from', async () => {
    const stream = await openStream(`${urlOf(1)}/api/v1/events`, { cookie });
    await store.rows.events.publish(eventOf());
    await stream.next(() => true);
    const id = [...stream.text().matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? '';
    const broken = stream.ended.catch(() => {});
    await replicas[1]?.kill();
    await broken;
    const missed = [eventOf(), eventOf()];
    for (const event of missed) await store.rows.events.publish(event);
    const again = await openStream(`${urlOf(0)}/api/v1/events`, { cookie, 'last-event-id': id });
    await again.next((event) => event.type === 'label.created' && event.label_id === labelOf(missed[1]));
    expect(again.events.map((event) => (event.type === 'label.created' ? event.label_id : ''))).toEqual(
      missed.map(labelOf),
    );
    again.close();
  });
});

const labelOf = (event: DomainEvent | undefined) =>
  event?.type === 'label.created' ? event.labelId : undefined;
