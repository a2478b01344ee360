import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
});
afterAll(() => api.close());

type As = 'viewer' | 'technician' | 'reviewer' | 'engineer' | 'admin';
const get = (path: string, as: As = 'viewer', headers: Record<string, string> = {}) =>
  api.call('GET', `/api/v1${path}`, { as, headers });
const send = (method: string, path: string, as: As, json?: object, headers: Record<string, string> = {}) =>
  api.call(method, `/api/v1${path}`, { as, headers, ...(json === undefined ? {} : { json }) });

async function measured(seed: number) {
  const picture = await jpegOf('face', seed);
  const upload = () => api.call('POST', '/api/v1/images', { as: 'technician', body: formOf(picture) });
  const image = (await upload()).json;
  const analysis = (await send('POST', '/analyses', 'technician', { image_id: image.id })).json;
  return { image, analysis, upload };
}
/** As if everything had been there for 400 days. */
async function makeOld() {
  await api.pool.query(
    `update images set uploaded_at = uploaded_at - interval '400 days', last_sent_at = null`,
  );
  await api.pool.query(`update analyses set created_at = created_at - interval '400 days'`);
  const long = new Date(Date.now() - 400 * 86_400_000);
  for (const entry of await readdir(api.objectsFolder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), long, long);
  }
}
async function keep(kind: string, days: number | null) {
  const etag = (await get(`/retention-policies/${kind}`)).headers.get('etag') ?? '';
  return send('PUT', `/retention-policies/${kind}`, 'admin', { keep_days: days }, { 'if-match': etag });
}
async function run() {
  const { status, json, headers } = await send('POST', '/retention-runs', 'admin');
  expect([status, headers.get('location')]).toEqual([202, `/api/v1/jobs/${json.id}`]);
  const result = await api.useCases.runRetention({ jobId: json.id, signal: new AbortController().signal });
  await api.pool.query(`update jobs set state = 'completed', finished_at = now() where id = $1`, [json.id]);
  return result;
}

describe('policies', () => {
  it('keep for ever until an administrator replaces what was read', async () => {
    const { json } = await get('/retention-policies');
    expect(json.items.map((one: { kind: string; keep_days: null }) => [one.kind, one.keep_days])).toEqual([
      ['unlabelled-pictures', null],
      ['labelled-pictures', null],
      ['maps', null],
    ]);
    const { headers } = await get('/retention-policies/maps');
    const etag = headers.get('etag') ?? '';
    const put = (as: As, days: unknown, match?: string, kind = 'maps') =>
      send(
        'PUT',
        `/retention-policies/${kind}`,
        as,
        { keep_days: days },
        match === undefined ? {} : { 'if-match': match },
      );
    expect((await put('engineer', 90, etag)).status).toBe(403);
    expect((await put('admin', 90)).status).toBe(428);
    expect((await put('admin', 7, etag)).status).toBe(400);
    expect((await put('admin', 90.5, etag)).status).toBe(400);
    const unknown = await put('admin', 90, etag, 'jobs');
    expect([unknown.status, unknown.json.code]).toEqual([400, 'invalid-request']);
    const changed = await put('admin', 90, etag);
    expect([changed.status, changed.json]).toMatchObject([
      200,
      { keep_days: 90, revision: 2, changed_by: 'admin' },
    ]);
    expect((await get('/retention-policies/maps')).headers.get('etag')).toBe(changed.headers.get('etag'));
    expect((await put('admin', 60, etag)).status).toBe(412);
    expect((await put('admin', null, changed.headers.get('etag') ?? '')).json.keep_days).toBeNull();
    const audit = await get('/audit?action=retention.policy-changed', 'admin');
    expect(audit.json.items).toHaveLength(2);
  });
});

describe('holds', () => {
  it('are put on and taken off by reviewers, with a reason', async () => {
    const { image } = await measured(31);
    const path = `/images/${image.id}/hold`;
    expect((await send('PUT', path, 'technician', { reason: 'x' })).status).toBe(403);
    expect((await send('PUT', path, 'reviewer', { reason: '   ' })).json.code).toBe('reason-missing');
    expect((await get(path, 'reviewer')).json.code).toBe('hold-not-found');
    const placed = await send('PUT', path, 'reviewer', { reason: 'claim 7' });
    expect([placed.status, placed.json]).toMatchObject([201, { reason: 'claim 7', placed_by: 'reviewer' }]);
    expect((await send('PUT', path, 'admin', { reason: 'claim 8' })).status).toBe(200);
    expect((await get(path, 'reviewer')).json).toMatchObject({ reason: 'claim 8', placed_by: 'admin' });
    const { json } = await get('/holds', 'reviewer');
    expect(json.items).toMatchObject([{ image_id: image.id, file_name: image.file_name, reason: 'claim 8' }]);
    expect((await get('/holds', 'technician')).status).toBe(403);
    expect((await send('DELETE', path, 'reviewer')).status).toBe(400);
    expect((await send('DELETE', `${path}?reason=settled`, 'reviewer')).status).toBe(204);
    expect((await send('DELETE', `${path}?reason=settled`, 'reviewer')).json.code).toBe('hold-not-found');
    const audit = await get(`/audit?subject_kind=image&subject_id=${image.id}`, 'admin');
    expect(
      audit.json.items.map((one: { action: string; details: object }) => [one.action, one.details]),
    ).toEqual([
      ['image.hold-released', { reason: 'settled', held_for: 'claim 8' }],
      ['image.held', { reason: 'claim 8', instead_of: 'claim 7' }],
      ['image.held', { reason: 'claim 7' }],
    ]);
  });
});

describe('a run', () => {
  it('does what the preview says; what it removed answers 410 with when and why; an upload brings it back', async () => {
    const { image, analysis, upload } = await measured(41);
    const held = await measured(42);
    await send('PUT', `/images/${held.image.id}/hold`, 'reviewer', { reason: 'claim 9' });
    const link = (await get(`/images/${image.id}/content-link`)).json.url as string;
    const content = await get(`/images/${image.id}/content`);
    const map = await get(`/analyses/${analysis.id}/map`);
    expect([content.status, map.status, analysis.has_map]).toEqual([200, 200, true]);
    await makeOld();
    expect((await get('/retention-preview', 'engineer')).status).toBe(403);
    expect((await get('/retention-preview?maps=3', 'admin')).status).toBe(400);
    // What would be, before anything is chosen.
    const tried = (await get('/retention-preview?unlabelled-pictures=365', 'admin')).json.policies[0];
    expect(tried).toMatchObject({ keep_days: 365, spared: { legal_hold: 1 } });
    expect(tried.rows).toBeGreaterThan(0);
    expect((await get('/retention-preview', 'admin')).json.policies[0]).toMatchObject({
      keep_days: null,
      rows: 0,
    });
    await keep('unlabelled-pictures', 365);
    const preview = (await get('/retention-preview', 'admin')).json.policies[0];
    expect(preview).toEqual(tried);
    const { rows, objects, bytes } = preview;
    expect(await run()).toMatchObject({ unlabelled_pictures: { rows, objects, bytes } });

    const today = new Date().toISOString().slice(0, 10);
    const gone = [
      await get(`/images/${image.id}/content`),
      await get(`/images/${image.id}/content?rendition=thumbnail`),
      await get(`/images/${image.id}/content-link`),
      await api.call('GET', link),
      await get(`/analyses/${analysis.id}/map`),
      await get(`/analyses/${analysis.id}/overlay`),
      await send('POST', `/analyses/${analysis.id}/recompute`, 'reviewer'),
      // A browser that has it already is told as well.
      await get(`/images/${image.id}/content`, 'viewer', {
        'if-none-match': content.headers.get('etag') ?? '',
      }),
    ];
    for (const { status, json, headers } of gone) {
      expect([status, json.code, headers.get('cache-control')]).toEqual([
        410,
        'pictures-removed',
        'no-store',
      ]);
      expect(json.detail).toContain(`removed on ${today} by the policy unlabelled-pictures`);
    }
    const policy = { at: expect.stringContaining(today), policy: 'unlabelled-pictures' };
    expect((await get(`/images/${image.id}`)).json.pictures_removed).toEqual(policy);
    const numbers = (await get(`/analyses/${analysis.id}`)).json;
    expect(numbers).toMatchObject({
      has_map: false,
      maps_removed: policy,
      shear_percent: analysis.shear_percent,
    });
    const history = (await get('/history')).json.items;
    expect(
      history.find((one: { image: { id: string } }) => one.image.id === image.id).image.pictures_removed,
    ).toEqual(policy);
    // The same model has nothing to measure: its answer is there. Another would have to, and cannot.
    const known = await send('POST', '/analyses', 'technician', { image_id: image.id });
    expect([known.status, known.json.id]).toEqual([200, analysis.id]);
    await api.installModel('2.0.0');
    const refused = await send('POST', '/analyses', 'technician', { image_id: image.id });
    expect([refused.status, refused.json.code]).toEqual([410, 'pictures-removed']);
    const hold = await send('PUT', `/images/${image.id}/hold`, 'reviewer', { reason: 'late' });
    expect(hold.status).toBe(410);
    expect((await get(`/images/${held.image.id}/content`)).status).toBe(200);

    const back = await upload();
    expect([back.status, back.json]).toMatchObject([200, { id: image.id, pictures_removed: null }]);
    expect((await get(`/images/${image.id}/content`)).status).toBe(200);
    expect((await send('POST', '/analyses', 'technician', { image_id: image.id })).status).toBe(201);
    const audit = await get('/audit?action=retention.completed', 'admin');
    expect(audit.json.items).toMatchObject([
      { actor: { name: 'admin' }, details: { unlabelled_pictures: { rows } } },
    ]);
  });

  it('that takes maps only leaves the picture, and measuring again draws them again', async () => {
    const { image, analysis } = await measured(51);
    const map = await get(`/analyses/${analysis.id}/map`);
    await makeOld();
    await keep('unlabelled-pictures', null);
    await keep('maps', 90);
    await run();
    const gone = await get(`/analyses/${analysis.id}/map`);
    expect([gone.status, gone.json.code]).toEqual([410, 'pictures-removed']);
    expect((await get(`/images/${image.id}/content`)).status).toBe(200);
    const again = await send('POST', '/analyses', 'technician', { image_id: image.id });
    expect(again.json).toMatchObject({ id: analysis.id, has_map: true, maps_removed: null });
    const redrawn = await get(`/analyses/${analysis.id}/map`);
    expect([redrawn.status, redrawn.body.equals(map.body)]).toEqual([200, true]);
  });
});
