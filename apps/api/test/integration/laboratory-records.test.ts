import { readTable } from '@mlmcsc/platform/tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { jpegOf } from './support/test-pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
});
afterAll(() => api.close());

const create = async (path: string, json: object, as: 'technician' | 'reviewer' = 'technician') => {
  const answer = await api.call('POST', `/api/v1/${path}`, { as, json });
  expect(answer.status, answer.body.toString()).toBe(201);
  return answer.json;
};
const etagOf = async (path: string) =>
  (await api.call('GET', path, { as: 'viewer' })).headers.get('etag') ?? '';
const change = async (path: string, json: object, as: 'technician' | 'reviewer' = 'reviewer') =>
  api.call('PATCH', path, { as, json, headers: { 'if-match': await etagOf(path) } });

let counter = 0;
const unique = (name: string) => {
  counter += 1;
  return `${name}-${counter}`;
};

async function upload(fields: Readonly<Record<string, string>>, seed: number) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([await jpegOf('face', seed)]), 'face.jpg');
  return api.call('POST', '/api/v1/images', { as: 'technician', body: form });
}

describe('heats, machines and series', () => {
  it('are entered, listed, corrected against what was read, and keep every state', async () => {
    const heat = await create('heats', { name: unique('H'), grade: 'X52' });
    const path = `/api/v1/heats/${heat.id}`;
    const before = await etagOf(path);
    const changed = await change(path, { grade: 'X60', reason: 'certificate' });
    expect(changed.json).toMatchObject({ grade: 'X60', revision: 2, updated_by: 'reviewer' });
    expect(changed.headers.get('etag')).toBe(await etagOf(path));

    const stale = await api.call('PATCH', path, {
      as: 'reviewer',
      json: { grade: 'X70' },
      headers: { 'if-match': before },
    });
    expect([stale.status, stale.json.code]).toEqual([412, 'precondition-failed']);
    const blind = await api.call('PATCH', path, { as: 'reviewer', json: { grade: 'X70' } });
    expect(blind.json.code).toBe('precondition-required');

    const { items } = (await api.call('GET', `${path}/history`, { as: 'viewer' })).json;
    expect(items).toMatchObject([
      { revision: 2, change: 'changed', fields: ['grade'], reason: 'certificate', changed_by: 'reviewer' },
      { revision: 1, change: 'created', record: { grade: 'X52' }, changed_by: 'technician' },
    ]);
    const audit = await api.call('GET', '/api/v1/audit?action=heat.changed', { as: 'admin' });
    expect(audit.json.items[0]).toMatchObject({
      subject: { kind: 'heat', id: heat.id },
      details: { revision: 2, fields: ['grade'] },
    });
  });

  it('refuse a name twice and a deletion while others refer to it', async () => {
    const heat = await create('heats', { name: unique('H') });
    const again = await api.call('POST', '/api/v1/heats', {
      as: 'technician',
      json: { name: heat.name },
    });
    expect([again.status, again.json.code]).toEqual([409, 'record-exists']);
    const machine = await create(
      'test-machines',
      { name: unique('M'), capacity_j: 450, striker_mm: 8, verified_on: '2026-02-10' },
      'reviewer',
    );
    expect(machine.verified_on).toBe('2026-02-10');
    const series = await create('series', {
      name: unique('S'),
      standard: 'ISO 148-1',
      edition: '2016',
      heat_id: heat.id,
      machine_id: machine.id,
      orientation: 'T-L',
    });
    const path = `/api/v1/heats/${heat.id}`;
    const used = await api.call('DELETE', path, { as: 'reviewer', headers: { 'if-match': '*' } });
    expect([used.status, used.json.code]).toEqual([409, 'record-in-use']);
    const gone = await api.call('DELETE', `/api/v1/series/${series.id}`, {
      as: 'reviewer',
      headers: { 'if-match': await etagOf(`/api/v1/series/${series.id}`) },
    });
    expect(gone.status).toBe(204);
    expect((await api.call('DELETE', path, { as: 'reviewer', headers: { 'if-match': '*' } })).status).toBe(
      204,
    );
    expect((await api.call('GET', path, { as: 'viewer' })).json.code).toBe('heat-not-found');
    const { items } = (await api.call('GET', `${path}/history`, { as: 'viewer' })).json;
    expect(items[0]).toMatchObject({ change: 'deleted', record: { name: heat.name } });
    const unknown = await api.call('POST', '/api/v1/series', {
      as: 'technician',
      json: { name: unique('S'), standard: 'ASTM E23', heat_id: heat.id },
    });
    expect([unknown.status, unknown.json.code]).toEqual([404, 'heat-not-found']);
  });

  it('come in pages and by filter, newest first', async () => {
    const client = unique('client');
    const made = [];
    for (let index = 0; index < 5; index += 1) {
      made.push(await create('series', { name: unique('S'), standard: 'ASTM E23', client }));
    }
    const list = async (query: string) =>
      (await api.call('GET', `/api/v1/series?text=${client}&${query}`, { as: 'viewer' })).json;
    const first = await list('limit=3');
    const second = await list(`limit=3&cursor=${first.next_cursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
    expect(second.next_cursor).toBeNull();
    expect((await list('status=closed')).items).toEqual([]);
    expect((await api.call('GET', '/api/v1/series?text=100%25_', { as: 'viewer' })).json.items).toEqual([]);
  });

  it('are entered once however often the request is repeated', async () => {
    const call = () =>
      api.call('POST', '/api/v1/heats', {
        as: 'technician',
        json: { name: 'H-once' },
        headers: { 'idempotency-key': 'heat-once' },
      });
    const [first, second] = [await call(), await call()];
    expect(second.json).toEqual(first.json);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });
});

describe('the export of a series', () => {
  it('has every value, runs nothing in a spreadsheet, and is recorded', async () => {
    const series = await create('series', { name: unique('S'), standard: 'ASTM E23' });
    const identifier = unique('X');
    await create('specimens', {
      ...{ identifier, series_id: series.id, notes: '=1+1' },
      temperature: { value: -40, unit: 'degF' },
      energy: { value: 41.37, unit: 'J' },
    });
    const path = `/api/v1/series/${series.id}/export`;
    const csv = await api.call('GET', path, { as: 'viewer' });
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(csv.headers.get('content-disposition')).toContain(`series-${series.id}.csv`);
    const [header, row] = csv.body.toString().split('\r\n');
    expect(header).toContain('identifier,heat,machine,width_mm');
    expect(row).toBe(`${identifier},,,10,10,2,-40,41.37,,,false,,,,'=1+1,,,,,,,,,,,,,`);
    const json = await api.call('GET', `${path}?format=json`, { as: 'viewer' });
    expect(json.json).toMatchObject({
      schema: 'mlmcsc.series/1',
      specimens: [{ identifier, notes: '=1+1', temperature: { value: -40, unit: 'degF' } }],
    });
    const workbook = await api.call('GET', `${path}?format=xlsx`, { as: 'viewer' });
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    const { table } = await readTable(workbook.body);
    expect(table[0]).toEqual(header?.replace('\uFEFF', '').split(','));
    expect(table[1]?.slice(0, 8)).toEqual([identifier, null, null, 10, 10, 2, -40, 41.37]);
    expect(table[1]?.[14]).toBe('=1+1');
    const audit = await api.call('GET', '/api/v1/audit?action=series.exported', { as: 'admin' });
    expect(audit.json.items[0]).toMatchObject({
      subject: { kind: 'series', id: series.id },
      details: { format: 'xlsx', specimens: 1 },
    });
    expect((await api.call('GET', `${path}?format=pdf`, { as: 'viewer' })).json.code).toBe('invalid-request');
  });
});

describe('specimens', () => {
  it('keep units as entered and calculate what follows', async () => {
    const specimen = await create('specimens', {
      identifier: unique('B'),
      width_mm: 7.5,
      temperature: { value: 32, unit: 'degF' },
      energy: { value: 30, unit: 'ft-lbf' },
      lateral_expansion: {
        basis: 'gauge',
        lips: { half1: { side1: 0.42, side2: 0.38 }, half2: { side1: 0.4, side2: 0.45 } },
      },
      shear: { method: 'a-x-b', a_mm: 5, b_mm: 4 },
    });
    expect(specimen).toMatchObject({
      temperature: { value: 32, unit: 'degF' },
      temperature_celsius: 0,
      energy: { value: 30, unit: 'ft-lbf' },
      lateral_expansion: { basis: 'gauge', mm: 0.87 },
      shear: { method: 'a-x-b', reference_area: 'nominal', a_mm: 5, b_mm: 4 },
    });
    expect(specimen.energy_j).toBeCloseTo(40.6745, 4);
    expect(specimen.shear.percent).toBeCloseTo(100 * (1 - 20 / 60), 8);
  });

  it.each([
    [{ temperature: { value: -300, unit: 'degC' } }, /temperature must be at least -273.15/],
    [{ energy: { value: -1, unit: 'J' } }, /energy must be from 0 to 1000 J/],
    [{ shear: { method: 'chart' } }, /shear\/percent is missing/],
    [{ shear: { method: 'a-x-b', a_mm: 5, b_mm: 4, percent: 90 } }, /does not follow from A and B/],
    [{ shear: { method: 'a-x-b', a_mm: 12, b_mm: 4 } }, /from 0 to 10 mm/],
    [{ lateral_expansion: { basis: 'gauge', mm: 1 } }, /four lips/],
    [{ lateral_expansion: { basis: 'entered' } }, /lateral_expansion\/mm is missing/],
    [{ height_mm: 3, notch_depth_mm: 3 }, /less than the height/],
  ])('refuse %j', async (fields, detail) => {
    const answer = await api.call('POST', '/api/v1/specimens', {
      as: 'technician',
      json: { identifier: unique('B'), ...fields },
    });
    expect([answer.status, answer.json.code]).toEqual([400, 'specimen-invalid']);
    expect(answer.json.detail).toMatch(detail);
  });

  it('let a technician fill blanks, and a reviewer correct what is there', async () => {
    const { id } = await create('specimens', {
      identifier: unique('B'),
      energy: { value: 41, unit: 'J' },
    });
    const path = `/api/v1/specimens/${id}`;
    const entered = await change(
      path,
      { temperature: { value: -20, unit: 'degC' }, tester: 'tina' },
      'technician',
    );
    expect(entered.json).toMatchObject({ temperature_celsius: -20, revision: 2 });
    const refused = await change(path, { energy: { value: 43, unit: 'J' } }, 'technician');
    expect([refused.status, refused.json.code]).toEqual([403, 'correction-needs-reviewer']);
    expect(refused.json.detail).toMatch(/^energy already has a value/);
    const corrected = await change(path, { energy: { value: 43, unit: 'J' }, reason: 'misread' });
    expect(corrected.json).toMatchObject({ energy_j: 43, revision: 3 });
    const { items } = (await api.call('GET', `${path}/history`, { as: 'viewer' })).json;
    expect(items.map(({ fields }: { fields: string[] }) => fields)).toEqual([
      ['energy', 'energy_j'],
      ['temperature', 'temperature_celsius', 'tester'],
      expect.arrayContaining(['identifier', 'energy', 'energy_j']),
    ]);
    expect(JSON.stringify(items)).not.toContain('tina');
  });

  it('of a closed series take no change until it is opened again', async () => {
    const series = await create('series', { name: unique('S'), standard: 'ISO 148-1' });
    const { id } = await create('specimens', { identifier: unique('B'), series_id: series.id });
    await change(`/api/v1/series/${series.id}`, { status: 'closed' });
    const refused = await change(`/api/v1/specimens/${id}`, { notes: 'late' });
    expect([refused.status, refused.json.code]).toEqual([409, 'series-closed']);
    await change(`/api/v1/series/${series.id}`, { status: 'open' });
    expect((await change(`/api/v1/specimens/${id}`, { notes: 'late' })).status).toBe(200);
  });

  it('are found by identifier, temperature, and the heat of their series', async () => {
    const heat = await create('heats', { name: unique('H') });
    const series = await create('series', { name: unique('S'), standard: 'ISO 148-1', heat_id: heat.id });
    const name = unique('find');
    for (const [index, value] of [-40, 0, 20].entries()) {
      await create('specimens', {
        identifier: `${name}-${index}`,
        series_id: series.id,
        temperature: { value, unit: 'degC' },
      });
    }
    const find = async (query: string) =>
      (await api.call('GET', `/api/v1/specimens?${query}`, { as: 'viewer' })).json.items.map(
        ({ identifier }: { identifier: string }) => identifier,
      );
    expect(await find(`heat_id=${heat.id}`)).toEqual([`${name}-2`, `${name}-1`, `${name}-0`]);
    expect(await find(`series_id=${series.id}&temperature_min=-10&temperature_max=0`)).toEqual([`${name}-1`]);
    expect(await find(`identifier=${name}-2`)).toEqual([`${name}-2`]);
    expect(await find(`text=${name}&has_shear=true`)).toEqual([]);
  });
});

describe('pictures of a specimen', () => {
  it('are linked at upload, gathered with analyses and labels, and give the reported shear', async () => {
    const { id, identifier } = await create('specimens', { identifier: unique('B') });
    const uploads = [
      await upload({ specimen: identifier, half: '1' }, 11),
      await upload({ specimen: identifier, half: '2' }, 12),
    ];
    const labels: string[] = [];
    for (const [index, { json: image }] of uploads.entries()) {
      const analysis = await api.call('POST', '/api/v1/analyses', {
        as: 'technician',
        json: { image_id: image.id },
      });
      const label = await api.call('POST', '/api/v1/labels', {
        as: 'technician',
        json: { analysis_id: analysis.json.id, shear_percent: 40 + 10 * index },
      });
      labels.push(label.json.id);
    }
    const path = `/api/v1/specimens/${id}`;
    const details = (await api.call('GET', `${path}/details`, { as: 'viewer' })).json;
    expect(details.energy_symbol).toBe('KV');
    expect(details.pictures).toMatchObject([
      { half: 1, linked_by: 'technician', analyses: [{ label: { id: labels[0], shear_percent: 40 } }] },
      { half: 2, analyses: [{ label: { id: labels[1], shear_percent: 50 } }] },
    ]);
    const reported = await change(
      path,
      { shear: { method: 'image-analysis', label_ids: labels } },
      'technician',
    );
    expect(reported.json.shear).toEqual({
      percent: 45,
      method: 'image-analysis',
      reference_area: 'measured',
      a_mm: null,
      b_mm: null,
      label_ids: labels,
    });
    const other = await create('specimens', { identifier: unique('B') });
    const foreign = await change(`/api/v1/specimens/${other.id}`, {
      shear: { method: 'image-analysis', label_ids: labels },
    });
    expect([foreign.status, foreign.json.code]).toEqual([400, 'specimen-invalid']);
  });

  it('wait for a specimen that is entered later', async () => {
    const identifier = unique('later');
    const { json: image } = await upload({ specimen: identifier, half: '2' }, 13);
    expect(image).toMatchObject({ specimen: identifier, half: 2 });
    const { id } = await create('specimens', { identifier });
    const details = (await api.call('GET', `/api/v1/specimens/${id}/details`, { as: 'viewer' })).json;
    expect(details.pictures).toMatchObject([{ image: { id: image.id }, half: 2 }]);
  });

  it('are moved by a reviewer only, and unlinked', async () => {
    const [first, second] = [
      await create('specimens', { identifier: unique('B') }),
      await create('specimens', { identifier: unique('B') }),
    ];
    const { json: image } = await upload({}, 14);
    const put = (specimen: string, half: 1 | 2 | null, as: 'technician' | 'reviewer') =>
      api.call('PUT', `/api/v1/specimens/${specimen}/pictures/${image.id}`, { as, json: { half } });
    expect((await put(first.id, 1, 'technician')).json).toMatchObject({ revision: 2 });
    expect((await put(first.id, 1, 'technician')).json).toMatchObject({ revision: 2 });
    expect((await put(second.id, 1, 'technician')).json.code).toBe('correction-needs-reviewer');
    expect((await put(second.id, 2, 'reviewer')).json).toMatchObject({ id: second.id, revision: 2 });
    const { items } = (await api.call('GET', `/api/v1/specimens/${first.id}/history`, { as: 'viewer' })).json;
    expect(items[0]).toMatchObject({ change: 'picture-unlinked', revision: 3 });
    const path = `/api/v1/specimens/${second.id}/pictures/${image.id}`;
    expect((await api.call('DELETE', path, { as: 'reviewer' })).status).toBe(204);
    expect((await api.call('DELETE', path, { as: 'reviewer' })).json.code).toBe('image-not-found');
  });
});

describe('how a client wants values printed', () => {
  it('is taken over from the newest series of that client, unless it is told', async () => {
    const made = async (client: string | null, more: object = {}) =>
      (await create('series', { name: unique('K'), standard: 'ISO 148-1', client, ...more })).rounding;
    const mil = { shear_step_percent: 1, energy_unit: 'ft-lbf', lateral_expansion_unit: 'mil', ties: 'up' };
    const usual = await made('Rounding works');
    expect(usual).toMatchObject({ shear_step_percent: 5, energy_unit: 'J' });
    expect(await made('Rounding works', { rounding: mil })).toEqual(mil);
    expect(await made('Rounding works')).toEqual(mil);
    // Another client whose name begins alike, and a series without one.
    expect(await made('Rounding works Ltd')).toEqual(usual);
    expect(await made(null)).toEqual(usual);
  });
});

describe('acceptance', () => {
  it('says clause by clause whether a series passes, without abnormal tests', async () => {
    const acceptance = {
      clause: 'Order 17, 4.2',
      temperature_celsius: 0,
      energy_j: { minimum_mean: 27, minimum_single: 19, most_below_mean: 1, scales_with_width: false },
      lateral_expansion_mm: null,
      shear_percent: null,
    };
    const series = await create('series', { name: unique('S'), standard: 'ISO 148-1', acceptance });
    const add = (energy: number | null, celsius: number, more: object = {}) =>
      create('specimens', {
        identifier: unique('A'),
        series_id: series.id,
        temperature: { value: celsius, unit: 'degC' },
        energy: energy === null ? null : { value: energy, unit: 'J' },
        ...more,
      });
    await add(3, -40);
    await add(2, 0, { abnormality: 'jammed' });
    await add(40, 0);
    await add(25, 1);
    const open = await add(null, 0);
    const judge = async () =>
      (await api.call('GET', `/api/v1/series/${series.id}/acceptance`, { as: 'viewer' })).json;
    expect(await judge()).toMatchObject({ clause: 'Order 17, 4.2', passes: null });
    await change(`/api/v1/specimens/${open.id}`, { energy: { value: 31, unit: 'J' } }, 'technician');
    const verdict = await judge();
    expect(verdict).toMatchObject({
      passes: true,
      findings: [{ observed: 32 }, { observed: 25 }, { observed: 1 }],
    });
    expect(verdict.judged).toHaveLength(3);
    expect(verdict.left_out).toHaveLength(1);
    await change(`/api/v1/specimens/${open.id}`, { energy: { value: 18, unit: 'J' } });
    expect(await judge()).toMatchObject({
      passes: false,
      findings: [
        {},
        { requirement: 'single', passes: false, specimens: [open.identifier] },
        { passes: false },
      ],
    });
  });

  it('gives a set that failed the second chance of its standard, and names the clause', async () => {
    const acceptance = (rule: string, specimens: string[]) => ({
      ...{ clause: 'Order 18', temperature_celsius: null, lateral_expansion_mm: null },
      energy_j: { minimum_mean: 27, minimum_single: 19, most_below_mean: 1, scales_with_width: false },
      shear_percent: { minimum_mean: 50, minimum_single: null },
      retest: { rule, specimens },
    });
    const series = await create('series', {
      ...{ name: unique('S'), standard: 'ISO 148-1', acceptance: acceptance('en-10021', []) },
    });
    const add = async (energy: number) =>
      (
        await create('specimens', {
          ...{ identifier: unique('R'), series_id: series.id, energy: { value: energy, unit: 'J' } },
          shear: { method: 'photograph', percent: 70 },
        })
      ).identifier as string;
    // One single value below 19 J although the mean holds.
    for (const energy of [18, 33, 34]) await add(energy);
    const judge = async () =>
      (await api.call('GET', `/api/v1/series/${series.id}/acceptance`, { as: 'viewer' })).json;
    expect(await judge()).toMatchObject({
      passes: false,
      retest: { state: 'due', asked: 3, clause: expect.stringContaining('EN 10021') },
    });
    const further = [await add(40), await add(26.5), await add(28)];
    await change(`/api/v1/series/${series.id}`, { acceptance: acceptance('en-10021', further) });
    const passed = await judge();
    expect(passed).toMatchObject({ passes: true, retest: { state: 'passed', specimens: expect.any(Array) } });
    expect([passed.judged.length, passed.retest.specimens.toSorted()]).toEqual([3, further.toSorted()]);
    expect(passed.retest.findings.map((one: { requirement: string }) => one.requirement)).toEqual([
      'mean-of-both',
      'below-mean-of-both',
      'below-single-of-both',
    ]);
    await change(`/api/v1/series/${series.id}`, { acceptance: acceptance('astm-a370', further) });
    expect(await judge()).toMatchObject({
      passes: false,
      retest: { state: 'failed', findings: [{ requirement: 'each', limit: 27, observed: 26.5 }] },
    });
    const refused = await api.call('PATCH', `/api/v1/series/${series.id}`, {
      ...{ as: 'reviewer', headers: { 'if-match': '*' } },
      json: { acceptance: acceptance('din', []) },
    });
    expect(refused.status).toBe(400);
  });

  it('is asked for in vain where nothing was asked of the specimens', async () => {
    const series = await create('series', { name: unique('S'), standard: 'ASTM E23' });
    const answer = await api.call('GET', `/api/v1/series/${series.id}/acceptance`, { as: 'viewer' });
    expect([answer.status, answer.json.code]).toEqual([404, 'acceptance-rule-missing']);
  });
});
