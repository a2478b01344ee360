import { parseAuditLine, verifyAuditTrail } from '@mlmcsc/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_ROLES, startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
});
afterAll(() => api.close());

const trail = async (query = '') => (await api.call('GET', `/api/v1/audit${query}`, { as: 'admin' })).json;

it('begins with the users of the test, and its head is the newest entry', async () => {
  const { items } = await trail();
  expect(items.map(({ action }: { action: string }) => action)).toEqual(
    Array.from({ length: ALL_ROLES.length }, () => 'user.created'),
  );
  expect((await api.call('GET', '/api/v1/audit/head', { as: 'admin' })).json).toEqual({
    position: ALL_ROLES.length,
    hash: items[0].hash,
  });
});

it('names the user, the address and the request of a change, also when the body came in pieces', async () => {
  const picture = await api.call('POST', '/api/v1/images', {
    as: 'technician',
    body: formOf(await jpegOf('face', 2), 'a.jpg', {}),
  });
  const analysis = await api.call('POST', '/api/v1/analyses', {
    as: 'technician',
    json: { image_id: picture.json.id },
  });
  const label = await api.call('POST', '/api/v1/labels', {
    as: 'technician',
    headers: { 'x-request-id': 'label-request-1' },
    // Longer than one chunk of the connection, so that reading it leaves the turn of the request.
    json: { analysis_id: analysis.json.id, shear_percent: 12.5, notes: 'n'.repeat(1900) },
  });
  expect(label.status).toBe(201);
  const strategy = await api.call('PUT', '/api/v1/learning/strategy', {
    as: 'engineer',
    json: { strategy: 'batch' },
    headers: {
      'if-match': (await api.call('GET', '/api/v1/learning/strategy', { as: 'viewer' })).headers.get('etag')!,
    },
  });
  expect(strategy.status).toBe(200);
  const { items } = await trail('?limit=2');
  expect(items).toMatchObject([
    {
      action: 'learning.configured',
      actor: { kind: 'user', name: 'engineer', address: '127.0.0.1', api_key: null },
      details: { from: 'immediate', to: 'batch' },
    },
    {
      action: 'label.submitted',
      actor: { name: 'technician', address: '127.0.0.1' },
      subject: { kind: 'analysis', id: analysis.json.id, name: null },
      request_id: 'label-request-1',
      details: { label_id: label.json.id, shear_percent: 12.5, decision: 'corrected' },
    },
  ]);
  const head = (await api.call('GET', '/api/v1/audit/head', { as: 'admin' })).json;
  expect(head).toEqual({ position: items[0].position, hash: items[0].hash });
  expect(await trail('?actor=technician&action=label.submitted')).toMatchObject({
    items: [{ position: items[1].position }],
    next_cursor: null,
  });
});

it('records an export when it begins, and pages through the trail', async () => {
  await api.call('GET', '/api/v1/history/export?technician=technician', { as: 'viewer' });
  const first = await trail('?limit=1');
  expect(first.items[0]).toMatchObject({
    action: 'history.exported',
    actor: { name: 'viewer' },
    subject: { kind: 'user', name: 'technician', id: expect.stringMatching(/^person:/) },
  });
  const second = await trail(`?limit=1&cursor=${first.next_cursor}`);
  expect(second.items[0].position).toBe(first.items[0].position - 1);
});

it('refuses bad cursors and ranges the wrong way round', async () => {
  const call = (query: string) => api.call('GET', `/api/v1/audit${query}`, { as: 'admin' });
  expect((await call('?cursor=junk')).json.code).toBe('cursor-invalid');
  expect((await call('?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z')).json.code).toBe(
    'invalid-request',
  );
  expect((await call('?nonsense=1')).status).toBe(400);
});

it('is verified, and a changed entry is named', async () => {
  const verify = async (query = '') =>
    (await api.call('GET', `/api/v1/audit/verification${query}`, { as: 'admin' })).json;
  const { items } = await trail('?limit=1');
  const { position, hash } = items[0];
  expect(await verify()).toEqual({
    ...{ is_unbroken: true, entries: position, erased: 0, broken: null },
    head: { position, hash },
  });
  expect(await verify(`?expected_hash=${hash}`)).toMatchObject({ is_unbroken: true });
  expect(await verify(`?expected_hash=${'0'.repeat(63)}1`)).toMatchObject({
    is_unbroken: false,
    broken: { reason: expect.stringContaining('expected head is not in the trail') },
  });
  expect((await api.call('GET', '/api/v1/audit/verification?expected_hash=x', { as: 'admin' })).status).toBe(
    400,
  );

  const client = await api.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(`update audit_log set action = 'user.renamed' where position = 3`);
    await client.query('commit');
    expect(await verify()).toMatchObject({
      ...{ is_unbroken: false, entries: 2, head: { position: 2 } },
      broken: { position: 3, reason: 'the entry was changed' },
    });
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(`update audit_log set action = 'user.created' where position = 3`);
    await client.query('commit');
  } finally {
    client.release();
  }
  expect(await verify()).toMatchObject({ is_unbroken: true });
});

it('is taken away as a whole that others can verify, or as a table', async () => {
  const exported = (query: string) => api.call('GET', `/api/v1/audit/export${query}`, { as: 'admin' });
  const { items } = await trail('?limit=1');
  const whole = await exported('?format=ndjson');
  expect(whole.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-.+Z\.ndjson"$/);
  const lines = whole.body.toString().trimEnd().split('\n');
  // The last entry is the export itself.
  expect(lines).toHaveLength(items[0].position + 1);
  async function* links() {
    for (const line of lines) yield parseAuditLine(line);
  }
  expect(await verifyAuditTrail(links())).toMatchObject({ entries: lines.length, broken: null });
  expect((await trail('?limit=1')).items).toMatchObject([
    {
      ...{ action: 'audit.exported', actor: { name: 'admin' } },
      details: { format: 'ndjson', head_position: items[0].position, head_hash: items[0].hash },
    },
  ]);

  const table = (await exported('?format=csv&action=label.submitted&actor=technician')).body.toString();
  const [header, row, end] = table.split('\r\n');
  expect(header).toMatch(/^\uFEFFposition,at,action,actor_kind,/);
  expect(row).toContain(',label.submitted,user,person:');
  expect(row).toContain('""decision"":""corrected""');
  expect(end).toBe('');
  const [recorded] = (await trail('?limit=1')).items;
  expect(recorded.details).toMatchObject({ format: 'csv', action: 'label.submitted', of_person: true });
  expect(JSON.stringify(recorded.details)).not.toContain('technician');

  expect((await exported('?format=ndjson&actor=technician')).json.code).toBe('invalid-request');
  expect((await exported('')).status).toBe(400);
  expect((await exported('?format=csv&from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z')).status).toBe(400);
});

it('exports and erases a person; the session ends at once', async () => {
  const exported = await api.call('GET', '/api/v1/people/technician/export', { as: 'admin' });
  const kinds = exported.body
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).kind);
  expect(new Set(kinds)).toEqual(
    new Set(['account', 'session', 'image', 'analysis', 'label', 'job', 'audit']),
  );
  expect((await api.call('GET', '/api/v1/people/nobody/export', { as: 'admin' })).status).toBe(404);

  const erase = (username: string, confirm = username) =>
    api.call('POST', `/api/v1/people/${username}/erase`, { as: 'admin', json: { confirm } });
  expect((await erase('technician', 'somebody')).json.code).toBe('invalid-request');
  expect((await erase('admin')).json.code).toBe('erasure-of-oneself');
  expect((await erase('nobody')).json.code).toBe('user-not-found');
  const erased = await erase('technician');
  expect(erased.status).toBe(200);
  expect(erased.json.rows).toMatchObject({ 'labels.technician': 1, auth_user: 1 });
  expect((await api.call('GET', '/api/v1/session', { as: 'technician' })).status).toBe(401);
  const labels = await trail('?action=label.submitted');
  expect(labels.items[0].actor).toMatchObject({ person: erased.json.pseudonym, name: null, address: null });
});
