import { createPool, PostgresIdempotencyStore } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { poolUrlOf } from '../../../../test/services/database-route.ts';

let server: TestDatabaseServer;
let pool: Pool;
let here: PostgresIdempotencyStore;
let there: PostgresIdempotencyStore;

beforeAll(async () => {
  server = await startTestDatabaseServer();
  pool = createPool({
    url: await poolUrlOf(await server.createDatabase()),
    applicationName: 'test',
    maxConnections: 4,
    log: silentLog,
  });
  here = new PostgresIdempotencyStore(pool);
  there = new PostgresIdempotencyStore(pool);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const outcome = {
  status: 201,
  location: '/api/v1/labels/7',
  body: { id: '7', shear_percent: 41.5, notes: null },
};

describe('PostgresIdempotencyStore', () => {
  it('lets exactly one of many simultaneous requests through', async () => {
    const request = { key: 'k-race', username: 'ann', fingerprint: 'f' };
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? here : there).claim(request)),
    );
    expect(claims.filter(({ state }) => state === 'claimed')).toHaveLength(1);
    expect(claims.filter(({ state }) => state === 'running')).toHaveLength(7);
  });

  it('gives the first outcome to every repetition, in any process', async () => {
    const request = { key: 'k-done', username: 'ann', fingerprint: 'f' };
    await here.claim(request);
    await here.complete('k-done', 'ann', outcome);
    await expect(there.claim(request)).resolves.toEqual({ state: 'done', outcome });
  });

  it('tells a key used for something else, but lets another user use the same key', async () => {
    await here.claim({ key: 'k-other', username: 'ann', fingerprint: 'first' });
    await expect(here.claim({ key: 'k-other', username: 'ann', fingerprint: 'second' })).resolves.toEqual({
      state: 'mismatch',
    });
    await expect(
      here.claim({ key: 'k-other', username: 'bob', fingerprint: 'second' }),
    ).resolves.toMatchObject({
      state: 'claimed',
    });
  });

  it('may be tried again after a failure, and after the death of the process that held it', async () => {
    const request = { key: 'k-fail', username: 'ann', fingerprint: 'f' };
    const first = await here.claim(request);
    await here.release('k-fail', 'ann');
    // What the failed request was to make keeps its name: it may have been made.
    await expect(here.claim(request)).resolves.toEqual(first);
    await expect(there.claim(request)).resolves.toEqual({ state: 'running' });
    await pool.query(
      `update idempotency_key set claimed_at = now() - interval '1 minute' where key = 'k-fail'`,
    );
    await expect(there.claim(request)).resolves.toEqual(first);
    expect(first).toEqual({ state: 'claimed', effectId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('may be used for another request after a failure, under a new name', async () => {
    const first = await here.claim({ key: 'k-mended', username: 'ann', fingerprint: 'wrong' });
    await here.release('k-mended', 'ann');
    const second = await here.claim({ key: 'k-mended', username: 'ann', fingerprint: 'right' });
    expect(second.state).toBe('claimed');
    expect(second).not.toEqual(first);
  });

  it('never gives back a key that has an outcome, and forgets it after a day', async () => {
    const request = { key: 'k-old', username: 'ann', fingerprint: 'f' };
    await here.claim(request);
    await here.complete('k-old', 'ann', outcome);
    await here.release('k-old', 'ann');
    await expect(here.claim(request)).resolves.toMatchObject({ state: 'done' });
    await pool.query(
      `update idempotency_key set claimed_at = now() - interval '25 hours' where key = 'k-old'`,
    );
    await expect(here.claim(request)).resolves.toMatchObject({ state: 'claimed' });
  });
});
