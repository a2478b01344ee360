import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAuditTrail, walkAuditTrail } from '@mlmcsc/core';
import {
  BackupStore,
  createBackup,
  makeBackupKey,
  parseBackupKey,
  requireObjectsThere,
  restoreObjects,
  restoreRows,
  verifyBackup,
} from '@mlmcsc/core/backup';
import { parseConfig } from '@mlmcsc/platform/config';
import { FilesystemObjectStore, openBackupTarget } from '@mlmcsc/platform/objects';
import { createPool, PostgresCopier, PostgresStore } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startS3 } from '../../../../test/services/s3.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
let folder: string;
let backups: BackupStore;
const key = parseBackupKey(makeBackupKey());
const config = parseConfig({});

beforeAll(async () => {
  server = await startTestDatabaseServer();
  product = await startTestProduct(await server.createDatabase());
  for (const [index, area] of [0.2, 0.5, 0.8].entries()) {
    const { analysisId } = await product.analyse(area, `B-${index}`);
    const notes = 'tab\tline\nend\\';
    await product.useCases.submitLabel({ analysisId, shearPercent: 40 + index, notes, username: 'tess' });
  }
});
afterAll(async () => {
  await product.close();
  await server.stop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-backups-'));
  backups = new BackupStore(await openBackupTarget(folder, config), key);
  return () => rm(folder, { recursive: true, force: true });
});

const copier = () => new PostgresCopier(product.databaseUrl, silentLog);
const make = (options: { keep?: number; signal?: AbortSignal } = {}) =>
  createBackup({
    ...{ backups, database: copier(), objects: product.dependencies.objects, sessionSecret: 's'.repeat(40) },
    ...{ keep: options.keep ?? null, signal: options.signal, now: () => new Date() },
  });
async function scratch() {
  const url = await server.createEmptyDatabase();
  const copied = new PostgresCopier(url, silentLog);
  const auditTrail = async () => {
    const pool = createPool({ url, applicationName: 'test', log: silentLog });
    return verifyAuditTrail(walkAuditTrail(new PostgresStore(pool).rows.audit)).finally(() => pool.end());
  };
  return { url, copied, auditTrail };
}
const filesOf = async (below: string) =>
  (await readdir(join(folder, below), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

it('brings back every row, the next number of every sequence, and every object', async () => {
  const manifest = await make();
  expect(manifest.missingObjects).toEqual([]);
  const { url, copied } = await scratch();
  await restoreRows(backups, manifest, copied);
  const restored = createPool({ url, applicationName: 'test', log: silentLog });
  try {
    for (const { name, columns } of manifest.tables) {
      const text = `select ${columns.map((column) => `"${column}"`).join()} from ${name} order by 1, 2`;
      const rows = columns.length > 1 ? text : text.replace(', 2', '');
      const all = async (pool: typeof restored) => (await pool.query(rows)).rows;
      // What notes down backups goes on while they are made.
      expect(await all(restored), name).toEqual(await all(product.pool as typeof restored));
    }
    const next = `insert into labels (id, analysis_id, shear_percent, decision, technician, created_at, split_group, held_out)
      select gen_random_uuid(), analysis_id, 1, 'corrected', 'tess', now(), split_group, false from labels limit 1 returning arrival`;
    expect(Number((await restored.query(next)).rows[0].arrival)).toBe(4);
    await expect(
      restored.query(`insert into labels select (labels).* from labels limit 1`),
    ).rejects.toThrow();
  } finally {
    await restored.end();
  }
  const objects = new FilesystemObjectStore(await mkdtemp(join(folder, 'objects-')));
  expect(await restoreObjects(backups, manifest, objects)).toBe(manifest.objects.count);
  for await (const { sha256 } of backups.objectsOf(manifest.id)) {
    const objectKey = `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    expect(await objects.get(objectKey)).toEqual(await product.dependencies.objects.get(objectKey));
  }
  expect(await restoreObjects(backups, manifest, objects)).toBe(0);
});

it.skipIf(servicesMissing !== null)(
  `lies in a bucket as it does in a folder${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  async () => {
    const s3 = await startS3();
    try {
      const settings = parseConfig({
        MLMCSC_BACKUP_S3_ENDPOINT: s3.endpoint,
        MLMCSC_BACKUP_S3_REGION: s3.region,
        MLMCSC_BACKUP_S3_ACCESS_KEY_ID: s3.accessKeyId,
        MLMCSC_BACKUP_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
      });
      const bucket = await s3.createBucket();
      const open = async (prefix: string) =>
        new BackupStore(await openBackupTarget(`s3://${bucket}/${prefix}`, settings), key);
      backups = await open('first-site');
      const earlier = await make();
      const manifest = await make({ keep: 1 });
      await expect(backups.manifest(earlier.id)).rejects.toMatchObject({ code: 'backup-not-found' });
      expect(await (await open('second-site')).backups(), 'another prefix is another place').toEqual([]);
      const { url, copied } = await scratch();
      await restoreRows(backups, manifest, copied);
      const restored = createPool({ url, applicationName: 'test', log: silentLog });
      const labels = 'select id, shear_percent, notes from labels order by id';
      const [was, is] = await Promise.all([product.pool.query(labels), restored.query(labels)]);
      await restored.end();
      expect(is.rows).toEqual(was.rows);
      expect(is.rows).toHaveLength(3);
      const objects = new FilesystemObjectStore(folder);
      expect(await restoreObjects(backups, manifest, objects)).toBe(manifest.objects.count);
    } finally {
      await s3.stop();
    }
  },
);

it('shows nothing that it holds', async () => {
  await make();
  for (const path of await filesOf('.')) {
    const bytes = await readFile(path);
    expect(bytes.includes('tess') || bytes.includes('B-1'), path).toBe(false);
  }
});

it('stores an object once, and keeps those that kept backups need', async () => {
  const first = await make();
  const objectFiles = await filesOf('objects');
  const second = await make();
  expect(await filesOf('objects')).toEqual(objectFiles);
  const third = await make({ keep: 2 });
  expect((await backups.backups()).map(({ id }) => id)).toEqual([second.id, third.id]);
  expect(await filesOf('objects')).toEqual(objectFiles);
  await expect(backups.manifest(first.id)).rejects.toMatchObject({ code: 'backup-not-found' });
  await requireObjectsThere(backups, third);
});

it('proves that it can be restored, and tells when it cannot', async () => {
  const manifest = await make();
  const prove = async () => {
    const { copied, auditTrail } = await scratch();
    return verifyBackup({
      ...{ backups, manifest, scratch: copied, auditTrail, sampleSize: null, random: Math.random },
    });
  };
  const verdict = await prove();
  expect(verdict).toMatchObject({ tables: manifest.tables.length, objects: manifest.objects.count });
  expect(verdict.rows).toBe(manifest.tables.reduce((sum, { rows }) => sum + rows, 0));
  expect(verdict.auditEntries).toBeGreaterThan(3);
  const [object = ''] = await filesOf('objects');
  const intact = await readFile(object);
  await writeFile(object, intact.with(100, (intact[100] as number) ^ 1));
  await expect(prove()).rejects.toMatchObject({ code: 'backup-damaged' });
  await rm(object);
  await expect(prove()).rejects.toMatchObject({ code: 'backup-part-missing' });
  await writeFile(object, intact);
  const table = join(folder, `backups/${manifest.id}/table-0003`);
  await writeFile(table, (await readFile(table)).subarray(0, -5));
  await expect(prove()).rejects.toMatchObject({ code: 'backup-damaged' });
  await rm(table);
  await expect(prove()).rejects.toMatchObject({ code: 'backup-part-missing' });
});

it('leaves a database that could not be filled empty', async () => {
  const manifest = await make();
  const table = join(folder, `backups/${manifest.id}/table-0008`);
  const whole = await readFile(table);
  await appendFile(table, 'x');
  const { copied } = await scratch();
  await expect(restoreRows(backups, manifest, copied)).rejects.toMatchObject({ code: 'backup-damaged' });
  await writeFile(table, whole);
  await restoreRows(backups, manifest, copied);
  await expect(restoreRows(backups, manifest, copied)).rejects.toMatchObject({ code: 'restore-not-empty' });
});

it('does not look complete when it was broken off', async () => {
  const breaking = new AbortController();
  const put = backups.target.put.bind(backups.target);
  backups.target.put = (name, content) => {
    if (name.endsWith('/objects')) breaking.abort();
    return put(name, content);
  };
  await expect(make({ signal: breaking.signal })).rejects.toThrow();
  expect((await backups.backups()).map(({ isComplete }) => isComplete)).toEqual([false]);
  await expect(backups.manifest(null)).rejects.toMatchObject({ code: 'backup-not-found' });
});

it('is refused while another one runs, and with another key', async () => {
  await copier().exclusively(async () => {
    await expect(make()).rejects.toMatchObject({ code: 'backup-running' });
  });
  const manifest = await make();
  const other = new BackupStore(backups.target, parseBackupKey(makeBackupKey()));
  await expect(other.manifest(manifest.id)).rejects.toMatchObject({ code: 'backup-wrong-key' });
});

it('refuses a migration that this release does not know', async () => {
  const manifest = await make();
  const { copied } = await scratch();
  const strange = { name: '9999_future.sql', sha256: 'f'.repeat(64) };
  const schema = { ...manifest.schema, migrations: [...manifest.schema.migrations, strange] };
  await expect(restoreRows(backups, { ...manifest, schema }, copied)).rejects.toMatchObject({
    code: 'backup-newer',
  });
});

it('holds what was acknowledged before it, however much is written meanwhile; tells of objects that are lost', async () => {
  let isWriting = true;
  const acknowledged: string[] = [];
  const writing = (async () => {
    for (let at = 0; isWriting; at += 1) {
      const { analysisId } = await product.analyse(0.3 + (at % 60) / 100, `W-${at}`);
      acknowledged.push(analysisId);
    }
  })();
  await expect.poll(() => acknowledged.length).toBeGreaterThan(1);
  const before = [...acknowledged];
  const manifest = await make();
  isWriting = false;
  await writing;
  const { url, copied, auditTrail } = await scratch();
  const verdict = await verifyBackup({
    ...{ backups, manifest, scratch: copied, auditTrail, sampleSize: null, random: Math.random },
  });
  expect(verdict.objectsRead).toBe(manifest.objects.count);
  const restored = createPool({ url, applicationName: 'test', log: silentLog });
  const { rows } = await restored.query('select id from analyses').finally(() => restored.end());
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(before));

  const { rows: pictures } = await product.pool.query('select thumbnail_key from images limit 1');
  await product.dependencies.objects.delete(pictures[0].thumbnail_key);
  // An earlier backup still has it.
  expect((await make()).missingObjects).toEqual([]);
  await rm(join(folder, 'objects'), { recursive: true });
  const lacking = await make();
  expect(lacking.missingObjects).toEqual([pictures[0].thumbnail_key]);
});
