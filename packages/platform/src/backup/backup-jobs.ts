import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidInput, type Logger, type ObjectStore, verifyAuditTrail, walkAuditTrail } from '@mlmcsc/core';
import {
  type BackupKey,
  type BackupManifest,
  BackupStore,
  type BackupVerdict,
  createBackup,
  parseBackupKey,
  runRecorded,
  verifyBackup,
} from '@mlmcsc/core/backup';
import type { Config } from '../config/index.ts';
import { startEmbeddedPostgres } from '../embedded-postgres/index.ts';
import { openBackupTarget } from '../objects/index.ts';
import { createPool, PostgresBackupRuns, PostgresCopier, PostgresStore } from '../postgres/index.ts';

export interface BackupJobOptions {
  readonly config: Config;
  /** A direct connection to the installation's database. */
  readonly databaseUrl: string;
  readonly backups: BackupStore;
  readonly log: Logger;
  readonly signal?: AbortSignal | undefined;
}

/** @throws InvalidInput `backup-key-invalid` */
export function requireBackupKey({ backupKey }: Pick<Config, 'backupKey'>): BackupKey {
  if (backupKey === null) {
    throw new InvalidInput(
      'backup-key-invalid',
      'Backups are encrypted: name the key’s file with --key-file or MLMCSC_BACKUP_KEY_FILE; `mlmcsc backup-key <file>` makes one.',
    );
  }
  return parseBackupKey(backupKey);
}

/** @param place - a folder, or `s3://bucket/prefix` */
export async function openBackups(place: string, config: Config): Promise<BackupStore> {
  const key = requireBackupKey(config);
  return new BackupStore(await openBackupTarget(place, config), key);
}

/** Any constant but those of migrations and of one backup. */
const turnLockKey = 7_261_531_003;

/** Does the work unless somebody else has the turn: of all workers one looks after backups and proofs at a time. */
export async function takeBackupTurn(url: string, log: Logger, work: () => Promise<void>): Promise<void> {
  const pool = createPool({ url, applicationName: 'mlmcsc-backup', maxConnections: 1, log });
  try {
    // The lock is the connection's: it ends with it, however the process ends.
    const { rows } = await pool.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      turnLockKey,
    ]);
    if (rows[0]?.free === true) await work();
  } finally {
    await pool.end();
  }
}

/** Makes a backup of an installation, and writes down in its database what became of it.
 * @param keep - how many complete ones stay; null: all
 */
export async function makeBackup(
  { config, databaseUrl, backups, log, signal }: BackupJobOptions,
  objects: ObjectStore,
  keep: number | null,
): Promise<BackupManifest> {
  const database = new PostgresCopier(databaseUrl, log);
  const sessionSecret = config.sessionSecret === null ? await readSecret(config.dataDir) : null;
  return recorded(databaseUrl, log, 'backup', async () => {
    const manifest = await createBackup({
      ...{ backups, database, objects, sessionSecret, keep, signal, now: () => new Date() },
    });
    return { result: manifest, backupId: manifest.id, sizeBytes: manifest.storedBytes };
  });
}

/** Restores a backup into a database server of its own, compares it with what was stored, and writes down what came of it.
 * @param sampleSize - how many objects are read; null: all
 */
export async function proveBackup(
  {
    databaseUrl,
    backups,
    log,
  }: Pick<BackupJobOptions, 'backups' | 'log'> & { readonly databaseUrl: string | null },
  wanted: string | null,
  sampleSize: number | null,
): Promise<{ readonly manifest: BackupManifest; readonly verdict: BackupVerdict }> {
  const work = async () => {
    const manifest = await backups.manifest(wanted);
    const verdict = await inScratch(log, (url) =>
      verifyBackup({
        ...{ backups, manifest, sampleSize, random: Math.random },
        scratch: new PostgresCopier(url, log),
        auditTrail: () => walkAudit(url, log),
      }),
    );
    return { result: { manifest, verdict }, backupId: manifest.id, sizeBytes: manifest.storedBytes };
  };
  return databaseUrl === null ? (await work()).result : recorded(databaseUrl, log, 'verification', work);
}

/** An empty server of the embedded kind, in a folder that is gone afterwards. */
async function inScratch<T>(log: Logger, work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmcsc-verification-'));
  try {
    const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), log, isDurable: false });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function walkAudit(url: string, log: Logger) {
  const pool = createPool({ url, applicationName: 'mlmcsc-backup', maxConnections: 1, log });
  try {
    return await verifyAuditTrail(walkAuditTrail(new PostgresStore(pool).rows.audit));
  } finally {
    await pool.end();
  }
}

async function recorded<T>(
  url: string,
  log: Logger,
  kind: 'backup' | 'verification',
  work: Parameters<typeof runRecorded<T>>[3],
): Promise<T> {
  const pool = createPool({ url, applicationName: 'mlmcsc-backup', maxConnections: 1, log });
  try {
    return await runRecorded(new PostgresBackupRuns(pool), kind, () => new Date(), work);
  } finally {
    await pool.end();
  }
}

async function readSecret(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, 'session-secret'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    },
  );
  return text.trim() === '' ? null : text.trim();
}
