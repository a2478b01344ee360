import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryPath } from '../../../../test/repository-path.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
let seriesId: string;
beforeAll(async () => {
  api = await startTestApi();
  const json = { name: 'X52 pipe', standard: 'ASTM E23' };
  seriesId = (await api.call('POST', '/api/v1/series', { as: 'technician', json })).json.id;
});
afterAll(() => api.close());

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const send = (path: string, list: string | Buffer, more: object = {}, headers = {}) =>
  api.call('POST', `/api/v1/specimen-imports${path}`, {
    as: 'technician',
    json: { content_base64: base64(list), series_id: seriesId, ...more },
    headers,
  });
const preview = (list: string | Buffer, more: object = {}) => send('/preview', list, more);
const take = (list: string | Buffer, more: object = {}, headers = {}) =>
  send('', list, { file_name: 'C:\\lists\\x52.csv', ...more }, headers);
const identifiers = async () =>
  (
    await api.call('GET', `/api/v1/specimens?series_id=${seriesId}&limit=200`, { as: 'viewer' })
  ).json.items.map(({ identifier }: { identifier: string }) => identifier);

/** The twelve bars that NIST measured, with identifiers as a test house writes them. */
async function x52(): Promise<string> {
  const file = repositoryPath('packages/charpy/test/golden/nist-x52/x52-kv-le-sfa.csv');
  const [, ...rows] = (await readFile(file, 'utf8')).trim().split('\n');
  const german = rows.map(
    (row, index) => `X52-${index + 1};H-7;${row.replaceAll(',', ';').replaceAll('.', ',')}`,
  );
  return `Probe;Schmelze;T [°C];KV [J];LE [mm];SFA\n${german.join('\n')}\n`;
}

describe('a list of specimens', () => {
  it('is looked at first: columns, units, decimal sign, what it would bring, and nothing is written', async () => {
    const seen = await preview(await x52(), { shear_method: 'photograph' });
    expect([seen.status, seen.json]).toMatchObject([
      200,
      {
        ...{
          format: 'csv',
          delimiter: ';',
          decimal: ',',
          specimen_count: 12,
          fault_count: 0,
          new_heats: ['H-7'],
        },
        columns: [
          { header: 'Probe', field: 'identifier' },
          { header: 'Schmelze', field: 'heat' },
          { header: 'T [°C]', field: 'temperature', unit: 'degC' },
          { header: 'KV [J]', field: 'energy', unit: 'J' },
          { header: 'LE [mm]', field: 'lateral_expansion', unit: 'mm' },
          { header: 'SFA', field: 'shear', unit: 'percent' },
        ],
      },
    ]);
    expect(seen.json.specimens[4]).toMatchObject({
      ...{ row: 6, heat: 'H-7' },
      request: { identifier: 'X52-5', energy: { value: 27.99, unit: 'J' } },
    });
    expect(await identifiers()).toEqual([]);
  });

  it('is taken in once however often the request is repeated', async () => {
    const list = await x52();
    const once = { 'idempotency-key': 'list-x52' };
    const made = await take(list, { shear_method: 'photograph' }, once);
    expect([made.status, made.json]).toMatchObject([
      201,
      { file_name: 'x52.csv', specimens: 12, created_by: 'technician' },
    ]);
    const again = await take(list, { shear_method: 'photograph' }, once);
    expect([again.headers.get('idempotent-replayed'), again.json]).toEqual(['true', made.json]);
    expect(new Set(await identifiers()).size).toBe(12);
    const { rows } = await api.pool.query(
      `select count(*)::int n from audit_log where action = 'specimens.imported'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('with faults is refused as a whole, each fault by row and column', async () => {
    const before = await identifiers();
    const list = 'Specimen,Temp (°C),KV2 [J]\nNEW-1,20,41.5\nX52-5,20,30\nNEW-2,warm,30\n';
    const seen = await preview(list);
    expect(seen.json).toMatchObject({
      fault_count: 2,
      faults: [
        { row: 3, column: 'Specimen', reason: 'is entered already' },
        { row: 4, column: 'Temp (°C)' },
      ],
    });
    const refused = await take(list);
    expect([refused.status, refused.json.code]).toEqual([400, 'specimen-list-invalid']);
    expect(refused.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/rows/3',
      '#/rows/4',
    ]);
    expect(await identifiers()).toEqual(before);
  });

  it.each([
    ['no list', 'hello', {}, 'specimen-list-unreadable'],
    ['a damaged workbook', Buffer.from('504b0304aaaaaaaa', 'hex'), {}, 'specimen-list-unreadable'],
    ['a unit that nobody told', 'Specimen,Temp\nA,1\n', {}, 'specimen-list-unreadable'],
    ['percent shear of an unknown kind', 'Specimen,SFA\nA,1\n', {}, 'specimen-list-unreadable'],
    ['an unknown encoding', 'Specimen\nA\n', { encoding: 'klingon' }, 'specimen-list-unreadable'],
    ['a field that does not exist', 'Specimen\nA\n', { mapping: { Specimen: 'colour' } }, 'invalid-request'],
  ])('is refused in words: %s', async (_name, list, more, code) => {
    for (const answer of [await preview(list, more), await take(list, more)]) {
      expect([answer.status, answer.json.code]).toEqual([400, code]);
    }
  });

  it('joins only a series that there is and that is open', async () => {
    const unknown = await preview('Specimen\nA\n', { series_id: '0192f0a0-1111-7000-8000-00000000dead' });
    expect([unknown.status, unknown.json.code]).toEqual([404, 'series-not-found']);
    const viewer = await api.call('POST', '/api/v1/specimen-imports/preview', {
      ...{ as: 'viewer', json: { content_base64: base64('Specimen\nA\n') } },
    });
    expect(viewer.status).toBe(403);
  });
});
