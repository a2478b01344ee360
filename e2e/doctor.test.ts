import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let objects: FilesystemObjectStore;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('doctor');
  url = await server.createDatabase();
  objects = new FilesystemObjectStore(join(folder.path, 'objects'));
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

const doctor = (...args: string[]) =>
  runMlmcsc(['doctor', ...args, '--data-dir', folder.path], {
    environment: { MLMCSC_DATABASE_URL: url },
    memoryLimit: 450_000_000,
  });
const digits = (text: string) => Buffer.from(text).toString('hex').padEnd(64, '0');

it('is content with an empty installation, and says so of each part', async () => {
  await objects.check();
  const { code, stdout } = await doctor('--contents');
  expect(stdout).toContain('✓ schema');
  expect(stdout).toContain('✓ audit trail  empty');
  expect(stdout).toContain('nothing missing, all contents as named');
  expect(code).toBe(0);
});

it('shows how the installation stands, as text and as data', async () => {
  const status = (...args: string[]) =>
    runMlmcsc(['status', ...args, '--data-dir', folder.path], { environment: { MLMCSC_DATABASE_URL: url } });
  const { code, stdout } = await status();
  expect(stdout).toContain('✗ workers      No worker was heard of within ten seconds');
  expect(stdout).toMatch(/^✓ objects {6}ok \(\d+\.\d ms\)$/m);
  expect(stdout).toMatch(/^– cache {8}not used$/m);
  expect(stdout).toMatch(/^release \d+\.\d+\.\d+\S*, schema \d{4}_\w+, champion none$/m);
  expect(code).toBe(1);
  const data = JSON.parse((await status('--json')).stdout);
  expect(data).toMatchObject({
    ...{ status: 'failed', running: [], audit_trail: null, workers: { lanes: 0, last_seen_at: null } },
    storage: { database_bytes: expect.any(Number), disk: { free_bytes: expect.any(Number) }, objects: null },
  });
});

it('tells leftovers from faults, and removes them when asked', async () => {
  const stored = await objects.put(Buffer.from('unused'));
  await utimes(join(folder.path, 'objects', stored.key), new Date(0), new Date(0));
  const found = await doctor();
  expect(found.stdout).toContain(
    `! integrity    1 objects that no row refers to (0.0 MB), e.g. ${stored.key}`,
  );
  expect(found.code).toBe(4);
  expect((await doctor('--fix-orphans')).code).toBe(0);
  expect(await objects.head(stored.key)).toBeNull();
  expect((await doctor()).stdout).toContain('✓ audit trail  1 entries, unbroken');
});

it('fails for a row without its object and for a schema that is behind', async () => {
  const pool = createPool({ url, applicationName: 'test', log: silentLog });
  await new PostgresStore(pool).rows.images.insertOrFind({
    ...{
      id: crypto.randomUUID(),
      sha256: digits('a'),
      fileName: 'a.jpg',
      mediaType: 'image/jpeg',
      sizeBytes: 1,
    },
    ...{ widthPx: 1, heightPx: 1, displayKey: `sha256/00/00/${digits('b')}`, thumbnailKey: 'x' },
    ...{
      specimen: null,
      heat: null,
      widthMm: null,
      pxPerMm: null,
      uploadedBy: 'eve',
      uploadedAt: new Date(),
    },
  });
  const found = await doctor('--fix-orphans');
  expect(found.stdout).toContain('✗ integrity    3 rows without their object, e.g. rendition of');
  expect(found.code).toBe(1);
  await pool.query(`delete from schema_migrations where name = (select max(name) from schema_migrations)`);
  await pool.end();
  expect((await doctor()).stdout).toMatch(
    /✗ schema {7}not up to date, mlmcsc migrate applies: \d{4}_\w+\.sql/,
  );
});
