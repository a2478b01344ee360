import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkObjects, freezeLabels } from '@mlmcsc/core';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const count = 1_203;
let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
let pool: Pool;
let objects: FilesystemObjectStore;

const pictureOf = (index: number) => Buffer.from(`picture ${index} `.repeat(40));

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('dataset-commands');
  url = await server.createDatabase();
  pool = createPool({ url, applicationName: 'test', log: silentLog });
  objects = new FilesystemObjectStore(join(folder.path, 'objects'));
  const digest = createHash('sha256').update('model').digest('hex');
  await pool.query(
    `insert into models (id, version, digest, base_digest, origin, label_count, pipeline_version, size_bytes, created_at)
     values (gen_random_uuid(), 'm', $1, $1, 'shipped', 0, '1', 1, now())`,
    [digest],
  );
  const digests: string[] = [];
  for (let index = 0; index < count; index += 1) digests.push((await objects.put(pictureOf(index))).sha256);
  await pool.query(
    `insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key, thumbnail_key, uploaded_by, uploaded_at)
     select gen_random_uuid(), sha256, 'a.png', 'image/png', $2, 1, 1, object_key(sha256), object_key(sha256), 'tess', now()
     from unnest($1::text[]) sha256`,
    [digests, 1],
  );
  await pool.query(
    `update images i set size_bytes = given.size from unnest($1::text[], $2::int[]) given (sha256, size) where i.sha256 = given.sha256`,
    [digests, digests.map((_, index) => pictureOf(index).length)],
  );
  await pool.query(
    `insert into analyses (id, image_id, status, interval_level, flags, model_version, model_digest, pipeline_version, elapsed_ms, analysed_by, created_at)
     select gen_random_uuid(), id, 'ok', 0.9, '[]', 'm', $1, '1', 1, 'tess', now() from images`,
    [digest],
  );
  await label('tess', 41.5, 0);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
  await folder.remove();
});

async function label(technician: string, shear: number, from: number): Promise<void> {
  await pool.query(
    `insert into labels (id, analysis_id, shear_percent, decision, technician, created_at, split_group, held_out)
     select gen_random_uuid(), a.id, $2, 'corrected', $1, now(), 'image:' || i.sha256, i.sha256 < '2'
     from analyses a join images i on i.id = a.image_id order by i.sha256 offset $3 limit 1203`,
    [technician, shear, from],
  );
}

const dataset = (...args: string[]) =>
  runMlmcsc(['dataset', ...args, '--data-dir', folder.path], {
    environment: { MLMCSC_DATABASE_URL: url },
    memoryLimit: 450_000_000,
  });

const freeze = (store: PostgresStore) =>
  freezeLabels({ store, objects }, { filter: {}, description: null, by: 'eve' });

it('freezes the labels, exports them with the pictures, and finds every later change', async () => {
  const created = await dataset('create');
  expect(created).toMatchObject({ code: 0, stdout: expect.stringContaining(`${count} pictures`) });
  const first = created.stdout.slice(0, 64);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await dataset('create')).toMatchObject({
    stdout: created.stdout,
    stderr: expect.stringContaining('Nothing has changed'),
  });

  const manifest = (await dataset('show', first.slice(0, 12))).stdout;
  expect(createHash('sha256').update(manifest).digest('hex')).toBe(first);
  expect(manifest.trimEnd().split('\n')).toHaveLength(count + 1);
  expect(manifest).not.toContain('tess');

  const archive = join(folder.path, 'labels.tar');
  expect(await dataset('export', first, '--out', archive)).toMatchObject({ code: 0 });
  expect((await dataset('export', first, '--out', archive)).code).toBe(1);
  expect(await runMlmcsc(['dataset', 'verify', first, '--file', archive])).toMatchObject({
    code: 0,
    stdout: `✓ manifest and ${count} pictures are as named\n`,
  });
  const bytes = await readFile(archive);
  bytes[bytes.indexOf('picture 77 ')] = 'P'.charCodeAt(0);
  const changed = join(folder.path, 'changed.tar');
  await writeFile(changed, bytes);
  expect(await runMlmcsc(['dataset', 'verify', first, '--file', changed])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining(`of ${count} pictures are missing or damaged`),
  });
  await writeFile(changed, bytes.subarray(0, 700_000));
  expect((await runMlmcsc(['dataset', 'verify', first, '--file', changed])).code).toBe(1);
  expect((await dataset('show', 'abcdef12')).code).toBe(1);
});

it('stays the same when a person is erased, and differs when a label does', async () => {
  const store = new PostgresStore(pool);
  const before = (await freeze(store)).version.digest;
  await store.transaction((rows) => rows.people.erase('tess'));
  expect((await freeze(store)).version.digest).toBe(before);
  await label('bob', 42, 1_000);
  const after = (await freeze(store)).version;
  expect(after).toMatchObject({ items: count });
  expect(after.digest).not.toBe(before);
  await expect(pool.query('update dataset_versions set items = 1')).rejects.toMatchObject({ code: '23001' });
  await expect(pool.query('delete from dataset_versions')).rejects.toMatchObject({ code: '23001' });
  // The manifests are in use: no orphans.
  expect(
    await checkObjects({ store, objects }, { orphansBefore: new Date(Date.now() + 1_000) }),
  ).toMatchObject({
    orphans: 0,
  });
  const [oldest] = (await dataset('list')).stdout.trim().split('\n').reverse();
  expect(oldest).toContain(before);
  expect(await dataset('verify', before)).toMatchObject({ code: 0 });
  await objects.delete((await objects.list({ limit: 1 })).items[0]!.key);
  expect((await dataset('verify', before)).code).toBe(1);
});
