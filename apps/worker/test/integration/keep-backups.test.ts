import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupRunRows } from '@mlmcsc/core';
import { BackupStore, makeBackupKey, parseBackupKey } from '@mlmcsc/core/backup';
import { parseConfig } from '@mlmcsc/platform/config';
import { openBackupTarget } from '@mlmcsc/platform/objects';
import { PostgresBackupRuns } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { keepBackups } from '../../src/keep-backups.ts';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

const PATIENCE = { timeout: 120_000, interval: 50 };
/** Looks of a worker after which another backup would have begun if one were due. */
const SOME_LOOKS = 10;

let server: TestDatabaseServer;
let product: TestProduct;
let folder: string;

beforeAll(async () => {
  server = await startTestDatabaseServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  product = await startTestProduct(await server.createDatabase());
  await product.analyse(0.4, 'B-1');
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-keep-backups-'));
  return async () => {
    await product.close();
    await rm(folder, { recursive: true, force: true });
  };
});

function settings(target: string) {
  const config = parseConfig({ MLMCSC_BACKUP_TARGET: target, MLMCSC_BACKUP_KEY: makeBackupKey() });
  return { ...config, backupTarget: target };
}

/** Two workers of one installation, and how often they looked whether something is due. */
function startWorkers(config: ReturnType<typeof settings>) {
  const rows = new PostgresBackupRuns(product.pool);
  let looks = 0;
  const runs: BackupRunRows = {
    record: (run) => rows.record(run),
    summary: async () => {
      looks += 1;
      return rows.summary();
    },
  };
  const { databaseUrl, dependencies } = product;
  const options = {
    config,
    databaseUrl,
    objects: dependencies.objects,
    runs,
    log: silentLog,
    lookEveryMs: 50,
  };
  const stops = [keepBackups(options), keepBackups(options)];
  return {
    summary: () => rows.summary(),
    async lookedOften() {
      const before = looks;
      await expect.poll(() => looks, PATIENCE).toBeGreaterThan(before + SOME_LOOKS);
    },
    stop: () => Promise.all(stops.map((stop) => stop())),
  };
}

const runsOf = async (kind: string) =>
  (
    await product.pool.query('select failure_code from backup_runs where kind = $1 order by id', [kind])
  ).rows.map(({ failure_code }) => failure_code);

it('workers make one backup when it is due, prove it, and make the next when that is due', async () => {
  const config = settings(join(folder, 'target'));
  const workers = startWorkers(config);
  try {
    await expect
      .poll(async () => (await workers.summary()).verification.lastSuccess, PATIENCE)
      .toBeInstanceOf(Date);
    await workers.lookedOften();
    expect(await runsOf('backup')).toEqual([null]);
    expect(await runsOf('verification')).toEqual([null]);
    await product.pool.query(
      `update backup_runs set started_at = started_at - interval '2 days', finished_at = finished_at - interval '2 days' where kind = 'backup'`,
    );
    await expect.poll(() => runsOf('backup'), PATIENCE).toEqual([null, null]);
    await workers.lookedOften();
    expect(await runsOf('verification'), 'a proof is due less often').toEqual([null]);
  } finally {
    await workers.stop();
  }
  const target = await openBackupTarget(config.backupTarget, config);
  const made = await new BackupStore(target, parseBackupKey(config.backupKey as string)).backups();
  await target.close();
  expect(made).toHaveLength(2);
});

it('a target that cannot be written to is told in the runs, and not tried again at once', async () => {
  const target = join(folder, 'a-file');
  await writeFile(target, 'not a folder');
  const workers = startWorkers(settings(target));
  try {
    await expect.poll(async () => (await runsOf('backup')).length, PATIENCE).toBeGreaterThan(0);
    await workers.lookedOften();
    const runs = await runsOf('backup');
    expect(runs).toHaveLength(1);
    expect(runs[0]).not.toBeNull();
    expect((await workers.summary()).backup.lastSuccess).toBeNull();
  } finally {
    await workers.stop();
  }
});
