import { createHash } from 'node:crypto';
import {
  type AuditHead,
  auditGenesis,
  type NewAuditEntry,
  verifyAuditTrail,
  walkAuditTrail,
} from '@mlmcsc/core';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool, PostgresStore } from '../../src/postgres/index.ts';
import { runWithOrigin } from '../../src/system/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
const pools: Pool[] = [];
beforeAll(async () => {
  server = await startTestDatabaseServer();
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await server.stop();
});

async function openTrail() {
  const url = await server.createDatabase();
  const pool = createPool({ url, applicationName: 'test', maxConnections: 12, log: silentLog });
  pools.push(pool);
  const store = new PostgresStore(pool);
  const verify = (expected: AuditHead | { hash: string } | null = null) =>
    verifyAuditTrail(walkAuditTrail(store.rows.audit), expected);
  return { url, pool, store, verify };
}

const configured = (from: string, to: string, actor = 'eve'): NewAuditEntry => ({
  action: 'learning.configured',
  actor,
  subject: { kind: 'setting', id: 'learning_strategy' },
  details: { from, to },
});

test('an entry says who, what, when, for which request; details come back as they were given', async () => {
  const { store, verify } = await openTrail();
  const details = {
    text: 'Ä "q" \\ \n\u2028 \u0001',
    number: 33.333333333333336,
    small: 1e-7,
    big: 1e21,
    none: null,
    list: [1, true],
  };
  await runWithOrigin({ requestId: 'req-12345678', address: '203.0.113.7', apiKey: null }, () =>
    store.rows.audit.append({
      action: 'user.role-changed',
      actor: 'eve',
      subject: { kind: 'user', id: 'tess' },
      details,
    }),
  );
  await store.rows.audit.append({ action: 'session.refused', actor: null, personal: { tried: 'bob' } });
  await store.rows.audit.append({ action: 'model.promoted', actor: 'system' });
  const { items } = await store.rows.audit.list({}, { limit: 10 });
  expect(items).toMatchObject([
    { position: 3, actorKind: 'system', actor: null, actorName: null, address: null },
    { position: 2, actorKind: 'anonymous', actor: null, details: {} },
    {
      ...{
        position: 1,
        action: 'user.role-changed',
        actorKind: 'user',
        actorName: 'eve',
        subjectName: 'tess',
      },
      ...{ subjectKind: 'user', requestId: 'req-12345678', address: '203.0.113.7', details },
    },
  ]);
  expect(items[2]?.actor).toMatch(/^person:[0-9a-f]{12}$/);
  expect(items[2]?.subjectId).toMatch(/^person:[0-9a-f]{12}$/);
  expect(items[2]?.subjectId).not.toBe(items[2]?.actor);
  expect(await verify()).toMatchObject({ entries: 3, erased: 0, broken: null });
});

test('an API key is named beside the person who owns it', async () => {
  const { store } = await openTrail();
  await runWithOrigin({ requestId: 'req-12345678', address: null, apiKey: 'key-7' }, () =>
    store.rows.audit.append(configured('immediate', 'batch', 'robot')),
  );
  const { items } = await store.rows.audit.list({ actor: 'robot' }, { limit: 10 });
  expect(items).toMatchObject([{ actorKind: 'api-key', actorKey: 'key-7', actorName: 'robot' }]);
});

test('an entry stands or falls with its transaction', async () => {
  const { store, verify, pool } = await openTrail();
  const failed = store.transaction(async (rows) => {
    await rows.audit.append(configured('a', 'b'));
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await store.rows.audit.head()).toBeNull();
  await store.transaction(async (rows) => {
    await rows.audit.append(configured('a', 'b'));
    await rows.audit.append(configured('b', 'c'));
    await rows.settings.setLearningStrategy('batch');
  });
  expect(await verify()).toMatchObject({ entries: 2, broken: null });
  expect((await pool.query('select count(*)::int as n from audit_inbox')).rows).toEqual([{ n: 0 }]);
});

test('many transactions at once make one chain without a gap, whatever order they wrote in', async () => {
  const { store, verify, url } = await openTrail();
  const other = createPool({ url, applicationName: 'other', maxConnections: 12, log: silentLog });
  pools.push(other);
  const stores = [store, new PostgresStore(other)];
  let kept = 0;
  const append = async (index: number) => {
    const isUndone = index % 10 === 3;
    const work = stores[index % 2]!.transaction(async (rows) => {
      await rows.audit.append(configured(String(index), 'x', `user-${index % 7}`));
      // A row that all of them change, as an ordinary use case would.
      await rows.settings.setLearningStrategy('batch');
      if (isUndone) throw new Error('undone');
      if (index % 3 === 0) await rows.audit.append(configured(String(index), 'y', `user-${index % 5}`));
    });
    if (isUndone) return expect(work).rejects.toThrow('undone');
    await work;
    kept += index % 3 === 0 ? 2 : 1;
  };
  const lane = async (first: number) => {
    for (let index = first; index < 300; index += 20) await append(index);
  };
  await Promise.all(Array.from({ length: 20 }, (_, first) => lane(first)));
  const verdict = await verify();
  expect(verdict).toMatchObject({ entries: kept, broken: null });
  expect(kept).toBeGreaterThan(300);
  // One person, one pseudonym, also when several transactions met the name first.
  const { items } = await store.rows.audit.list({ actor: 'user-1' }, { limit: 200 });
  expect(new Set(items.map(({ actor }) => actor)).size).toBe(1);
});

test('the chain can be checked with nothing but its rows and SHA-256', async () => {
  const { store, pool } = await openTrail();
  await store.rows.audit.append(configured('a', 'ü'));
  const { rows } = await pool.query('select prev_hash, hash, audit_canonical(e) as line from audit_log e');
  expect(rows[0].prev_hash).toBe(auditGenesis);
  expect(createHash('sha256').update(`${rows[0].prev_hash}\n${rows[0].line}`).digest('hex')).toBe(
    rows[0].hash,
  );
  expect(JSON.parse(rows[0].line)).toMatchObject({ position: 1, details: { from: 'a', to: 'ü' } });
});

test('pages go back in time without gaps or repeats; filters narrow', async () => {
  const { store } = await openTrail();
  for (let index = 0; index < 7; index += 1)
    await store.rows.audit.append(configured(String(index), 'x', index % 2 ? 'odd' : 'even'));
  const positions: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.rows.audit.list({}, { limit: 3, cursor });
    positions.push(...page.items.map(({ position }) => position));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(positions).toEqual([7, 6, 5, 4, 3, 2, 1]);
  const { audit } = store.rows;
  const odd = await audit.list({ actor: 'odd' }, { limit: 10 });
  expect(odd.items.map(({ position }) => position)).toEqual([6, 4, 2]);
  expect((await audit.list({ actor: odd.items[0]!.actor! }, { limit: 10 })).items).toHaveLength(3);
  expect((await audit.list({ action: 'job.started' }, { limit: 10 })).items).toEqual([]);
  expect(
    (await audit.list({ subjectKind: 'setting', subjectId: 'learning_strategy' }, { limit: 2 })).items,
  ).toHaveLength(2);
  const middle = odd.items[1]!.at;
  const before = await audit.list({ to: middle }, { limit: 10 });
  const from = await audit.list({ from: middle }, { limit: 10 });
  expect(before.items.length + from.items.length).toBe(7);
  await expect(audit.list({}, { limit: 1, cursor: 'junk' })).rejects.toMatchObject({
    code: 'cursor-invalid',
  });
});

test('nobody changes, deletes or empties the trail by ordinary means', async () => {
  const { store, pool } = await openTrail();
  await store.rows.audit.append(configured('a', 'b'));
  const refused = { code: '23001' };
  await expect(pool.query(`update audit_log set actor = 'x'`)).rejects.toMatchObject(refused);
  await expect(pool.query('delete from audit_log')).rejects.toMatchObject(refused);
  await expect(pool.query('truncate audit_log cascade')).rejects.toMatchObject(refused);
  await expect(pool.query(`update audit_personal set personal = '{}'`)).rejects.toMatchObject(refused);
  await expect(pool.query('truncate audit_personal')).rejects.toMatchObject(refused);
});

describe('what a superuser does behind the triggers is found', () => {
  const length = 9;
  async function tampered(...statements: readonly string[]) {
    const trail = await openTrail();
    for (let index = 0; index < length; index += 1) {
      await trail.store.rows.audit.append(configured(String(index), String(index + 1)));
    }
    const head = (await trail.store.rows.audit.head())!;
    const client = new Client({ connectionString: trail.url });
    await client.connect();
    try {
      await client.query('set session_replication_role = replica');
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
    return { ...trail, head };
  }

  test.each([
    ['details', `details = '{"from": "0", "to": "9"}'`],
    ['the same details written differently', `details = '{"from": "4", "to": "5"}'`],
    ['time', `at = at + interval '1 millisecond'`],
    ['actor', `actor = 'person:000000000000'`],
    ['hash', `hash = repeat('a', 64)`],
    ['commitment to a name', `actor_digest = repeat('a', 64)`],
  ])('a changed row: %s', async (_name, change) => {
    const { verify } = await tampered(`update audit_log set ${change} where position = 5`);
    expect((await verify()).broken).toEqual({ position: 5, reason: 'the entry was changed' });
  });

  test('a changed row with its own hash made to fit', async () => {
    const { verify } = await tampered(
      `update audit_log set action = 'job.started' where position = 5`,
      `update audit_log e set hash = sha256_hex(e.prev_hash || E'\\n' || audit_canonical(e)) where position = 5`,
    );
    expect((await verify()).broken?.position).toBe(6);
  });

  test('a changed name', async () => {
    const { verify } = await tampered(
      `update audit_personal set personal = '{"name":"bob"}' where position = 4`,
    );
    expect((await verify()).broken).toEqual({
      position: 4,
      reason: "the actor's name or address was changed",
    });
  });

  test('a name added to an entry that had none', async () => {
    const { verify } = await tampered(
      `insert into audit_personal values (4, 'subject', gen_random_uuid(), '{"name":"bob"}')`,
    );
    expect((await verify()).broken?.position).toBe(4);
  });

  test('a deleted row, in the middle and at the beginning', async () => {
    const middle = await tampered('delete from audit_log where position = 5');
    expect((await middle.verify()).broken).toEqual({ position: 5, reason: 'the entry is missing' });
    const beginning = await tampered('delete from audit_log where position <= 2');
    expect((await beginning.verify()).broken?.position).toBe(1);
  });

  test('a deleted row whose followers moved up', async () => {
    const { verify } = await tampered(
      'delete from audit_log where position = 5',
      'update audit_log set position = position - 1 where position > 5',
    );
    expect((await verify()).broken?.position).toBe(5);
  });

  test('a cut-off end, by a head kept elsewhere', async () => {
    const { verify, head } = await tampered(`delete from audit_log where position > ${length - 2}`);
    expect((await verify()).broken).toBeNull();
    expect((await verify(head)).broken).toMatchObject({ position: length - 1 });
    expect((await verify({ hash: head.hash })).broken).toMatchObject({ position: length - 1 });
  });

  test('an emptied trail, by a head kept elsewhere', async () => {
    const { verify, head } = await tampered('delete from audit_log');
    expect((await verify(head)).broken).toMatchObject({ position: 1 });
  });

  test('a trail written anew from the middle with fitting hashes, by a head kept elsewhere', async () => {
    const { verify, head, pool } = await tampered(`update audit_log set details = '{}' where position = 6`);
    const client = new Client({ connectionString: pool.options.connectionString });
    await client.connect();
    await client.query('set session_replication_role = replica');
    for (let position = 6; position <= length; position += 1) {
      await client.query(
        `update audit_log e set prev_hash = (select hash from audit_log b where b.position = e.position - 1) where position = $1`,
        [position],
      );
      await client.query(
        `update audit_log e set hash = sha256_hex(e.prev_hash || E'\\n' || audit_canonical(e)) where position = $1`,
        [position],
      );
    }
    await client.end();
    expect((await verify()).broken).toBeNull();
    expect((await verify(head)).broken?.reason).toContain('written anew');
  });

  test('two rows in each other’s place', async () => {
    const { verify } = await tampered(
      'update audit_log set position = 100 where position = 3',
      'update audit_log set position = 3 where position = 4',
      'update audit_log set position = 4 where position = 100',
    );
    expect((await verify()).broken?.position).toBe(3);
  });

  test('a row put in between, and one put behind the end', async () => {
    const copy = (
      position: number,
    ) => `insert into audit_log select ${position}, at, action, actor_kind, actor, actor_key,
      subject_kind, subject_id, request_id, details, actor_digest, subject_digest, prev_hash, hash from audit_log where position = 4`;
    const between = await tampered(
      'update audit_log set position = position + 1000 where position >= 5',
      'update audit_log set position = position - 999 where position >= 1000',
      copy(5),
    );
    expect((await between.verify()).broken?.position).toBe(5);
    const behind = await tampered(copy(length + 1));
    expect((await behind.verify()).broken?.position).toBe(length + 1);
  });

  test('the head may have grown since it was kept', async () => {
    const { verify, head, store } = await tampered();
    await store.rows.audit.append(configured('later', 'still'));
    expect(await verify(head)).toMatchObject({ entries: length + 1, broken: null });
  });
});

test('after the erasure of names the chain still holds and says how many are gone', async () => {
  const { store, verify, pool } = await openTrail();
  await store.rows.audit.append(configured('a', 'b', 'tess'));
  await store.rows.audit.append(configured('b', 'c', 'bob'));
  await pool.query('delete from audit_personal where position = 1');
  expect(await verify()).toMatchObject({ entries: 2, erased: 1, broken: null });
  const { items } = await store.rows.audit.list({}, { limit: 5 });
  expect(items.map(({ actorName }) => actorName)).toEqual(['bob', null]);
  expect(items[1]?.actor).toMatch(/^person:/);
});

test('a transaction that would read old rows is refused instead of forking the chain', async () => {
  const { pool } = await openTrail();
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read');
    await client.query(`select audit_append('{"action":"job.started","actor":{"kind":"system"}}')`);
    await expect(client.query('commit')).rejects.toMatchObject({ code: '25000' });
  } finally {
    client.release();
  }
});
