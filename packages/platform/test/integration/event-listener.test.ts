import type { DomainEvent } from '@mlmcsc/core';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { poolUrlOf } from '../../../../test/services/database-route.ts';
import {
  createPool,
  PostgresEventListener,
  PostgresEventLog,
  PostgresStore,
} from '../../src/postgres/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
let pool: Pool;
let store: PostgresStore;
let listener: PostgresEventListener;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  const url = await server.createDatabase();
  pool = createPool({ url: await poolUrlOf(url), applicationName: 'test', log: silentLog });
  store = new PostgresStore(pool);
  listener = new PostgresEventListener(url, silentLog);
  await listener.start();
});
afterAll(async () => {
  await listener.close();
  await pool.end();
  await server.stop();
});

const event = (jobId: string): DomainEvent => ({ type: 'job.changed', jobId });

test('an event is heard after the commit and not at all after a rollback', async () => {
  const heard: string[] = [];
  const unsubscribe = listener.subscribe((one) => {
    if (one.type === 'job.changed') heard.push(one.jobId);
  });
  await store.transaction(async (rows) => {
    await rows.events.publish(event('committed'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([]);
  });
  await expect.poll(() => heard).toEqual(['committed']);
  const broken = store.transaction(async (rows) => {
    await rows.events.publish(event('rolled back'));
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  await store.rows.events.publish(event('next'));
  await expect.poll(() => heard).toEqual(['committed', 'next']);
  unsubscribe();
  await store.rows.events.publish(event('unheard'));
  expect(heard).toHaveLength(2);
});

/** Ends the connection on which events are heard and announces in the moment when nobody listens. */
const announceUnheard = (jobId: string) =>
  pool.query(
    `with killed as materialized (
       select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'mlmcsc-events'
     )
     insert into event_log (type, payload)
     select 'job.changed', jsonb_build_object('type', 'job.changed', 'jobId', $1::text) from killed`,
    [jobId],
  );

test('what happens while the connection is lost is heard afterwards, once and in order', async () => {
  const heard: string[] = [];
  const positions: (number | null)[] = [];
  const unsubscribe = listener.subscribe((one, position) => {
    if (one.type !== 'job.changed' || !/^(away|back)/.test(one.jobId)) return;
    heard.push(one.jobId);
    positions.push(position);
  });
  const expected: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    const { rowCount } = await announceUnheard(`away ${round}`);
    expect(rowCount).toBe(1);
    await store.rows.events.publish(event(`back ${round}`));
    expected.push(`away ${round}`, `back ${round}`);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(expected);
  }
  expect(positions).toEqual([...positions].sort((left, right) => Number(left) - Number(right)));
  expect(new Set(positions).size).toBe(positions.length);
  unsubscribe();
});

test('a gap is told when the log has forgotten what was missed', async () => {
  let gaps = 0;
  const unsubscribe = listener.subscribe(
    () => {},
    () => {
      gaps += 1;
    },
  );
  const log = new PostgresEventLog(pool);
  const connection = await pool.connect();
  // The log cannot be read while what was missed is deleted.
  await connection.query('begin; lock table event_log_horizon in access exclusive mode');
  await announceUnheard('forgotten');
  await connection.query(`update event_log set created_at = now() - interval '2 days'`);
  await connection.query(`
    with gone as (delete from event_log returning position)
    update event_log_horizon set pruned_to = (select max(position) from gone)`);
  await connection.query('commit');
  connection.release();
  await expect.poll(() => gaps, { timeout: 10_000 }).toBe(1);
  expect(await log.readAfter(0, 10)).toEqual([]);
  unsubscribe();
});

test('positions are in the order of commits, whatever the order of writing, and nothing is placed that was rolled back', async () => {
  const log = new PostgresEventLog(pool);
  const { last } = await log.bounds();
  const [slow, quick] = [await pool.connect(), await pool.connect()];
  const insert = (jobId: string) =>
    `insert into event_log (type, payload) values ('job.changed', '${JSON.stringify(event(jobId))}')`;
  await slow.query(`begin; ${insert('written first')}`);
  await quick.query(`begin; ${insert('rolled back')}; rollback`);
  await quick.query(`begin; ${insert('committed first')}; commit`);
  const seen = await log.readAfter(last, 10);
  expect(seen.map(({ event: one }) => one)).toEqual([event('committed first')]);
  await slow.query('commit');
  const rest = await log.readAfter(seen[0]!.position, 10);
  expect(rest.map(({ event: one }) => one)).toEqual([event('written first')]);
  slow.release();
  quick.release();
});

test('pruning forgets a whole beginning of the log and says how far', async () => {
  const log = new PostgresEventLog(pool);
  for (const name of ['old 1', 'old 2', 'new']) await store.rows.events.publish(event(name));
  const { last } = await log.bounds();
  await pool.query(`update event_log set created_at = now() - interval '3 hours' where position < $1`, [
    last,
  ]);
  await Promise.all([log.prune(2), log.prune(2)]);
  const { prunedTo } = await log.bounds();
  expect(prunedTo).toBeLessThan(last);
  const left = await log.readAfter(0, 10);
  expect(left.map(({ event: one }) => one)).toEqual([event('new')]);
  expect(await log.prune(2)).toBe(0);
});

test('a killed database is heard again, and the store works again', async () => {
  const heard: string[] = [];
  listener.subscribe((one) => {
    if (one.type === 'job.changed') heard.push(one.jobId);
  });
  process.kill(server.pid(), 'SIGKILL');
  const publish = () =>
    store.rows.events.publish(event('after the crash')).then(
      () => heard.includes('after the crash'),
      () => false,
    );
  await expect.poll(publish, { timeout: 15_000 }).toBe(true);
  const check = () =>
    store.check().then(
      () => 'up',
      () => 'down',
    );
  await expect.poll(check, { timeout: 15_000 }).toBe('up');
});

test('a database that is away is told as unavailable, without its address', async () => {
  const away = createPool({
    url: 'postgres://u:hush@127.0.0.1:1/x',
    applicationName: 'test',
    log: silentLog,
  });
  const nowhere = new PostgresStore(away);
  const attempts = [
    () => nowhere.check(),
    () => nowhere.rows.models.champion(),
    () => nowhere.transaction((rows) => rows.labels.counts()),
  ];
  for (const attempt of attempts) {
    const error: unknown = await attempt().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'Unavailable', code: 'database-unavailable', retryable: true });
    expect(String(error)).not.toMatch(/127\.0\.0\.1|hush/);
  }
  await away.end();
});

test('closing while it connects ends it', async () => {
  const url = await server.createDatabase();
  const early = new PostgresEventListener(url, silentLog);
  const starting = early.start();
  await early.close();
  await starting;
  const left = async () => {
    const { rows } = await pool.query(
      "select pid from pg_stat_activity where application_name = 'mlmcsc-events' and datname = $1",
      [new URL(url).pathname.slice(1)],
    );
    return rows.length;
  };
  await expect.poll(left).toBe(0);
});
