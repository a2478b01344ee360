import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyAuditTrail, walkAuditTrail } from '@mlmcsc/core';
import {
  type BackupManifest,
  type BackupStore,
  requireObjectsThere,
  restoreObjects,
  restoreRows,
} from '@mlmcsc/core/backup';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { createPool, PostgresCopier, PostgresStore } from '@mlmcsc/platform/postgres';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { quietLog } from '../console/quiet-log.ts';
import { prepareDataFolder } from '../up/data-folder.ts';
import { findRunningInstance } from '../up/instance-lock.ts';
import { withDatabase } from '../up/reach-database.ts';
import { unfinishedRestore } from '../up/unfinished-restore.ts';
import { type KeyOptions, withBackups } from './with-backups.ts';

export interface RestoreOptions extends KeyOptions {
  readonly backup?: string | undefined;
  readonly list?: boolean | undefined;
  readonly replace?: boolean | undefined;
  readonly onlySecrets?: boolean | undefined;
}

/** `mlmcsc restore`: nothing is written before the backup is known to be there and readable. @returns the exit code */
export async function restore(config: Config, place: string, options: RestoreOptions): Promise<number> {
  return withBackups(config, place, options, async (backups) => {
    if (options.list === true) return list(backups);
    const manifest = await backups.manifest(options.backup ?? null);
    if (options.onlySecrets === true) return restoreSecrets(config, manifest);
    await requireObjectsThere(backups, manifest);
    await makeRoom(config, options.replace === true);
    const mark = unfinishedRestore(config.dataDir);
    const isEmbedded = config.databaseUrl === null;
    if (isEmbedded) await writeFile(mark, `${manifest.id}\n`, { flush: true });
    const objects = await openObjectStore(config);
    try {
      const written = await restoreObjects(backups, manifest, objects);
      await withDatabase(config, quietLog, async ({ url }) => {
        const database = new PostgresCopier(url, quietLog);
        await restoreRows(backups, manifest, database);
        await requireWholeTrail(url);
        await database.upgrade();
      });
      await writeSecret(config, manifest);
      await rm(mark, { force: true });
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      process.stdout.write(
        `Restored ${manifest.id}: everything up to ${manifest.takenAt}, ${rows} rows, ${manifest.objects.count} objects (${written} written).\n`,
      );
      for (const key of manifest.missingObjects)
        process.stderr.write(`missing since before the backup  ${key}\n`);
      return exitCodes.ok;
    } finally {
      await objects.close();
    }
  });
}

async function writeSecret(config: Config, { secrets }: BackupManifest): Promise<boolean> {
  if (secrets.sessionSecret === null || config.sessionSecret !== null) return false;
  const path = join(config.dataDir, 'session-secret');
  await writeFile(path, `${secrets.sessionSecret}\n`, { mode: 0o600, flush: true });
  return true;
}

async function restoreSecrets(config: Config, manifest: BackupManifest): Promise<number> {
  await prepareDataFolder(config.dataDir);
  if (!(await writeSecret(config, manifest))) {
    throw new CommandFailure(
      'The secret is not in the backup, or this installation is given it by MLMCSC_SESSION_SECRET: it lies where you keep your settings.',
    );
  }
  process.stdout.write(`The session secret of ${manifest.id} is back; start the processes again.\n`);
  return exitCodes.ok;
}

async function list(backups: BackupStore): Promise<number> {
  for (const { id, isComplete } of await backups.backups()) {
    if (isComplete) {
      const { takenAt, objects, storedBytes } = await backups.manifest(id);
      process.stdout.write(
        `${id}  ${takenAt}  ${objects.count} objects  ${(storedBytes / 1e6).toFixed(1)} MB\n`,
      );
    } else process.stdout.write(`${id}  unfinished: cannot be restored\n`);
  }
  return exitCodes.ok;
}

/** An external database is proven empty when it is filled; the embedded one must not be there yet. */
async function makeRoom({ dataDir, databaseUrl }: Config, isReplacing: boolean): Promise<void> {
  await prepareDataFolder(dataDir);
  if (databaseUrl !== null) return;
  const running = await findRunningInstance(dataDir);
  if (running !== null) {
    throw new CommandFailure(`An installation runs on ${dataDir} (process ${running.pid}); stop it first.`);
  }
  const folder = join(dataDir, 'postgres');
  if (!existsSync(folder)) return;
  if (!isReplacing && !existsSync(unfinishedRestore(dataDir))) {
    throw new CommandFailure(
      `${dataDir} holds an installation already. Restore into another --data-dir, or set its database aside with --replace.`,
    );
  }
  const aside = `.before-${new Date().toISOString().replace(/[-:.]/g, '')}`;
  // Where the server's user cannot enter the data folder, the files lie elsewhere.
  const elsewhere = await readFile(join(folder, 'location.txt'), 'utf8').catch(() => null);
  if (elsewhere !== null) await rename(elsewhere.trim(), `${elsewhere.trim()}${aside}`);
  await rename(folder, `${folder}${aside}`);
  process.stdout.write(`The database that was there is now ${folder}${aside}.\n`);
}

async function requireWholeTrail(url: string): Promise<void> {
  const pool = createPool({ url, applicationName: 'mlmcsc-restore', maxConnections: 1, log: quietLog });
  try {
    const { broken } = await verifyAuditTrail(walkAuditTrail(new PostgresStore(pool).rows.audit));
    if (broken !== null) {
      throw new CommandFailure(`The audit trail is broken at entry ${broken.position}: ${broken.reason}.`);
    }
  } finally {
    await pool.end();
  }
}
