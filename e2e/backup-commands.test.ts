import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fitTransitionCurve } from '@mlmcsc/charpy';
import { createReportUseCases } from '@mlmcsc/core';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { silentLog } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../test/api-session.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let target: string;
let keyFile: string;
/** What must come back. */
const before = {
  rows: new Map<string, unknown>(),
  objects: new Map<string, string>(),
  pdf: '',
  reportId: '',
};

const run = (...args: string[]) => runMlmcsc(args);
const ok = async (...args: string[]) => {
  const { code, stdout, stderr } = await run(...args);
  expect(code, stderr).toBe(0);
  return stdout;
};
const withKey = () => ['--key-file', keyFile];
const inFolder = () => ['--data-dir', dataDir];
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const tables = [
  'images',
  'analyses',
  'labels',
  'auth_user',
  'audit_log',
  'reports',
  'models',
  'series',
  'specimens',
];

async function rowsOf(url: string): Promise<Map<string, unknown>> {
  const pool = createPool({ url, applicationName: 'test', log: silentLog });
  try {
    const all = new Map<string, unknown>();
    for (const table of tables) {
      const { rows } = await pool.query(`select * from ${table} as t order by t::text`);
      all.set(table, rows);
    }
    return all;
  } finally {
    await pool.end();
  }
}
async function objectsOf(): Promise<Map<string, string>> {
  const root = join(dataDir, 'objects', 'sha256');
  const found = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) found.set(entry.name, sha256(await readFile(join(entry.parentPath, entry.name))));
  }
  return found;
}
const databaseUrl = async () =>
  (JSON.parse(await readFile(join(dataDir, 'instance.json'), 'utf8')) as { databaseUrl: string }).databaseUrl;
const pdfOf = async (id: string) => {
  const path = join(folder.path, `${randomUUID()}.pdf`);
  await ok('report', 'pdf', id, '--out', path, ...inFolder());
  return sha256(await readFile(path));
};

/** An installation with a picture, a label and a signed report. */
async function live(): Promise<void> {
  const product = await startProduct({ dataDir });
  try {
    const url = await databaseUrl();
    const session = await signIn(product.url, 'admin', product.password as string);
    const picture = await renderSpecimenPicture(5);
    const uploaded = await session.upload(picture.jpeg, 'bar.jpg');
    expect(uploaded.status).toBe(201);
    await session.post('/api/v1/analyses', { image_id: uploaded.body.id });
    await ok('series', 'create', 'Pipe', '--standard', 'ISO 148-1', ...inFolder());
    const fields = { energy: { value: 41.5, unit: 'J' }, temperature: { value: -20, unit: 'degC' } };
    await ok('specimens', 'create', 'R-1', '--fields', JSON.stringify(fields), ...inFolder());
    const pool = createPool({ url, applicationName: 'test', log: silentLog });
    await pool.query('update specimens set series_id = (select id from series)');
    const [id = '', , digest = ''] = (await ok('report', 'make', 'Pipe', ...inFolder())).trim().split('  ');
    const reports = createReportUseCases({
      ...{ store: new PostgresStore(pool), clock: systemClock, ids: uuidV7 },
      curves: { fit: async (points, options) => fitTransitionCurve(points, options) },
    });
    await reports.sign({ id, digest, statement: 'Checked and released.', by: 'admin' }, 'password');
    await pool.end();
    before.reportId = id;
    before.pdf = await pdfOf(id);
    // While it runs, as people do.
    await ok('backup', target, ...withKey(), ...inFolder(), '--verify');
    before.rows = await rowsOf(url);
    before.objects = await objectsOf();
  } finally {
    await product.stop();
  }
}

beforeAll(async () => {
  folder = await temporaryFolder('backup');
  dataDir = join(folder.path, 'data');
  target = join(folder.path, 'target');
  keyFile = join(folder.path, 'backup.key');
  await ok('backup-key', keyFile);
  await live();
});
afterAll(() => folder.remove());

it('refuses to take the place of an installation, and to overwrite a key', async () => {
  const refused = await run('restore', target, ...withKey(), ...inFolder());
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining('holds an installation already'),
  ]);
  expect((await run('backup-key', keyFile)).code).toBe(1);
});

it('brings back rows, objects and the bytes of a signed report after everything was lost', async () => {
  await rm(dataDir, { recursive: true });
  const said = await ok('restore', target, ...withKey(), ...inFolder());
  expect(said).toContain(`${before.objects.size} objects (${before.objects.size} written)`);
  expect(await objectsOf()).toEqual(before.objects);
  expect(await pdfOf(before.reportId)).toBe(before.pdf);
  const product = await startProduct({ dataDir });
  try {
    expect(await rowsOf(await databaseUrl())).toEqual(before.rows);
    expect(product.password).toBeNull();
  } finally {
    await product.stop();
  }
  expect(await ok('audit', 'verify', ...inFolder())).toContain('entries');
});

it('sets what is there aside when it is told to replace it', async () => {
  expect(await ok('restore', target, ...withKey(), ...inFolder(), '--replace')).toContain('postgres.before-');
  const left = (await readdir(dataDir)).filter((name) => name.startsWith('postgres'));
  expect(left).toHaveLength(2);
});

it('names a wrong key, a damaged part and what is missing, and leaves nothing that looks like an installation', async () => {
  const empty = ['--data-dir', join(folder.path, 'other')];
  const otherKey = join(folder.path, 'other.key');
  await ok('backup-key', otherKey);
  const wrong = await run('restore', target, '--key-file', otherKey, ...empty);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('was made with the key')]);
  const none = await run('restore', join(folder.path, 'nowhere'), ...withKey(), ...empty);
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('no complete backup')]);
  const [id = ''] = (await ok('restore', target, ...withKey(), '--list')).split('  ');
  const table = join(target, 'backups', id, 'table-0010');
  const intact = await readFile(table);
  await writeFile(table, intact.with(-1, (intact.at(-1) as number) ^ 1));
  const damaged = await run('restore', target, ...withKey(), ...empty);
  expect([damaged.code, damaged.stderr]).toEqual([1, expect.stringContaining('is damaged')]);
  const started = await run('up', '--no-demo', ...empty);
  expect([started.code, started.stderr]).toEqual([1, expect.stringContaining('was broken off')]);
  await writeFile(table, intact);
  await ok('restore', target, ...withKey(), ...empty);
});

it('brings the secret alone back, where everything else is still there', async () => {
  const secret = join(dataDir, 'session-secret');
  const kept = await readFile(secret, 'utf8');
  const objects = await objectsOf();
  await rm(secret);
  expect(await ok('restore', target, ...withKey(), ...inFolder(), '--only-secrets')).toContain(
    'The session secret of',
  );
  expect(await readFile(secret, 'utf8')).toBe(kept);
  expect(await objectsOf()).toEqual(objects);
});
