import { createClient, ProblemError, unwrap } from '@mlmcsc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HISTORY_COLUMNS } from '../../src/routes/history/history-csv.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

const NOTHING = '0192f0a0-1111-7000-8000-00000000dead';
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function uploadPicture(kind: 'face' | 'no face', seed: number, fields: Record<string, string> = {}) {
  const name = fields.file_name ?? `picture-${seed}.jpg`;
  const { file_name: _, ...context } = fields;
  const body = formOf(await jpegOf(kind, seed), name, context);
  return (await api.call('POST', '/api/v1/images', { as: 'technician', body })).json;
}
const analyse = (imageId: string, headers: Record<string, string> = {}) =>
  api.call('POST', '/api/v1/analyses', { as: 'technician', json: { image_id: imageId }, headers });
const label = (body: object, headers: Record<string, string> = {}) =>
  api.call('POST', '/api/v1/labels', { as: 'technician', json: body, headers });

describe('before a model is installed', () => {
  it('is alive but not ready, and says what is missing', async () => {
    expect((await api.call('GET', '/livez')).json).toEqual({ status: 'ok', checks: [] });
    const ready = await api.call('GET', '/readyz');
    expect(ready.status).toBe(503);
    expect(ready.headers.get('retry-after')).toBeTruthy();
    expect(ready.json.checks).toEqual([
      { name: 'database', ok: true },
      { name: 'objects', ok: true },
      { name: 'champion', ok: false, detail: 'model-missing' },
    ]);
    const image = await uploadPicture('face', 1);
    const answer = await analyse(image.id);
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status: 503, code: 'model-missing' });
    expect(answer.headers.get('retry-after')).toBeTruthy();
    expect((await api.call('GET', '/api/v1/models/current', { as: 'viewer' })).status).toBe(503);
    expect((await api.call('GET', '/api/v1/learning', { as: 'viewer' })).status).toBe(503);
  });
});

describe('the round of a technician', () => {
  beforeAll(async () => {
    await api.installModel('1.0.0');
  });

  it('is ready now', async () => {
    expect((await api.call('GET', '/readyz')).status).toBe(200);
  });

  it('measures a face once, with map and overlay', async () => {
    const image = await uploadPicture('face', 2, { px_per_mm: '20' });
    const first = await analyse(image.id);
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/api/v1/analyses/${first.json.id}`);
    expect(first.json).toMatchObject({
      image_id: image.id,
      status: 'ok',
      reason: null,
      interval_level: 0.9,
      bbox: [1, 2, 92, 57],
      notch_side: 'left',
      px_per_mm: 20,
      has_map: true,
      model: { version: '1.0.0' },
      analysed_by: 'technician',
      label: null,
    });
    const again = await analyse(image.id);
    expect(again.status).toBe(200);
    expect(again.json).toEqual(first.json);
    expect((await api.call('GET', `/api/v1/analyses/${first.json.id}`, { as: 'viewer' })).json).toEqual(
      first.json,
    );
    for (const picture of ['map', 'overlay']) {
      const path = `/api/v1/analyses/${first.json.id}/${picture}`;
      const answer = await api.call('GET', path, { as: 'viewer' });
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('cache-control')).toContain('immutable');
      const etag = answer.headers.get('etag') ?? '';
      const unchanged = await api.call('GET', path, { as: 'viewer', headers: { 'if-none-match': etag } });
      expect(unchanged.status).toBe(304);
    }
  });

  it('answers a picture without a specimen with a reason instead of a number', async () => {
    const image = await uploadPicture('no face', 3);
    const { status, json } = await analyse(image.id);
    expect(status).toBe(201);
    expect(json).toMatchObject({ status: 'no-face', shear_percent: null, bbox: null, has_map: false });
    expect(json.reason).toBeTruthy();
    const map = await api.call('GET', `/api/v1/analyses/${json.id}/map`, { as: 'viewer' });
    expect({ status: map.status, code: map.json.code }).toEqual({ status: 404, code: 'analysis-has-no-map' });
    const judged = await label({ analysis_id: json.id, shear_percent: 50 });
    expect({ status: judged.status, code: judged.json.code }).toEqual({
      status: 409,
      code: 'analysis-without-answer',
    });
  });

  it('accepts, then corrects; both judgements stay, the newer one counts', async () => {
    const image = await uploadPicture('face', 4);
    const { json: analysis } = await analyse(image.id);
    const accepted = await label({ analysis_id: analysis.id, shear_percent: analysis.shear_percent });
    expect(accepted.status).toBe(201);
    expect(accepted.json).toMatchObject({ decision: 'accepted', technician: 'technician', notes: null });
    const corrected = await label({ analysis_id: analysis.id, shear_percent: 12.5, notes: ' seen twice ' });
    expect(corrected.json).toMatchObject({ decision: 'corrected', shear_percent: 12.5, notes: 'seen twice' });
    const listed = await api.call('GET', `/api/v1/analyses/${analysis.id}/labels`, { as: 'viewer' });
    expect(listed.json.items.map(({ id }: { id: string }) => id)).toEqual([
      accepted.json.id,
      corrected.json.id,
    ]);
    const read = await api.call('GET', `/api/v1/analyses/${analysis.id}`, { as: 'viewer' });
    expect(read.json.label.id).toBe(corrected.json.id);
  });

  it('repeats a label with the same idempotency key without storing it twice', async () => {
    const image = await uploadPicture('face', 5);
    const { json: analysis } = await analyse(image.id);
    const body = { analysis_id: analysis.id, shear_percent: 33.25 };
    const key = { 'idempotency-key': 'label-33' };
    const [first, ...others] = await Promise.all([label(body, key), label(body, key), label(body, key)]);
    const done = [first, ...others].filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    for (const busy of [first, ...others].filter(({ status }) => status !== 201)) {
      expect(busy.json.code).toBe('idempotency-key-in-use');
    }
    const again = await label(body, key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.json).toEqual(done[0]?.json);
    const other = await label({ ...body, shear_percent: 34 }, key);
    expect({ status: other.status, code: other.json.code }).toEqual({
      status: 409,
      code: 'idempotency-key-reused',
    });
    const listed = await api.call('GET', `/api/v1/analyses/${analysis.id}/labels`, { as: 'viewer' });
    expect(listed.json.items).toHaveLength(1);
  });

  it('gives a key back when the request failed, and repeats analyses and jobs, too', async () => {
    const key = { 'idempotency-key': 'analysis-1' };
    expect((await analyse(NOTHING, key)).status).toBe(404);
    expect((await analyse(NOTHING, key)).status).toBe(404);
    const image = await uploadPicture('face', 6);
    const keyed = { 'idempotency-key': 'analysis-2' };
    const first = await analyse(image.id, keyed);
    const again = await analyse(image.id, keyed);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json).toEqual(first.json);
    const job = { kind: 'analysis.batch.v1', image_ids: [image.id] };
    const start = () =>
      api.call('POST', '/api/v1/jobs', {
        as: 'technician',
        json: job,
        headers: { 'idempotency-key': 'job-1' },
      });
    expect((await start()).json.id).toBe((await start()).json.id);
  });

  it('refuses what cannot be judged or measured', async () => {
    const cases: [Promise<{ status: number; json: { code: string } }>, number, string][] = [
      [analyse(NOTHING), 404, 'image-not-found'],
      [analyse('not-an-id'), 400, 'invalid-request'],
      [label({ analysis_id: NOTHING, shear_percent: 50 }), 404, 'analysis-not-found'],
      [label({ analysis_id: NOTHING, shear_percent: 100.01 }), 400, 'invalid-request'],
      [label({ analysis_id: NOTHING, shear_percent: 5, notes: 'x'.repeat(2001) }), 400, 'invalid-request'],
      [label({ analysis_id: NOTHING, shear_percent: 5 }, { 'idempotency-key': 'ä' }), 400, 'invalid-request'],
    ];
    for (const [call, status, code] of cases) {
      const answer = await call;
      expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
    }
    for (const part of ['', '/map', '/overlay', '/labels']) {
      const answer = await api.call('GET', `/api/v1/analyses/${NOTHING}${part}`, { as: 'viewer' });
      expect(answer.json.code).toBe('analysis-not-found');
    }
    for (const part of ['', '/content']) {
      const answer = await api.call('GET', `/api/v1/images/${NOTHING}${part}`, { as: 'viewer' });
      expect(answer.json.code).toBe('image-not-found');
    }
  });
});

describe('history', () => {
  beforeAll(async () => {
    for (const [seed, heat] of [
      [31, 'HISTORY-A'],
      [32, 'HISTORY-A'],
      [33, 'HISTORY-B'],
    ] as const) {
      const image = await uploadPicture('face', seed, {
        heat,
        specimen: `=cmd|'/c calc'!A${seed}`,
        file_name: `${seed}, "x".jpg`,
      });
      await analyse(image.id);
    }
  });
  const history = async (query: string) =>
    (await api.call('GET', `/api/v1/history${query}`, { as: 'viewer' })).json;

  it('is paged newest first without gaps or repetitions', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { analysis: { id: string } }[]; next_cursor: string | null } = await history(
        `?limit=2${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ analysis }) => analysis.id));
      cursor = page.next_cursor;
    } while (cursor !== null);
    const all = await history('?limit=200');
    expect(seen).toEqual(all.items.map(({ analysis }: { analysis: { id: string } }) => analysis.id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('filters by text, status, label, technician, time and percent together', async () => {
    expect((await history('?text=history-a')).items).toHaveLength(2);
    expect((await history('?status=no-face')).items).toHaveLength(1);
    const labelled = (await history('?labelled=true')).items;
    expect(labelled).toHaveLength(2);
    expect((await history('?labelled=true&technician=technician')).items).toHaveLength(2);
    expect((await history('?labelled=true&technician=nobody')).items).toHaveLength(0);
    expect((await history('?from=2100-01-01T00:00:00Z')).items).toHaveLength(0);
    expect((await history('?shear_min=99.9')).items).toHaveLength(0);
    expect((await history('?text=%25')).items).toHaveLength(0);
    const { shear_percent: shear, id } = labelled[0].analysis;
    const exact = (await history(`?shear_min=${shear}&shear_max=${shear}`)).items;
    expect(exact.map(({ analysis }: { analysis: { id: string } }) => analysis.id)).toContain(id);
    expect(
      exact.every((item: { analysis: { shear_percent: number } }) => item.analysis.shear_percent === shear),
    ).toBe(true);
  });

  it('seeks one or two letters at the beginning of file name, specimen or heat, longer texts anywhere', async () => {
    const names = async (text: string) =>
      (await history(`?text=${text}`)).items.map(
        ({ image }: { image: { file_name: string } }) => image.file_name,
      );
    const all = await names('istory-');
    expect(all.length).toBeGreaterThan(1);
    expect(await names('HI')).toEqual(expect.arrayContaining(all));
    expect(await names('is')).toEqual([]);
  });

  it.each([
    '?limit=0',
    '?limit=201',
    '?limit=x',
    '?shear_min=-1',
    '?shear_min=60&shear_max=40',
    '?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z',
    '?from=yesterday',
    '?status=great',
    '?labelled=maybe',
    '?colour=red',
    '?cursor=abc',
  ])('refuses %s', async (query) => {
    const answer = await api.call('GET', `/api/v1/history${query}`, { as: 'viewer' });
    expect(answer.status).toBe(400);
    expect(['invalid-request', 'cursor-invalid']).toContain(answer.json.code);
  });

  it('is exported as CSV that no spreadsheet runs', async () => {
    const answer = await api.call('GET', '/api/v1/history/export?text=HISTORY', { as: 'viewer' });
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="history-.*Z\.csv"$/);
    const lines = answer.body.toString('utf8').split('\r\n');
    expect(lines[0]).toBe(`\uFEFF${HISTORY_COLUMNS.map(({ name }) => name).join(',')}`);
    expect(lines).toHaveLength(1 + 3 + 1);
    expect(lines[1]).toContain(`'=cmd|'/c calc'!A33`);
    expect(lines[1]).toContain('"33, ""x"".jpg"');
    expect(lines[1]).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/);
  });
});

describe('models and learning', () => {
  it('lists versions and finds one by identifier, by version, and the champion', async () => {
    const current = await api.call('GET', '/api/v1/models/current', { as: 'viewer' });
    expect(current.json).toMatchObject({ version: '1.0.0', is_champion: true, origin: 'shipped' });
    for (const name of [current.json.id, '1.0.0']) {
      expect((await api.call('GET', `/api/v1/models/${name}`, { as: 'viewer' })).json).toEqual(current.json);
    }
    const list = await api.call('GET', '/api/v1/models', { as: 'viewer' });
    expect(list.json).toEqual({ items: [current.json], next_cursor: null });
    const none = await api.call('GET', '/api/v1/models/9.9.9', { as: 'viewer' });
    expect(none.json.code).toBe('model-not-found');
  });

  it('tells how it learns and lets an engineer choose', async () => {
    const before = await api.call('GET', '/api/v1/learning', { as: 'viewer' });
    expect(before.json.champion.version).toBe('1.0.0');
    expect(before.json.labels_total).toBeGreaterThan(0);
    const choose = (strategy: string, match?: string | null) =>
      api.call('PUT', '/api/v1/learning/strategy', {
        as: 'engineer',
        json: { strategy },
        headers: match == null ? {} : { 'if-match': match },
      });
    const read = await api.call('GET', '/api/v1/learning/strategy', { as: 'viewer' });
    expect(read.json).toEqual({ strategy: 'immediate' });
    const etag = read.headers.get('etag');
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect((await choose('batch')).json.code).toBe('precondition-required');
    expect((await choose('batch', '"something-else"')).json.code).toBe('precondition-failed');
    expect((await choose('batch', `W/${etag}`)).json.code).toBe('precondition-failed');
    expect((await choose('batch', 'no quotes')).status).toBe(400);
    // Two engineers saw the same: one of them is told.
    const both = await Promise.all([choose('batch', etag), choose('weighted', `"x", ${etag}`)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = both.find(({ status }) => status === 200);
    const now = await api.call('GET', '/api/v1/learning/strategy', { as: 'viewer' });
    expect(now.json.strategy).toBe(winner?.json.strategy);
    expect(now.headers.get('etag')).toBe(winner?.headers.get('etag'));
    expect((await choose('batch', '*')).json.strategy).toBe('batch');
    const wrong = await choose('guess', '*');
    expect(wrong.json.errors).toMatchObject([{ pointer: '#/strategy' }]);
  });
});

describe('the typed client', () => {
  it('talks to the real server and throws its problems', async () => {
    const client = createClient({ baseUrl: api.url, headers: { cookie: api.cookie('viewer') } });
    const page = unwrap(await client.GET('/api/v1/history', { params: { query: { limit: 1 } } }));
    expect(page.items).toHaveLength(1);
    const error = await client
      .POST('/api/v1/jobs', { body: { kind: 'model.retrain.v1' } })
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code: 'role-insufficient', status: 403 });
  });
});
