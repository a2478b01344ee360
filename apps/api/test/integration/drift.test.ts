import { createDriftTrigger, createDriftUseCases, type DriftUseCases } from '@mlmcsc/core';
import { createRandom } from '@mlmcsc/learning/network';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeSeenPictures } from '../../../../test/store-seen-pictures.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
let drift: DriftUseCases;
beforeAll(async () => {
  api = await startTestApi();
  drift = createDriftUseCases({ store: api.store, clock: systemClock, ids: uuidV7 });
});
afterAll(() => api.close());

const get = (path: string) => api.call('GET', `/api/v1/drift${path}`, { as: 'viewer' });
const evaluate = () => drift.evaluate({ signal: new AbortController().signal });
const random = createRandom(5);
const hour = 3_600_000;
let at = Date.now() - 24 * hour;
/** Pictures a second apart; `darker` is what the lamp has lost, `misread` what the model reads too much. */
async function take(count: number, { darker = 0, misread = 0 } = {}) {
  const pictures = Array.from({ length: count }, () => {
    at += 1_000;
    const shearPercent = 30 + 40 * random.uniform();
    return {
      ...{ at: new Date(at), heat: null, shearPercent, intervalWidth: 8 + random.normal() },
      ...{ detectionConfidence: 0.9 + 0.1 * random.uniform(), pxPerMm: 41 + 0.4 * random.normal() },
      ...{ unsharpness: 5 + 0.2 * random.normal(), burntShare: 0.01 * random.uniform() },
      medianLuminance: (1 - darker) * (0.5 + 0.03 * random.normal()),
      ...{ brightness: 0.6, luminanceRange: 0.3 + 0.02 * random.normal() },
      descriptors: Array.from({ length: 84 }, () => random.normal()),
      label: shearPercent - misread + random.normal(),
    };
  });
  await storeSeenPictures(api.pool, pictures);
}

test('before anything was measured nothing is told, and no reference can be set', async () => {
  const { json } = await get('');
  expect(json).toMatchObject({ reference: null, comparison: null, open: [] });
  expect(json.signals).toHaveLength(11);
  expect((await get('/signals/shear-percent')).json).toMatchObject({ state: 'not-watched', points: [] });
  const early = { as: 'engineer', json: { reason: 'new lamp' } } as const;
  expect((await api.call('POST', '/api/v1/drift/references', early)).json.code).toBe(
    'drift-nothing-measured',
  );
  await api.installModel('1.0.0');
  expect((await api.call('POST', '/api/v1/drift/references', early)).status).toBe(409);
});

test('a lamp that went dark is told in words, acknowledged by a reviewer, once', async () => {
  await take(2);
  const begins_at = new Date(at - 2_000).toISOString();
  const first = { as: 'engineer', json: { reason: ' First reference ', begins_at } } as const;
  const set = await api.call('POST', '/api/v1/drift/references', first);
  expect(set).toMatchObject({
    status: 201,
    json: { reason: 'First reference', set_by: 'engineer', begins_at },
  });
  expect(set.headers.get('location')).toBe('/api/v1/drift');
  const jobs = await api.call('GET', '/api/v1/jobs?kind=drift.evaluate.v1', { as: 'viewer' });
  expect(jobs.json.items).toMatchObject([{ state: 'queued', created_by: 'system' }]);

  await take(350);
  await take(40, { darker: 0.2 });
  await evaluate();
  const { json: status } = await get('');
  expect(status.reference).toMatchObject({ pictures: 300, is_complete: true, watched_pictures: 92 });
  const exposure = status.signals.find(({ signal }: { signal: string }) => signal === 'median-luminance');
  expect(exposure).toMatchObject({ state: 'drifting', name: 'Exposure', kind: 'input' });
  expect(exposure.summary).toMatch(
    /^Pictures are darker than in the reference: exposure 0\.4\d? instead of 0\.50\.$/,
  );
  expect(exposure.statistic).toBeLessThan(-exposure.limit);
  const { json: chart } = await get('/signals/median-luminance');
  expect(chart.points).toHaveLength(92);
  expect(chart.points.at(-1).value).toBeCloseTo(0.4, 1);

  const { json: page } = await get('/findings?state=open&signal=median-luminance');
  expect(page.items).toHaveLength(1);
  const [finding] = page.items;
  expect(finding).toMatchObject({ direction: 'down', state: 'open', acknowledged_by: null });
  expect(finding.advice).toContain('Look at the lamp');
  expect((await get(`/findings/${finding.id}`)).json).toEqual(finding);

  const path = `/api/v1/drift/findings/${finding.id}/acknowledge`;
  const wish = { json: { reason: 'The bulb is old; a new one is ordered.' } };
  expect((await api.call('POST', path, { as: 'technician', ...wish })).status).toBe(403);
  expect((await api.call('POST', path, { as: 'reviewer', json: { reason: ' ' } })).status).toBe(400);
  const done = await api.call('POST', path, { as: 'reviewer', ...wish });
  expect(done.json).toMatchObject({ state: 'open', acknowledged_by: 'reviewer' });
  expect((await api.call('POST', path, { as: 'admin', ...wish })).json.code).toBe(
    'drift-finding-acknowledged',
  );
  // What is acknowledged is not raised again while it lasts.
  await take(30, { darker: 0.2 });
  await evaluate();
  expect((await get('/findings?signal=median-luminance')).json.items).toHaveLength(1);
});

test('a model that reads too much against its labels is told, one that has become better is not', async () => {
  await take(60, { darker: 0.2, misread: 4 });
  await evaluate();
  const { json } = await get('/findings?signal=label-error');
  expect(json.items).toMatchObject([{ kind: 'label', direction: 'up', state: 'open' }]);
  expect(json.items[0].summary).toMatch(
    /^The model reads higher.*: answer less label \d\.\d instead of -?0\.\d points\.$/,
  );
});

test('answers of a challenger on trial are counted apart', async () => {
  const before = (await get('')).json;
  const points = ({ signals }: typeof before, name: string) =>
    signals.find(({ signal }: { signal: string }) => signal === name).watched_points;
  await api.pool.query(
    `insert into models (id, version, digest, base_digest, origin, label_count, pipeline_version, size_bytes, created_at)
     select gen_random_uuid(), '1.0.1', repeat('a', 64), base_digest, origin, label_count, pipeline_version, size_bytes, created_at
     from models where version = '1.0.0'`,
  );
  const { rows } = await api.pool.query(
    `insert into model_trials (id, model_version, percent, started_by, started_at)
     values (gen_random_uuid(), '1.0.1', 20, 'eve', now() - interval '2 days') returning id`,
  );
  const from = new Date(at + 1);
  await take(30, { darker: 0.2, misread: 4 });
  // They were the challenger's; the champion was to be heard besides.
  await api.pool.query('alter table analyses disable trigger user');
  await api.pool.query(
    `with theirs as (
       update analyses set model_version = '1.0.1', model_digest = repeat('a', 64) where created_at >= $2 returning id)
     insert into trial_answers (trial_id, analysis_id, model_version, status, due_at)
     select $1, id, '1.0.0', 'waiting', now() from theirs`,
    [rows[0].id, from.toISOString()],
  );
  await api.pool.query('alter table analyses enable trigger user');
  await evaluate();
  const after = (await get('')).json;
  expect(after.reference).toMatchObject({
    canary_pictures: 30,
    watched_pictures: before.reference.watched_pictures + 30,
  });
  expect(points(after, 'median-luminance')).toBe(points(before, 'median-luminance') + 30);
  for (const signal of ['shear-percent', 'interval-width', 'label-error']) {
    expect([signal, points(after, signal)]).toEqual([signal, points(before, signal)]);
  }
});

test('an evaluation is asked for after so many analyses, once, besides the schedule', async () => {
  const evaluations = async () =>
    (await api.call('GET', '/api/v1/jobs?kind=drift.evaluate.v1&state=queued', { as: 'viewer' })).json.items
      .length;
  await api.pool.query(
    `update jobs set state = 'cancelled', finished_at = now() where kind = 'drift.evaluate.v1'`,
  );
  const dependencies = { store: api.store, clock: systemClock, ids: uuidV7 };
  const [few, off] = [createDriftTrigger(dependencies, 20), createDriftTrigger(dependencies, 0)];
  await evaluate();
  at = Date.now() + 1_000;
  await take(19);
  for (let count = 0; count < 40; count += 1) await Promise.all([few(), off()]);
  expect(await evaluations()).toBe(0);
  await take(1);
  await few();
  expect(await evaluations()).toBe(0);
  // Every second analysis asks the rows.
  await few();
  expect(await evaluations()).toBe(1);
  for (let count = 0; count < 10; count += 1) await few();
  expect(await evaluations()).toBe(1);
});

test('a new reference ends what is open; one in the future, or by a reviewer, is refused', async () => {
  const post = (as: 'engineer' | 'reviewer', json: object) =>
    api.call('POST', '/api/v1/drift/references', { as, json });
  expect((await post('reviewer', { reason: 'new lamp' })).status).toBe(403);
  const future = new Date(Date.now() + hour).toISOString();
  const early = await post('engineer', { reason: 'new lamp', begins_at: future });
  expect(early).toMatchObject({ status: 400, json: { code: 'drift-reference-invalid' } });
  expect((await post('engineer', { reason: 'new lamp', begins_at: 'soon' })).status).toBe(400);
  expect((await post('engineer', { reason: 'new lamp' })).status).toBe(201);
  const { json } = await get('');
  expect(json).toMatchObject({
    open: [],
    reference: { reason: 'new lamp', pictures: 0, is_complete: false },
  });
  expect(json.signals[0].summary).toBe('The reference is being taken; nothing is judged yet.');
  const over = (await get('/findings?state=over')).json.items;
  expect(over.map(({ ended_by }: { ended_by: string }) => ended_by)).toContain('new-reference');
  const { rows } = await api.pool.query(
    `select action, count(*)::int n from audit_log where action like 'drift.%' group by 1 order by 1`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...['drift.acknowledged', 'drift.raised', 'drift.reference-set'],
  ]);
});

test('a cursor of another list, an unknown signal and an unknown finding are refused', async () => {
  expect((await get('/findings?cursor=abc')).json.code).toBe('cursor-invalid');
  expect((await get('/signals/humidity')).status).toBe(400);
  const missing = await get('/findings/0192f0a0-4c1e-7a3b-9d52-000000000001');
  expect(missing).toMatchObject({ status: 404, json: { code: 'drift-finding-not-found' } });
});
