import { type PersonRecord, verifyAuditTrail, walkAuditTrail } from '@mlmcsc/core';
import { UserAccounts } from '@mlmcsc/platform/auth';
import { runWithOrigin } from '@mlmcsc/platform/system';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
const name = 'tess-0815';
const address = '203.0.113.99';
const asPerson = <T>(work: () => Promise<T>) =>
  runWithOrigin({ requestId: 'request-0815', address, apiKey: null }, work);

beforeAll(async () => {
  server = await startTestDatabaseServer();
  product = await startTestProduct(await server.createDatabase());
  const accounts = new UserAccounts(product.pool);
  for (const [username, role] of [
    ['eve', 'admin'],
    [name, 'technician'],
    ['bob', 'technician'],
  ] as const) {
    await accounts.createUser({ username, role, password: 'correct horse battery staple' });
  }
  await product.pool.query(
    `insert into auth_session (token, user_id, expires_at, ip_address)
     select 'secret-token', id, now() + interval '1 hour', '${address}' from auth_user where username = '${name}'`,
  );
  const { useCases, dependencies } = product;
  await asPerson(async () => {
    for (let index = 0; index < 12; index += 1) {
      const { analysisId, shear } = await product.analyse(10 + index * 6, `s${index}`);
      const username = index % 3 === 1 ? 'bob' : name;
      await useCases.submitLabel({ analysisId, shearPercent: Math.min(100, shear + 9), username });
    }
    await product.learn();
    await useCases.startRetraining({ username: name });
    for await (const _ of useCases.exportHistory({ technician: name }, 'bob')) break;
    await dependencies.store.rows.audit.append({
      action: 'session.refused',
      actor: null,
      personal: { tried: name },
    });
  });
  // The product uploads as tess; here it is the person.
  await product.pool.query(
    `update images set uploaded_by = '${name}'; update analyses set analysed_by = '${name}'`,
  );
  await product.pool.query(
    `insert into idempotency_key (username, key, fingerprint, status, body) values ('${name}', 'k', 'f', 201, '{}'),
      ('bob', 'k', 'f', 201, '{"technician":"${name}"}'), ('bob', 'other', 'f', 201, '{"technician":"bob"}')`,
  );
});
afterAll(async () => {
  await product.close();
  await server.stop();
});

/** Every column of every table that holds the text anywhere. */
async function placesOf(text: string): Promise<string[]> {
  const { rows: columns } = await product.pool.query<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
  );
  const places: string[] = [];
  for (const { schema, table, column } of columns) {
    const { rows } = await product.pool.query<{ n: number }>(
      `select count(*)::int as n from "${schema}"."${table}" where position($1 in "${column}"::text) > 0`,
      [text],
    );
    if (rows[0]!.n > 0) places.push(`${table}.${column}`);
  }
  return places.sort();
}
const agreement = async () =>
  (
    await product.pool.query(
      `select count(*)::int as labels, round(avg(l.shear_percent - a.shear_percent)::numeric, 6) as bias
       from labels l join analyses a on a.id = l.analysis_id group by l.technician order by 1, 2`,
    )
  ).rows;

test('an export holds everything about a person, and no secret', async () => {
  const records: PersonRecord[] = [];
  for await (const record of product.useCases.exportPerson({ username: name, by: 'eve' }))
    records.push(record);
  const count = (kind: string) => records.filter((record) => record.kind === kind).length;
  expect(count('account')).toBe(1);
  expect(count('session')).toBe(1);
  expect(count('image')).toBe(12);
  expect(count('analysis')).toBe(12);
  expect(count('label')).toBe(8);
  expect(count('job')).toBeGreaterThan(1);
  expect(count('audit')).toBeGreaterThan(9);
  const text = JSON.stringify(records);
  expect(text).toContain(address);
  expect(text).not.toContain('secret-token');
  expect(text).not.toMatch(/"password":/);
});

test('records come in pages without gaps or repeats', async () => {
  const { people } = product.dependencies.store.rows;
  const all = (await people.records(name, { limit: 1000 })).items;
  const seen = [];
  let cursor: string | undefined;
  do {
    const page = await people.records(name, { limit: 7, cursor });
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all);
});

test('an erased person is nowhere, and everything else is as it was', async () => {
  const { useCases, dependencies, pool } = product;
  expect((await placesOf(name)).length).toBeGreaterThan(8);
  const before = await agreement();
  await expect(pool.query(`update labels set technician = 'x' where technician = '${name}'`)).rejects.toThrow(
    'never changed',
  );

  const erasure = await useCases.erasePerson({ username: name, by: 'eve' });
  expect(erasure.pseudonym).toMatch(/^person:[0-9a-f]{12}$/);
  expect(erasure.counts).toMatchObject({
    ...{ 'labels.technician': 8, 'images.uploaded_by': 12, 'analyses.analysed_by': 12 },
    ...{ 'deployments.deployed_by': 1, auth_user: 1, idempotency_key: 2 },
  });
  expect(await placesOf(name)).toEqual([]);
  // Bob was at the same address; his entries keep it.
  expect(await placesOf(address)).toEqual(['audit_personal.personal']);
  expect(await agreement()).toEqual(before);
  const verdict = await verifyAuditTrail(walkAuditTrail(dependencies.store.rows.audit));
  expect(verdict.broken).toBeNull();
  expect(verdict.erased).toBeGreaterThan(9);
  // Labels, learning entries and the erasure itself tell of one and the same pseudonym.
  const own = await dependencies.store.rows.audit.list({ actor: erasure.pseudonym }, { limit: 100 });
  expect(own.items.filter(({ action }) => action === 'label.submitted')).toHaveLength(8);
  const { rows } = await pool.query('select distinct technician from labels order by 1');
  expect(rows).toEqual([{ technician: 'bob' }, { technician: erasure.pseudonym }]);
  const [newest] = (await dependencies.store.rows.audit.list({ action: 'person.erased' }, { limit: 1 }))
    .items;
  expect(newest).toMatchObject({ subjectId: erasure.pseudonym, actorName: 'eve' });
});

test('what waited for the person goes on under the pseudonym; the name is free for somebody else', async () => {
  const { useCases, pool, dependencies } = product;
  const { items } = await useCases.listJobs({ kind: 'model.retrain.v1' }, { limit: 5 });
  expect(items[0]?.createdBy).toMatch(/^person:/);
  expect((await product.runJob(items[0]!.id)).state).toBe('completed');
  await expect(useCases.erasePerson({ username: name, by: 'eve' })).rejects.toMatchObject({
    code: 'user-not-found',
  });
  await expect(useCases.erasePerson({ username: items[0]!.createdBy, by: 'eve' })).rejects.toMatchObject({
    code: 'user-not-found',
  });
  await dependencies.store.rows.audit.append({ action: 'session.signed-out', actor: name });
  const { rows } = await pool.query(`select count(*)::int as n from people where pseudonym <> $1`, [
    items[0]!.createdBy,
  ]);
  expect(rows[0].n).toBeGreaterThan(1);
});

test('the last administrator and oneself are not erased', async () => {
  const { useCases } = product;
  await expect(useCases.erasePerson({ username: 'eve', by: 'system' })).rejects.toMatchObject({
    code: 'last-administrator',
  });
  await expect(useCases.erasePerson({ username: 'bob', by: 'bob' })).rejects.toMatchObject({
    code: 'erasure-of-oneself',
  });
});

test('a label is not given to somebody else under the cover of an erasure', async () => {
  const client = await product.pool.connect();
  try {
    await client.query(`begin; select set_config('mlmcsc.erasing', 'bob', true)`);
    await expect(
      client.query(`update labels set technician = 'eve' where technician = 'bob'`),
    ).rejects.toThrow('never changed');
  } finally {
    await client.query('rollback');
    client.release();
  }
});
