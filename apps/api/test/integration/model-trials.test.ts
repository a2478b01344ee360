import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

let api: TestApi;
let serial = 300;
beforeAll(async () => {
  api = await startTestApi();
  // 2.0.0 is the challenger: it was in service, and the gate let it pass against 1.0.0.
  await api.installModel('2.0.0');
  await api.installModel('1.0.0');
  await api.pool.query('alter table models disable trigger user');
  await api.pool.query(
    `update models set gate = '{"promoted": false, "passed": true, "against": "1.0.0", "reasons": []}' where version = '2.0.0'`,
  );
});
afterAll(() => api.close());

const engineer = (path: string, json: object, headers: Record<string, string> = {}) =>
  api.call('POST', `/api/v1${path}`, { as: 'engineer', json, headers });
const get = (path: string, as: 'viewer' | 'technician' | 'engineer' = 'engineer') =>
  api.call('GET', `/api/v1${path}`, { as });
const start = (more: object = {}) =>
  engineer('/model-trials', { model_version: '2.0.0', kind: 'shadow', reason: 'new steel', ...more });
const end = (id: string, headers = {}) =>
  engineer(`/model-trials/${id}/end`, { reason: 'seen enough' }, headers);

async function upload(specimen: string): Promise<string> {
  serial += 1;
  const body = formOf(await jpegOf('face', serial), 'face.jpg', { specimen });
  return (await api.call('POST', '/api/v1/images', { as: 'technician', body })).json.id;
}
const analyse = async (imageId: string) =>
  (await api.call('POST', '/api/v1/analyses', { as: 'technician', json: { image_id: imageId } })).json;

describe('a shadow through the API', () => {
  it('leaves nothing of itself in answers, history and exports', async () => {
    const started = await start();
    expect([started.status, started.json]).toMatchObject([
      201,
      { kind: 'shadow', percent: 0, started_by: 'engineer', ended_at: null },
    ]);
    const { id } = started.json;
    expect(started.headers.get('location')).toBe(`/api/v1/model-trials/${id}`);
    const imageId = await upload('SH-1');
    const analysis = await analyse(imageId);
    expect(analysis.model.version).toBe('1.0.0');
    // What the shadow says is another number than what is shown.
    await api.pool.query(
      `update trial_answers set status = 'ok', shear_percent = 98.7654321, lower = 90, upper = 100, answered_at = now()
       where analysis_id = $1`,
      [analysis.id],
    );
    const { json: comparison } = await get(`/model-trials/${id}/comparison`);
    expect(comparison).toMatchObject({
      answers: { waiting: 0, answered: 1, failed: 0 },
      answered_by_challenger: 0,
      champions: [{ version: '1.0.0', pictures: 1 }],
      overall: { pictures: 1, specimens: 1, difference: null },
      verdict: { code: 'too-few-specimens' },
    });
    const shown = [
      `/analyses/${analysis.id}`,
      '/history',
      '/history/export',
      `/images/${imageId}`,
      '/review-queue',
    ];
    for (const path of shown) {
      const { body } = await get(path, 'technician');
      expect([path, body.toString().includes('98.765')]).toEqual([path, false]);
    }
    expect(await analyse(imageId)).toEqual(analysis);
    expect((await get(`/model-trials/${id}/comparison`, 'technician')).status).toBe(403);
    expect((await end(id)).json).toMatchObject({ end_reason: 'seen enough', ended_by: 'engineer' });
  });

  it('compares what the technicians said, paired and by specimen', async () => {
    const { id } = (await start()).json;
    for (const [specimen, challenger, label] of [
      ['CM-1', 3, 1],
      ['CM-2', 5, 3],
      ['CM-3', 4, 1],
    ] as const) {
      const { id: analysisId, shear_percent } = await analyse(await upload(specimen));
      await api.pool.query(
        `update trial_answers set status = 'ok', shear_percent = $2, answered_at = now() where analysis_id = $1`,
        [analysisId, shear_percent + challenger],
      );
      const json = { analysis_id: analysisId, shear_percent: shear_percent + label };
      await api.call('POST', '/api/v1/labels', { as: 'technician', json });
    }
    const { json } = await get(`/model-trials/${id}/comparison`);
    expect(json.overall).toMatchObject({ pictures: 3, specimens: 3, within_5: 1 });
    expect(json.overall.difference.value).toBeCloseTo(4, 9);
    // Differences 3, 5, 4: s = 1, t(0.975; 2)/√3 = 2.48414.
    expect(json.overall.difference.upper).toBeCloseTo(4 + 2.484137711, 6);
    // |3 − 1| − 1, |5 − 3| − 3, |4 − 1| − 1 = 1, −1, 2.
    expect(json.overall.labelled).toMatchObject({ pictures: 3, specimens: 3 });
    expect(json.overall.labelled.error_difference.value).toBeCloseTo(2 / 3, 9);
    expect(json.verdict.code).toBe('undecided');
    await end(id);
  });
});

describe('a canary through the API', () => {
  it('answers the same specimens always, names who answered, and stops at once', async () => {
    const { id } = (await start({ kind: 'canary', percent: 50 })).json;
    const names = Array.from({ length: 12 }, (_, i) => `CA-${i}`);
    const by = new Map<string, string>();
    const pictures: string[] = [];
    for (const name of names) {
      const imageId = await upload(name);
      pictures.push(imageId);
      by.set(name, (await analyse(imageId)).model.version);
    }
    expect(new Set(by.values())).toEqual(new Set(['1.0.0', '2.0.0']));
    for (const name of names) expect((await analyse(await upload(name))).model.version).toBe(by.get(name));
    const { json } = await get(`/model-trials/${id}/comparison`);
    const answered = [...by.values()].filter((version) => version === '2.0.0').length;
    expect(json.answers.waiting).toBe(24);
    const { rows } = await api.pool.query(
      'select count(*)::int as count from trial_answers where trial_id = $1 and model_version = $2',
      [id, '1.0.0'],
    );
    expect(rows[0].count).toBe(2 * answered);
    const data = [Buffer.from(await jpegOf('face', 777)).toString('base64')];
    const asked = [...by].find(([, version]) => version === '2.0.0')?.[0] ?? '';
    const inputs = [
      { name: 'image', shape: [1], datatype: 'BYTES', data },
      { name: 'specimen', shape: [1], datatype: 'BYTES', data: [asked] },
    ];
    const infer = async (path: string) =>
      (
        await api.call('POST', `/v2/models/percent-shear${path}/infer`, {
          as: 'technician',
          json: { inputs },
        })
      ).json.model_version;
    // A version by name is that version; without one the specimen gets its model.
    expect([await infer('/versions/1.0.0'), await infer('')]).toEqual(['1.0.0', '2.0.0']);
    await end(id);
    for (const imageId of pictures) expect((await analyse(imageId)).model.version).toBe('1.0.0');
  });
});

describe('starting and ending', () => {
  it('runs one at a time', async () => {
    const { id } = (await start()).json;
    const second = await start();
    expect([second.status, second.json.code]).toEqual([409, 'trial-running']);
    const { json, headers } = await get(`/model-trials/${id}`, 'viewer');
    expect(json.ended_at).toBeNull();
    const stale = await end(id, { 'if-match': '"older"' });
    expect([stale.status, stale.json.code]).toEqual([412, 'precondition-failed']);
    expect((await end(id, { 'if-match': headers.get('etag') ?? '' })).status).toBe(200);
    const again = await end(id);
    expect([again.status, again.json.code]).toEqual([409, 'trial-ended']);
    const listed = await get('/model-trials?limit=1', 'viewer');
    expect([listed.json.items[0].id, typeof listed.json.next_cursor]).toEqual([id, 'string']);
  });

  it.each([
    ['a canary of nothing', { kind: 'canary' }, 400, 'trial-invalid'],
    ['a shadow that answers', { percent: 3 }, 400, 'trial-invalid'],
    ['more than half', { kind: 'canary', percent: 51 }, 400, 'invalid-request'],
    ['no reason', { reason: '  ' }, 400, 'reason-missing'],
    ['an unknown version', { model_version: '9.9' }, 404, 'model-not-found'],
    ['the champion itself', { model_version: '1.0.0' }, 409, 'already-champion'],
  ])('refuses %s', async (_, more, status, code) => {
    const refused = await start(more);
    expect([refused.status, refused.json.code]).toEqual([status, code]);
  });

  it('is for engineers, and nothing that is not there can be ended', async () => {
    const json = { model_version: '2.0.0', kind: 'shadow', reason: 'new steel' };
    expect((await api.call('POST', '/api/v1/model-trials', { as: 'reviewer', json })).status).toBe(403);
    const missing = await end('0192f0a0-4c1e-7a3b-9d52-0000000000ff');
    expect([missing.status, missing.json.code]).toEqual([404, 'trial-not-found']);
  });
});
