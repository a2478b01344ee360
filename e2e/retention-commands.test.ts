import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '@mlmcsc/contracts';
import { createPool } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let environment: Record<string, string>;
let product: Product;
let pool: Pool;
let session: ApiSession;
const pictures: { imageId: string; analysisId: string; bytes: Uint8Array }[] = [];

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('retention');
  const url = await server.createDatabase();
  environment = { MLMCSC_DATABASE_URL: url };
  product = await startProduct({ dataDir: folder.path, environment });
  session = await signIn(product.url, 'admin', product.password!);
  pool = createPool({ url, applicationName: 'test', log: silentLog });
  for (const seed of [1, 2]) {
    const bytes = (await renderSpecimenPicture(seed)).jpeg;
    const { body } = await session.upload(bytes, `${seed}.jpg`);
    const imageId = String(body.id);
    const { id: analysisId } = await session.post<Analysis>('/api/v1/analyses', { image_id: imageId });
    pictures.push({ imageId, analysisId, bytes });
  }
  // As if all of it had been there for two years.
  await pool.query(`update images set uploaded_at = uploaded_at - interval '2 years'`);
  await pool.query(`update analyses set created_at = created_at - interval '2 years'`);
  const long = new Date('2024-01-01T00:00:00Z');
  const objects = join(folder.path, 'objects');
  for (const entry of await readdir(objects, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), long, long);
  }
}, 400_000);
afterAll(async () => {
  await product?.stop();
  await pool?.end();
  await server.stop();
  await folder.remove();
});

const run = (...args: string[]) => runMlmcsc([...args, '--data-dir', folder.path], { environment });
const output = async (...args: string[]) => {
  const { code, stdout, stderr } = await run(...args);
  expect(code, stderr).toBe(0);
  return stdout;
};
const statusOf = async (path: string) =>
  (await fetch(`${product.url}/api/v1${path}`, { headers: { cookie: session.cookie } })).status;

it('shows policies that keep for ever, and changes one within its bounds', async () => {
  expect(await output('retention', 'show')).toMatch(
    /^unlabelled-pictures +for ever .*\nlabelled-pictures +for ever .*\nmaps +for ever .*\n$/,
  );
  expect(await run('retention', 'set', 'maps', '3')).toMatchObject({
    code: 1,
    stderr: 'Keep for 30 to 36500 whole days, or for ever.\n',
  });
  expect((await run('retention', 'set', 'maps', 'soon')).code).toBe(2);
  expect((await run('retention', 'set', 'jobs', '90')).stderr).toContain('unlabelled-pictures');
  expect(await output('retention', 'set', 'maps', '90')).toMatch(/^maps +90 days .*\(system, 20/);
  expect(await output('retention', 'set', 'maps', 'for-ever')).toMatch(/^maps +for ever/);
  const first = JSON.parse((await output('retention', 'show', '--json')).split('\n')[2]!);
  expect(first).toMatchObject({ kind: 'maps', keep_days: null, revision: 3 });
});

it('holds a picture, previews, removes what the preview says, and leaves the installation sound', async () => {
  const [going, held] = pictures as [(typeof pictures)[0], (typeof pictures)[0]];
  const { imageId } = held;
  expect((await run('retention', 'hold', imageId)).code).toBe(2);
  expect(await output('retention', 'hold', imageId, '--reason', 'claim 7')).toBe(
    `${imageId} is on hold: claim 7\n`,
  );
  expect(await output('retention', 'holds')).toMatch(
    new RegExp(`^${imageId} .* system {2}2.jpg {2}claim 7\n$`),
  );

  const tried = JSON.parse(
    await output('retention', 'preview', '--try', 'unlabelled-pictures=365', '--json'),
  );
  expect(tried.policies[0]).toMatchObject({ keep_days: 365, rows: 1, spared: { legal_hold: 1 } });
  expect(await output('retention', 'preview')).toMatch(
    /^unlabelled-pictures +for ever +0 pictures, 0 objects/,
  );
  await output('retention', 'set', 'unlabelled-pictures', '365');
  const shown = await run('retention', 'run');
  expect(shown).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
  expect(shown.stdout).toContain('stay: 1 legal-hold');
  expect(await statusOf(`/images/${going.imageId}/content`)).toBe(200);

  const jobId = (await output('retention', 'run', '--yes')).split(' ')[0]!;
  await expect
    .poll(async () => JSON.parse(await output('jobs', 'show', jobId)).state, { timeout: 60_000 })
    .toBe('completed');
  const { result } = JSON.parse(await output('jobs', 'show', jobId));
  const { rows, objects, bytes } = tried.policies[0];
  expect(result.unlabelled_pictures).toEqual({ rows, objects, bytes });
  for (const path of [`/images/${going.imageId}/content`, `/analyses/${going.analysisId}/map`]) {
    expect(await statusOf(path)).toBe(410);
  }
  expect(await statusOf(`/images/${imageId}/content`)).toBe(200);
  const doctor = await run('doctor', '--contents');
  expect(doctor.stdout).toContain('nothing missing, all contents as named');
  expect(doctor.code, doctor.stdout).toBe(0);
  expect(await output('audit', 'list', '--action', 'retention.completed')).toContain(jobId);
});

it('brings a picture back that is uploaded again, and releases the other', async () => {
  const [gone, held] = pictures as [(typeof pictures)[0], (typeof pictures)[0]];
  const back = await session.upload(gone.bytes, 'again.jpg');
  expect(back).toMatchObject({ status: 200, body: { id: gone.imageId, pictures_removed: null } });
  const analysis = await session.post<Analysis>('/api/v1/analyses', { image_id: gone.imageId });
  expect(analysis).toMatchObject({ id: gone.analysisId, has_map: true, maps_removed: null });
  expect(await statusOf(`/analyses/${gone.analysisId}/map`)).toBe(200);
  const released = await output('retention', 'release', held.imageId, '--reason', 'settled');
  expect(released).toBe(`${held.imageId} is not on hold any more.\n`);
  expect(await output('retention', 'holds')).toBe('');
  expect((await run('doctor')).code).toBe(0);
});
