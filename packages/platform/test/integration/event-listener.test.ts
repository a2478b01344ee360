import type { DomainEvent } from '@mlmcsc/core';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, PostgresEventListener, PostgresStore } from '../../src/postgres/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
let pool: Pool;
let store: PostgresStore;
let listener: PostgresEventListener;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  const url = await server.createDatabase();
  pool = createPool({ url, applicationName: 'test', log: silentLog });
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

test('a lost connection is made again, and the gap is told', async () => {
  const heard: string[] = [];
  let gaps = 0;
  listener.subscribe(
    (one) => one.type === 'job.changed' && heard.push(one.jobId),
    () => {
      gaps += 1;
    },
  );
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mlmcsc-events'`,
  );
  await expect.poll(() => gaps, { timeout: 10_000 }).toBe(1);
  await store.rows.events.publish(event('after'));
  await expect.poll(() => heard.at(-1)).toBe('after');
});

test('a killed database is heard again, and the store works again', async () => {
  let gaps = 0;
  listener.subscribe(
    () => {},
    () => {
      gaps += 1;
    },
  );
  process.kill(server.pid(), 'SIGKILL');
  await expect.poll(() => gaps, { timeout: 15_000 }).toBe(1);
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
