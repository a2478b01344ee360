import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { base64Of, forceCurveFile, forceTable } from '../../../../test/force-curve-file.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
let seriesId: string;
beforeAll(async () => {
  api = await startTestApi();
  const machine = await api.call('POST', '/api/v1/test-machines', {
    ...{ as: 'reviewer', json: { name: 'PSW 300', capacity_j: 300, striker_mm: 2 } },
  });
  const json = { name: 'Instrumented', standard: 'ISO 148-1', machine_id: machine.json.id };
  seriesId = (await api.call('POST', '/api/v1/series', { as: 'technician', json })).json.id;
});
afterAll(() => api.close());

let number = 0;
async function specimen(fields: object = {}): Promise<string> {
  number += 1;
  const json = { identifier: `F-${number}`, series_id: seriesId, ...fields };
  return (await api.call('POST', '/api/v1/specimens', { as: 'technician', json })).json.id;
}
const attach = (id: string, json: object = forceCurveFile, as: 'technician' | 'reviewer' = 'technician') =>
  api.call('PUT', `/api/v1/specimens/${id}/force-curve`, { as, json });
const file = (text: string, more: object = {}) => ({
  file_name: 'a.csv',
  content_base64: base64Of(text),
  ...more,
});

describe('the force curve of an instrumented test', () => {
  it('is read, kept with its digest, and compared with the values of the specimen', async () => {
    const id = await specimen({
      energy: { value: 71, unit: 'J' },
      shear: { method: 'photograph', percent: 42 },
    });
    const made = await attach(id);
    expect([made.status, made.json]).toMatchObject([
      200,
      {
        ...{
          file_name: 'S-1.csv',
          size_bytes: Buffer.from(forceTable()).length,
          displacement_from: 'record',
        },
        columns: [
          { header: 'Displacement [mm]', holds: 'displacement', unit: 'mm' },
          { header: 'Force [N]', holds: 'force', unit: 'N' },
        ],
        ...{ samples: 1000, is_complete: true, has_yielded: true, pendulum_mass_kg: null },
        shear: { verdict: 'plausible' },
        energy: { verdict: 'agrees' },
        maximum: { origin: 'found' },
      },
    ]);
    expect(Math.abs(made.json.maximum.force_n - 15_000)).toBeLessThan(150);
    expect(Math.abs(made.json.unstable_initiation.force_n - 14_000)).toBeLessThan(150);
    expect(Math.abs(made.json.arrest.force_n - 4000)).toBeLessThan(150);
    expect(made.json.line.force_n.length).toBeLessThan(700);
    const seen = await api.call('GET', `/api/v1/specimens/${id}/force-curve`, { as: 'viewer' });
    expect(seen.json).toEqual(made.json);
    const list = await api.call('GET', `/api/v1/series/${seriesId}/force-curves`, { as: 'viewer' });
    expect(list.json.items).toEqual([made.json]);
  });

  it('doubts a percent shear that does not fit, also one entered later', async () => {
    const id = await specimen();
    expect((await attach(id)).json.shear.verdict).toBe('not-comparable');
    await api.call('PATCH', `/api/v1/specimens/${id}`, {
      ...{ as: 'technician', headers: { 'if-match': '*' } },
      json: { shear: { method: 'photograph', percent: 95 } },
    });
    const { json } = await api.call('GET', `/api/v1/specimens/${id}/force-curve`, { as: 'viewer' });
    expect(json.shear).toMatchObject({ verdict: 'doubtful' });
    expect(json.shear.detail).toMatch(/95\.0 %, \d+\.\d points above them/);
  });

  it('finds the displacement from the time, with the pendulum of the machine or a told mass', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => {
      const ms = at * 0.002;
      return `${String(ms.toFixed(3)).replace('.', ',')};${(14 * Math.sin((Math.PI * ms) / 4)).toFixed(4).replace('.', ',')}`;
    });
    const table = `Zeit [ms];Kraft [kN]\n${rows.join('\n')}\n`;
    const id = await specimen();
    const asked = await attach(id, file(table));
    expect([asked.status, asked.json.code, asked.json.detail]).toEqual([
      400,
      'force-curve-invalid',
      expect.stringContaining('impact_velocity_m_s'),
    ]);
    const made = await attach(id, file(table, { impact_velocity_m_s: 5.4 }));
    expect(made.json).toMatchObject({
      displacement_from: 'time',
      pendulum_mass_kg: expect.closeTo(600 / 5.4 ** 2, 9),
    });
    const told = await attach(
      id,
      file(table, { impact_velocity_m_s: 5.4, pendulum_mass_kg: 30 }),
      'reviewer',
    );
    expect(told.json.pendulum_mass_kg).toBe(30);
    expect(told.json.energy_j).toBeGreaterThan(made.json.energy_j);
  });

  it('lets a person give forces, and refuses those that contradict the others', async () => {
    const id = await specimen();
    const given = await attach(id, { ...forceCurveFile, forces: { arrest_n: 2000 } });
    expect(given.json.arrest).toEqual({
      force_n: 2000,
      displacement_mm: null,
      deviation_n: null,
      origin: 'given',
    });
    const none = await attach(
      id,
      { ...forceCurveFile, forces: { has_unstable_fracture: false } },
      'reviewer',
    );
    expect([none.json.arrest, none.json.estimates_percent.square_root]).toEqual([null, 100]);
    const wrong = await attach(id, { ...forceCurveFile, forces: { general_yield_n: 90_000 } }, 'reviewer');
    expect([wrong.status, wrong.json.code, wrong.json.detail]).toEqual([
      400,
      'force-curve-invalid',
      expect.stringMatching(/^general_yield_n must be from 0 to/),
    ]);
  });

  it('names every fault of the file by line and column, and takes nothing in', async () => {
    const id = await specimen();
    const lines = forceTable().split('\n');
    lines[10] = '0.160;x';
    lines[20] = ';9000';
    const refused = await attach(id, file(lines.join('\n')));
    expect([refused.status, refused.json.code, refused.json.errors]).toEqual([
      400,
      'force-curve-invalid',
      [
        { detail: 'Force [N] is no number', pointer: '#/rows/11' },
        { detail: 'Displacement [mm] is empty', pointer: '#/rows/21' },
      ],
    ]);
    expect((await attach(id, file('not a table'))).status).toBe(400);
    expect((await attach(id, file('\u0000\u0001'))).status).toBe(400);
    const gone = await api.call('GET', `/api/v1/specimens/${id}/force-curve`, { as: 'viewer' });
    expect([gone.status, gone.json.code]).toEqual([404, 'force-curve-not-found']);
  });

  it('is replaced and taken off by a reviewer only; every state is in the history, the file in the list of objects', async () => {
    const id = await specimen();
    const first = await attach(id);
    const again = await attach(id);
    expect([again.status, again.json]).toEqual([200, first.json]);
    const other = file(forceTable({ unstable: null }));
    expect((await attach(id, other)).json.code).toBe('correction-needs-reviewer');
    expect((await attach(id, other, 'reviewer')).json.unstable_initiation).toBeNull();
    const remove = () => api.call('DELETE', `/api/v1/specimens/${id}/force-curve`, { as: 'reviewer' });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
    const { json } = await api.call('GET', `/api/v1/specimens/${id}/history`, { as: 'viewer' });
    expect(
      json.items.map(({ change, fields }: { change: string; fields: string[] }) => [change, fields.join()]),
    ).toEqual([
      ['curve-removed', 'force_curve'],
      ['curve-attached', 'force_curve'],
      ['curve-attached', 'force_curve'],
      ['created', expect.any(String)],
    ]);
    const audit = await api.call('GET', '/api/v1/audit?limit=10', { as: 'admin' });
    const actions = audit.json.items.filter(({ subject }: { subject: { id: string } }) => subject?.id === id);
    expect(actions[0]).toMatchObject({
      action: 'specimen.curve-removed',
      details: { sha256: expect.any(String) },
    });
    expect(actions[1]).toMatchObject({
      action: 'specimen.curve-attached',
      details: { replaces: first.json.sha256 },
    });
  });

  it('has its files kept, each as it came, also after it was replaced and taken off', async () => {
    const id = await specimen();
    const [one, two] = [forceTable(), forceTable({ unstable: null })];
    const first = await attach(id, { ...file(one), file_name: 'Größe "1".csv', forces: { arrest_n: 2000 } });
    const second = await attach(id, file(two), 'reviewer');
    const path = `/api/v1/specimens/${id}/force-curve`;
    await api.call('DELETE', path, { as: 'reviewer' });
    const list = await api.call('GET', `${path}/files`, { as: 'viewer' });
    expect(list.json.items).toMatchObject([
      { sha256: second.json.sha256, is_current: false, told: { forces: {} } },
      { sha256: first.json.sha256, is_current: false, told: { forces: { arrest_n: 2000 } } },
    ]);
    const old = await api.call('GET', `${path}/files/${first.json.sha256}`, { as: 'viewer' });
    expect([old.status, old.body.toString(), old.headers.get('content-type')]).toEqual([
      200,
      one,
      'application/octet-stream',
    ]);
    expect(old.headers.get('content-disposition')).toBe(
      `attachment; filename="Gr__e _1_.csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.csv`,
    );
    const headers = { 'if-none-match': old.headers.get('etag') ?? '' };
    expect(
      (await api.call('GET', `${path}/files/${first.json.sha256}`, { as: 'viewer', headers })).status,
    ).toBe(304);
    const never = await api.call('GET', `${path}/files/${'0'.repeat(64)}`, { as: 'viewer' });
    expect([never.status, never.json.code]).toEqual([404, 'force-curve-not-found']);
    await attach(id, file(two), 'reviewer');
    const again = await api.call('GET', `${path}/files`, { as: 'viewer' });
    expect(again.json.items.map(({ is_current: now }: { is_current: boolean }) => now)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is in the exports of its series, with both verdicts', async () => {
    const id = await specimen({
      energy: { value: 20, unit: 'J' },
      shear: { method: 'photograph', percent: 96 },
    });
    const { json: curve } = await attach(id);
    const path = `/api/v1/series/${seriesId}/export`;
    const csv = (await api.call('GET', path, { as: 'viewer' })).body.toString();
    const [header = '', ...rows] = csv.replace('\uFEFF', '').split('\r\n');
    const row = rows.find((line) => line.startsWith(`${curve.identifier},`))?.split(',') ?? [];
    const cell = (name: string) => row[header.split(',').indexOf(name)];
    expect(Number(cell('maximum_force_n'))).toBe(curve.maximum.force_n);
    expect(Number(cell('arrest_n'))).toBe(curve.arrest.force_n);
    expect(Number(cell('curve_shear_most_percent'))).toBe(curve.shear.most_percent);
    expect([cell('curve_shear_verdict'), cell('curve_energy_verdict'), cell('curve_file_sha256')]).toEqual([
      'doubtful',
      'differs',
      curve.sha256,
    ]);
    const { json } = await api.call('GET', `${path}?format=json`, { as: 'viewer' });
    const named = json.specimens.find(
      ({ identifier }: { identifier: string }) => identifier === curve.identifier,
    );
    const { line: _line, specimen_id: _id, identifier: _identifier, ...told } = curve;
    expect(named.force_curve).toEqual(told);
    expect(json.specimens.some((one: { force_curve: unknown }) => one.force_curve === null)).toBe(true);
  });

  it('is told from a curve of a series that is closed, or a specimen that is not there', async () => {
    const id = await specimen();
    const closed = (status: string) =>
      api.call('PATCH', `/api/v1/series/${seriesId}`, {
        ...{ as: 'reviewer', headers: { 'if-match': '*' }, json: { status } },
      });
    await closed('closed');
    expect((await attach(id)).json.code).toBe('series-closed');
    await closed('open');
    expect((await attach('0190d1e2-0000-7000-8000-000000000000')).json.code).toBe('specimen-not-found');
  });
});
