import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../../test/read-pdf.ts';
import { PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';
import { jpegOf } from './support/test-pictures.ts';

type Reader = 'technician' | 'engineer';
let api: TestApi;
const specimens: { readonly id: string; readonly identifier: string; readonly imageId: string }[] = [];

beforeAll(async () => {
  api = await startTestApi({ earlierRoutes: true });
  await api.installModel('1.0.0');
  for (let index = 0; index < 4; index += 1) {
    const identifier = `ST-${index}`;
    const form = new FormData();
    form.set('specimen', identifier);
    form.set('file', new Blob([await jpegOf('face', 100 + index)]), 'face.jpg');
    const image = await api.call('POST', '/api/v1/images', { as: 'technician', body: form });
    const imageId = image.json.id ?? image.json.image?.id;
    const made = await api.call('POST', '/api/v1/specimens', { as: 'technician', json: { identifier } });
    expect(made.status, made.body.toString()).toBe(201);
    specimens.push({ id: made.json.id, identifier, imageId });
  }
  const analysed = await api.call('POST', '/api/v1/analyses', {
    as: 'technician',
    json: { image_id: specimens[0]?.imageId },
  });
  expect(analysed.json.status).toBe('ok');
});
afterAll(() => api.close());

let counter = 0;
async function begin(fields: object = {}) {
  counter += 1;
  const answer = await api.call('POST', '/api/v1/studies', {
    as: 'reviewer',
    json: {
      name: `Study ${counter}`,
      specimen_ids: specimens.map(({ id }) => id),
      readers: ['technician', 'engineer'],
      ...fields,
    },
  });
  expect(answer.status, answer.body.toString()).toBe(201);
  return `/api/v1/studies/${answer.json.id}`;
}
const get = (path: string, as: 'viewer' | Reader | 'reviewer' = 'viewer') => api.call('GET', path, { as });
const give = (path: string, as: Reader, id: string, percent: number) =>
  api.call('POST', `${path}/readings`, { as, json: { reading_id: id, percent } });

/** Reads everything that is wanted of somebody. @returns the pictures in the order in which they came */
async function readAll(path: string, as: Reader, percentOf: (imageId: string, place: number) => number) {
  const seen: string[] = [];
  let { reading } = (await get(`${path}/next-reading`, as)).json;
  while (reading !== null) {
    seen.push(reading.image_id);
    const answer = await give(path, as, reading.id, percentOf(reading.image_id, reading.place));
    expect(answer.status, answer.body.toString()).toBe(200);
    reading = answer.json.reading;
  }
  return seen;
}
const truth = (imageId: string) => 20 + 15 * specimens.findIndex((one) => one.imageId === imageId);

describe('a reader', () => {
  it('finds nowhere what the model said of a picture, until everybody has read the specimen', async () => {
    const [identifier, other] = ['BLIND-1', 'BLIND-2'];
    const form = new FormData();
    form.set('specimen', identifier);
    const bytes = await jpegOf('face', 900);
    const base64 = Buffer.from(bytes).toString('base64');
    form.set('file', new Blob([bytes]), 'blind.jpg');
    const imageId = (await api.call('POST', '/api/v1/images', { as: 'reviewer', body: form })).json.id;
    const series = await api.call('POST', '/api/v1/series', {
      ...{ as: 'reviewer', json: { name: 'Blind', standard: 'ISO 148-1' } },
    });
    const json = { identifier, series_id: series.json.id };
    const specimen = (await api.call('POST', '/api/v1/specimens', { as: 'reviewer', json })).json;
    const measured = { as: 'reviewer', json: { image_id: imageId } } as const;
    const analysis = (await api.call('POST', '/api/v1/analyses', measured)).json;
    const second = new FormData();
    second.set('specimen', identifier);
    second.set('file', new Blob([await jpegOf('face', 901)]), `${other}.jpg`);
    const twin = (await api.call('POST', '/api/v1/images', { as: 'reviewer', body: second })).json.id;
    const ofTwin = { as: 'reviewer', json: { image_id: twin } } as const;
    const twinAnalysis = (await api.call('POST', '/api/v1/analyses', ofTwin)).json;
    const made = await api.call('POST', `/api/v1/series/${series.json.id}/reports`, {
      ...{ as: 'reviewer', json: {} },
    });
    const report = `/api/v1/reports/${made.json.id}`;
    const path = await begin({ specimen_ids: [specimen.id] });

    const doors = [
      ...['', '/map', '/overlay', '/labels'].map((end) => `/api/v1/analyses/${analysis.id}${end}`),
      `/api/v1/analyses/${twinAnalysis.id}`,
      ...[report, `${report}/document`, `${report}/pdf`],
    ];
    const inHistory = async (as: Reader | 'reviewer') => {
      const { json: page } = await get(`/api/v1/history?text=${identifier}`, as);
      const { body } = await get(`/api/v1/history/export?text=${identifier}`, as);
      return [page.items.length, body.toString().trim().split('\r\n').length - 1];
    };
    const analysesSeen = async (as: Reader | 'reviewer') =>
      (await get(`/api/v1/specimens/${specimen.id}/details`, as)).json.pictures.flatMap(
        (picture: { analyses: unknown[] }) => picture.analyses,
      ).length;
    const inQueue = async (as: Reader) => {
      const { json: queue } = await get('/api/v1/review-queue?strategy=random&limit=100', as);
      return queue.to_label.filter((one: { image_id: string }) => [imageId, twin].includes(one.image_id))
        .length;
    };
    const posts = (as: Reader) =>
      Promise.all([
        api.call('POST', '/api/v1/analyses', { as, json: { image_id: imageId } }),
        api.call('POST', '/api/v1/labels', { as, json: { analysis_id: analysis.id, shear_percent: 33 } }),
        ...earlier(as),
        get(`/api/v1/images/${imageId}/regions`, as),
      ]);
    /** What clients of the earlier system send, and those of the inference protocol: the picture itself. */
    const earlier = (as: Reader) => [
      api.call('POST', '/predict', { as, json: { image_data: base64 } }),
      api.call('POST', '/submit_label', {
        as,
        json: { image_data: base64, technician_label: 33, technician_id: as },
      }),
      api.call('POST', '/submit_label', {
        as,
        json: { specimen_id: analysis.id, technician_label: 33, technician_id: as },
      }),
    ];
    const infer = (as: Reader) =>
      api.call('POST', '/v2/models/percent-shear/infer', {
        as,
        json: {
          inputs: [
            {
              ...{ name: 'image', shape: [1], datatype: 'BYTES', data: [base64] },
              parameters: { content_type: 'base64' },
            },
          ],
        },
      });
    const before = (await get(`/api/v1/analyses/${analysis.id}/labels`, 'reviewer')).json.items.length;
    for (const reader of ['technician', 'engineer'] as const) {
      for (const door of doors) {
        const answer = await get(door, reader);
        expect([answer.status, answer.json.code], door).toEqual([403, 'blind-reading']);
        expect((await get(door, 'reviewer')).status, door).toBe(200);
      }
      for (const answer of await posts(reader)) expect(answer.json.code).toBe('blind-reading');
      const inferred = await infer(reader);
      expect([inferred.status, inferred.json.outputs, inferred.json.error]).toEqual([
        403,
        undefined,
        expect.stringContaining('in a study that goes on'),
      ]);
      const { json: labels } = await get(`/api/v1/analyses/${analysis.id}/labels`, 'reviewer');
      expect(labels.items).toHaveLength(before);
      expect(await inHistory(reader)).toEqual([0, 0]);
      expect(await inHistory('reviewer')).toEqual([2, 2]);
      expect(await analysesSeen(reader)).toBe(0);
      expect(await analysesSeen('reviewer')).toBe(2);
      expect(await inQueue(reader)).toBe(0);
      expect((await get(`/api/v1/images/${imageId}/content`, reader)).status).toBe(200);
      // One has read; the other is still to be kept from knowing, and so is who could tell.
      await readAll(path, reader, () => 40);
    }
    for (const door of doors) expect((await get(door, 'technician')).status, door).toBe(200);
    expect(await inHistory('technician')).toEqual([2, 2]);
    expect(await analysesSeen('engineer')).toBe(2);
    expect(await inQueue('technician')).toBe(2);
  });

  it('sees everything again when the study is closed before all is read', async () => {
    const path = await begin();
    const { json: page } = await get('/api/v1/history?text=ST-0', 'technician');
    expect(page.items).toEqual([]);
    const wish = { as: 'reviewer', json: { reason: 'enough' } } as const;
    expect((await api.call('POST', `${path}/close`, wish)).status).toBe(200);
    expect((await get('/api/v1/history?text=ST-0', 'technician')).json.items).toHaveLength(1);
  });
});

describe('the value of a study', () => {
  it('becomes the reported percent shear, with its readers and who decided named in the report', async () => {
    const first = specimens[0]!;
    const path = await begin({ specimen_ids: [first.id], name: 'Double reading' });
    const studyId = path.split('/').at(-1) as string;
    const series = await api.call('POST', '/api/v1/series', {
      ...{ as: 'reviewer', json: { name: 'Double', standard: 'ISO 148-1' } },
    });
    const change = (shear: object, extra: object = {}) =>
      api.call('PATCH', `/api/v1/specimens/${first.id}`, {
        ...{ as: 'reviewer', headers: { 'if-match': '*' }, json: { shear, ...extra } },
      });
    const wish = { method: 'adjudicated', study_id: studyId };
    await readAll(path, 'technician', () => 30);
    // Somebody has still to read it, and then they differ and nobody has decided.
    expect((await change(wish)).json.code).toBe('specimen-invalid');
    await readAll(path, 'engineer', () => 60);
    expect((await change(wish)).json.code).toBe('specimen-invalid');
    const json = { percent: 52, reason: 'The lip was counted twice.' };
    const decided = await api.call('POST', `${path}/specimens/${first.id}/adjudications`, {
      ...{ as: 'reviewer', json },
    });
    expect(decided.status).toBe(201);
    expect((await change({ method: 'chart', percent: 52, study_id: studyId })).status).toBe(400);
    expect((await change({ ...wish, percent: 45 })).status).toBe(400);
    expect((await change({ method: 'adjudicated', percent: 52 })).status).toBe(400);
    const { status, json: changed } = await change(wish, { series_id: series.json.id });
    expect(status).toBe(200);
    expect(changed.shear).toMatchObject({ method: 'adjudicated', percent: 52, study_id: studyId });

    const report = await api.call('POST', `/api/v1/series/${series.json.id}/reports`, {
      ...{ as: 'reviewer', json: {} },
    });
    const { document, people } = (await get(`/api/v1/reports/${report.json.id}`)).json;
    const nameOf = (pseudonym: string) =>
      people.find((one: { pseudonym: string }) => one.pseudonym === pseudonym)?.name;
    const [{ blind_reading: blind, reported }] = document.specimens;
    expect(reported.shear_percent).toBe('50');
    expect(blind).toMatchObject({ study_id: studyId, study: 'Double reading', mean: 45, spread: 30 });
    expect(
      blind.readings.map(({ reader, percent }: { reader: string; percent: number }) => [
        nameOf(reader),
        percent,
      ]),
    ).toEqual([
      ['engineer', 60],
      ['technician', 30],
    ]);
    expect(blind.decision).toMatchObject(json);
    expect(nameOf(blind.decision.decided_by)).toBe('reviewer');
    const pdf = await get(`/api/v1/reports/${report.json.id}/pdf`);
    const text = (await readPdf(pdf.body)).pages.join(' ');
    expect(text).toContain('Percent shear from blind readings');
    expect(text).toContain('engineer 60.0, technician 30.0');
    expect(text).toContain('The lip was counted twice.');
  });
});

describe('a study of readers', () => {
  it('asks each reader for every specimen in an order of their own, twice where wanted', async () => {
    const path = await begin({ repeats: 2, seed: 5 });
    const orders = {
      technician: await readAll(path, 'technician', truth),
      engineer: await readAll(path, 'engineer', truth),
    };
    for (const order of Object.values(orders)) {
      expect(order).toHaveLength(8);
      expect(new Set(order.slice(0, 4)).size).toBe(4);
    }
    expect(orders.technician).not.toEqual(orders.engineer);
    const again = await begin({ repeats: 2, seed: 5 });
    expect(await readAll(again, 'technician', truth)).toEqual(orders.technician);
    expect((await get(path)).json).toMatchObject({
      specimens: 4,
      readers: [
        { reader: 'engineer', given: 8, wanted: 8 },
        { reader: 'technician', given: 8, wanted: 8 },
      ],
      is_finished: true,
    });
  });

  it('shows nobody a reading before everybody has read the specimen, not even a reviewer', async () => {
    const path = await begin();
    await readAll(path, 'technician', () => 63.25);
    for (const as of ['viewer', 'engineer', 'reviewer'] as const) {
      const shown = await get(`${path}/specimens`, as);
      expect(shown.json.items.every((one: { revealed: unknown }) => one.revealed === null)).toBe(true);
      expect(shown.body.toString()).not.toContain('63.25');
      expect((await get(path, as)).body.toString()).not.toContain('63.25');
    }
    const early = await get(`${path}/results`, 'reviewer');
    expect([early.status, early.json.code]).toEqual([409, 'study-not-finished']);
    const audit = await api.call('GET', '/api/v1/audit?action=study.read', { as: 'admin' });
    expect(audit.json.items.length).toBeGreaterThan(0);
    expect(audit.body.toString()).not.toContain('63.25');

    const { reading } = (await get(`${path}/next-reading`, 'engineer')).json;
    await give(path, 'engineer', reading.id, 60);
    const { items } = (await get(`${path}/specimens`)).json;
    const revealed = items.filter((one: { revealed: unknown }) => one.revealed !== null);
    expect(revealed).toHaveLength(1);
    expect(revealed[0].image_id).toBe(reading.image_id);
    expect(revealed[0].revealed).toMatchObject({ mean: 61.625, spread: 3.25, is_disputed: false });
  });

  it('takes each reading once, from the reader who is asked, in the order of the study', async () => {
    const path = await begin();
    const first = (await get(`${path}/next-reading`, 'technician')).json.reading;
    expect((await give(path, 'engineer', first.id, 40)).json.code).toBe('study-reading-not-found');
    expect((await give(path, 'technician', first.id, 140)).status).toBe(400);
    const given = await give(path, 'technician', first.id, 40);
    expect(given.json).toMatchObject({ given: 1, wanted: 4, reading: { place: 2 } });
    expect((await give(path, 'technician', first.id, 40)).status).toBe(200);
    const changed = await give(path, 'technician', first.id, 41);
    expect([changed.status, changed.json.code]).toEqual([409, 'study-reading-given']);

    const later = await api.pool.query(
      'select id from study_readings where study_id = $1 and reader = $2 and place = 4',
      [path.split('/').at(-1), 'technician'],
    );
    const early = await give(path, 'technician', later.rows[0].id, 40);
    expect([early.status, early.json.code]).toEqual([409, 'study-reading-not-next']);
    const stranger = await get(`${path}/next-reading`, 'reviewer');
    expect([stranger.status, stranger.json.code]).toEqual([403, 'not-a-reader']);
    await expect(
      api.pool.query('update study_readings set percent = 41 where id = $1', [first.id]),
    ).rejects.toThrow('given once');
  });

  it('lets a reviewer who does not read decide where readers differ, and keeps every decision', async () => {
    const path = await begin({ disagreement_threshold: 12 });
    const disputed = specimens[1]!;
    await readAll(path, 'technician', truth);
    const decide = (specimenId: string, percent: number, as: Reader | 'reviewer' | 'admin' = 'reviewer') =>
      api.call('POST', `${path}/specimens/${specimenId}/adjudications`, {
        as,
        json: { percent, reason: 'lip on the left' },
      });
    expect((await decide(disputed.id, 40)).json.code).toBe('study-not-finished');
    await readAll(path, 'engineer', (imageId) => truth(imageId) + (imageId === disputed.imageId ? 15 : 4));
    expect((await decide(specimens[2]!.id, 40)).json.code).toBe('study-not-disputed');
    expect((await decide(disputed.id, 40, 'technician')).status).toBe(403);
    const own = await decide(disputed.id, 40, 'engineer');
    expect([own.status, own.json.code]).toEqual([403, 'adjudicator-is-reader']);

    expect((await decide(disputed.id, 40)).json.revealed).toMatchObject({ is_disputed: true, value: 40 });
    const second = await decide(disputed.id, 42, 'admin');
    expect(second.json.revealed).toMatchObject({
      value: 42,
      adjudications: [
        { percent: 40, adjudicated_by: 'reviewer' },
        { percent: 42, adjudicated_by: 'admin' },
      ],
    });
    const trail = await api.call('GET', '/api/v1/audit?action=study.adjudicated', { as: 'admin' });
    expect(trail.json.items[0]).toMatchObject({
      details: { specimen_id: disputed.id, percent: 42, reason: 'lip on the left' },
    });
    expect((await get(`${path}/results`)).json).toMatchObject({ disputed: 1, adjudicated: 1 });
  });

  it('says how well the readers agree, with the model as one more', async () => {
    const path = await begin({ repeats: 2 });
    await readAll(path, 'technician', (imageId, place) => truth(imageId) + (place % 2));
    await readAll(path, 'engineer', (imageId, place) => truth(imageId) + 5 + (place % 2));
    const { people, with_model: withModel, shortcomings } = (await get(`${path}/results`)).json;
    expect(people.readers).toEqual(['engineer', 'technician']);
    expect(people.per_reader[0].limits).toMatchObject({ ok: true, count: 4 });
    expect(Math.abs(people.per_reader[0].limits.bias.value - 5)).toBeLessThan(1.01);
    expect(people.intraclass.ok && people.gauge.ok && people.precision.ok).toBe(true);
    expect(people.intraclass.consistency.value).toBeGreaterThan(0.98);
    expect(withModel.readers).toEqual(['engineer', 'technician', 'the model']);
    expect(withModel.reading_count).toBe(people.reading_count + 2);
    expect(shortcomings).toEqual(['few-specimens', 'few-readers']);
    const without = await begin({ includes_model: false });
    await readAll(without, 'technician', truth);
    await readAll(without, 'engineer', truth);
    expect((await get(`${without}/results`)).json.with_model).toBeNull();
  });

  it('can be closed early, and is never changed', async () => {
    const path = await begin();
    await readAll(path, 'technician', truth);
    const { reading } = (await get(`${path}/next-reading`, 'engineer')).json;
    const close = (as: 'technician' | 'reviewer') =>
      api.call('POST', `${path}/close`, { as, json: { reason: 'away' } });
    expect((await close('technician')).status).toBe(403);
    const closed = await close('reviewer');
    expect(closed.json).toMatchObject({ closed_by: 'reviewer', close_reason: 'away' });
    expect((await close('reviewer')).json).toEqual(closed.json);
    expect((await give(path, 'engineer', reading.id, 10)).json.code).toBe('study-closed');
    expect((await get(`${path}/next-reading`, 'engineer')).json.reading).toBeNull();
    expect((await get(`${path}/results`)).json.shortcomings).toContain('readings-missing');
    const id = path.split('/').at(-1);
    await expect(api.pool.query('update studies set seed = 1 where id = $1', [id])).rejects.toThrow();
    await expect(api.pool.query('delete from studies where id = $1', [id])).rejects.toThrow();
  });

  it('is refused with unknown readers, specimens without a picture, and a name that is taken', async () => {
    const ask = (fields: object) =>
      api.call('POST', '/api/v1/studies', {
        as: 'reviewer',
        json: {
          ...{ name: 'Refused', readers: ['technician'], specimen_ids: [specimens[0]!.id] },
          ...fields,
        },
      });
    const strangers = await ask({ readers: ['technician', 'nobody', 'viewer'] });
    expect(strangers.json).toMatchObject({
      ...{ status: 400, code: 'study-invalid' },
      errors: [{ pointer: '#/readers/1' }, { pointer: '#/readers/2' }],
    });
    const blank = await api.call('POST', '/api/v1/specimens', {
      as: 'technician',
      json: { identifier: 'without picture' },
    });
    expect((await ask({ specimen_ids: [blank.json.id] })).json.code).toBe('study-invalid');
    const unknown = '0192f0a0-1111-7000-8000-00000000dead';
    expect((await ask({ specimen_ids: [unknown] })).json.code).toBe('specimen-not-found');
    expect((await ask({})).status).toBe(201);
    expect((await ask({})).json.code).toBe('record-exists');
    expect((await ask({ repeats: 9, name: 'Other' })).json.code).toBe('invalid-request');
    expect((await get(`/api/v1/studies/${unknown}`)).json.code).toBe('study-not-found');
  });

  it('comes in pages, by reader and by state', async () => {
    const all = (await get('/api/v1/studies?limit=2')).json;
    expect(all.items).toHaveLength(2);
    const next = (await get(`/api/v1/studies?limit=2&cursor=${all.next_cursor}`)).json;
    expect(next.items[0].id).not.toBe(all.items[0].id);
    const mine = (await get('/api/v1/studies?reader=engineer&limit=200')).json.items;
    expect(mine.map(({ name }: { name: string }) => name)).not.toContain('Refused');
    const closed = (await get('/api/v1/studies?is_closed=true')).json.items;
    // That of the test before, and the one that a blind reader waited for.
    expect(closed.length).toBe(2);
  });

  it('keeps the readings of a person who is erased, under a pseudonym', async () => {
    await api.accounts.createUser({ username: 'guest', password: PASSWORD, role: 'technician' });
    const path = await begin({ readers: ['guest'], specimen_ids: [specimens[0]!.id] });
    const headers = { cookie: await api.signIn('guest') };
    const next = await api.call('GET', `${path}/next-reading`, { headers });
    const json = { reading_id: next.json.reading.id, percent: 33 };
    expect((await api.call('POST', `${path}/readings`, { headers, json })).status).toBe(200);
    const erased = await api.call('POST', '/api/v1/people/guest/erase', {
      as: 'admin',
      json: { confirm: 'guest' },
    });
    expect(erased.status, erased.body.toString()).toBe(200);
    const [{ revealed }] = (await get(`${path}/specimens`)).json.items;
    expect(revealed.readings).toMatchObject([{ percent: 33 }]);
    expect(revealed.readings[0].reader).not.toBe('guest');
  });
});
