import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

let api: TestApi;
let analysisId: string;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
  const body = formOf(await jpegOf('face', 91));
  const { id } = (await api.call('POST', '/api/v1/images', { as: 'technician', body })).json;
  const json = { image_id: id };
  analysisId = (await api.call('POST', '/api/v1/analyses', { as: 'technician', json })).json.id;
  await api.installModel('2.0.0');
});
afterAll(() => api.close());

const post = (path: string, json: object, as: 'reviewer' | 'engineer' = 'engineer') =>
  api.call('POST', `/api/v1${path}`, { as, json });
const get = (path: string) => api.call('GET', `/api/v1${path}`, { as: 'viewer' });

describe('rolling back', () => {
  it('answers with the row of the ledger, and pauses learning', async () => {
    const start = await get('/deployments');
    expect(start.json.items.map((one: { to_version: string }) => one.to_version)).toEqual(['2.0.0', '1.0.0']);
    const request = { from_version: '2.0.0', reason: 'reads too low' };
    const done = await post('/deployments/rollback', request);
    expect([done.status, done.json]).toMatchObject([
      200,
      { kind: 'rolled-back', to_version: '1.0.0', deployed_by: 'engineer', approved_by: null },
    ]);
    expect((await get('/deployments/live')).json.to_version).toBe('1.0.0');
    const { deployed_at } = start.json.items[0];
    expect((await get(`/deployments/live?at=${deployed_at}`)).json.to_version).toBe('2.0.0');
    expect((await get('/model-policy')).json.learning).toBe('paused');
    const again = await post('/deployments/rollback', request);
    expect([again.status, again.json.code]).toEqual([409, 'champion-changed']);
  });

  it('needs a reason, and a time when there was a model', async () => {
    const silent = await post('/deployments/rollback', { from_version: '1.0.0', reason: '   ' });
    expect([silent.status, silent.json.code]).toEqual([400, 'reason-missing']);
    const early = await get('/deployments/live?at=2001-01-01T00:00:00Z');
    expect([early.status, early.json.code]).toEqual([404, 'deployment-not-found']);
  });
});

describe('the policy', () => {
  it('is replaced only as it was read, and by administrators', async () => {
    const { json: policy, headers } = await get('/model-policy');
    const put = (as: 'engineer' | 'admin', etag?: string, change: object = {}) =>
      api.call('PUT', '/api/v1/model-policy', {
        as,
        json: { ...policy, promotion: 'two-persons', ...change },
        headers: etag === undefined ? {} : { 'if-match': etag },
      });
    const etag = headers.get('etag') ?? '';
    expect((await put('engineer', etag)).status).toBe(403);
    expect((await put('admin')).status).toBe(428);
    expect((await put('admin', etag, { retrain_after_labels: 3 })).status).toBe(400);
    const done = await put('admin', etag);
    expect([done.status, done.json.promotion]).toEqual([200, 'two-persons']);
    expect((await put('admin', etag)).status).toBe(412);
    expect((await get('/model-policy')).headers.get('etag')).toBe(done.headers.get('etag'));
  });
});

describe('promoting', () => {
  it('refuses what the gate never let pass', async () => {
    const refused = await post('/models/2.0.0/promote', { reason: 'newer' });
    expect([refused.status, refused.json.code]).toEqual([409, 'gate-not-passed']);
    expect((await post('/models/2.0.0/promote', { reason: 'newer' }, 'reviewer')).status).toBe(403);
  });

  it('with two persons answers 202, and the second brings it into service', async () => {
    await api.pool.query(
      `insert into models select gen_random_uuid(), '3.0.0', repeat('3', 64), base_digest, version, 'retrained', 12,
         pipeline_version, size_bytes, null, '{"promoted": false, "passed": true, "against": "1.0.0", "reasons": []}', now()
       from models where version = '1.0.0'`,
    );
    const asked = await post('/models/3.0.0/promote', { reason: 'better on X52' });
    expect([asked.status, asked.json.deployment]).toEqual([202, null]);
    const { id } = asked.json.request;
    const path = `/promotion-requests/${id}`;
    const own = await post(`${path}/decide`, { decision: 'approved' });
    expect([own.status, own.json.code]).toEqual([403, 'second-person-needed']);
    const approved = await api.call('POST', `/api/v1${path}/decide`, {
      ...{ as: 'admin', json: { decision: 'approved' } },
    });
    expect([approved.status, approved.json.deployment]).toMatchObject([
      200,
      { deployed_by: 'engineer', approved_by: 'admin', to_version: '3.0.0' },
    ]);
    expect((await get(path)).json).toMatchObject({ decision: 'approved', decided_by: 'admin' });
    expect((await get('/models/3.0.0')).json).toMatchObject({ is_champion: true, gate: { passed: true } });
  });
});

describe('recomputing', () => {
  it('shows both, and that nothing differs', async () => {
    const { status, json } = await post(`/analyses/${analysisId}/recompute`, {}, 'reviewer');
    expect([status, json]).toMatchObject([
      200,
      { analysis_id: analysisId, model_version: '1.0.0', is_identical: true, differences: [] },
    ]);
    expect(json.stored).toEqual(json.recomputed);
    expect(json.stored.shear_percent).toBeGreaterThan(0);
  });
});
