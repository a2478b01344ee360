import { afterEach, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { jpegOf } from './support/test-pictures.ts';

let api: TestApi;
afterEach(() => api.close());

async function upload(fields: Readonly<Record<string, string>>, seed: number) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([await jpegOf('face', seed)]), 'face.jpg');
  return api.call('POST', '/api/v1/images', { as: 'technician', body: form });
}
const specimensOf = async (identifier: string) =>
  (await api.call('GET', `/api/v1/specimens?identifier=${identifier}`, { as: 'viewer' })).json.items;

it('refuses a picture of a specimen that is in no list, and keeps nothing of it', async () => {
  api = await startTestApi({}, undefined, { unknownSpecimens: 'refuse' });
  const refused = await upload({ specimen: 'B-1' }, 1);
  expect([refused.status, refused.json.code]).toEqual([400, 'specimen-unknown']);
  expect((await api.pool.query('select from images')).rowCount).toBe(0);
  await api.call('POST', '/api/v1/specimens', { as: 'technician', json: { identifier: 'B-1' } });
  expect((await upload({ specimen: 'B-1' }, 1)).status).toBe(201);
  expect((await upload({}, 2)).status).toBe(201);
});

it('enters an unknown specimen with what was told, once, also when two halves arrive together', async () => {
  api = await startTestApi({}, undefined, { unknownSpecimens: 'create' });
  const heat = await api.call('POST', '/api/v1/heats', { as: 'technician', json: { name: 'H-7' } });
  const answers = await Promise.all(
    [1, 2].map((half) =>
      upload({ specimen: 'B-2', heat: 'H-7', width_mm: '7.5', half: String(half) }, 10 + half),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const [specimen, ...others] = await specimensOf('B-2');
  expect(others).toEqual([]);
  expect(specimen).toMatchObject({ heat_id: heat.json.id, width_mm: 7.5, series_id: null });
  const details = await api.call('GET', `/api/v1/specimens/${specimen.id}/details`, { as: 'viewer' });
  expect(details.json.pictures.map(({ half }: { half: number }) => half).sort()).toEqual([1, 2]);
});
