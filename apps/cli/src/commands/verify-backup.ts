import { proveBackup } from '@mlmcsc/platform/backup';
import type { Config } from '@mlmcsc/platform/config';
import { exitCodes } from '../console/command-failure.ts';
import { quietLog } from '../console/quiet-log.ts';
import { type KeyOptions, withBackups } from './with-backups.ts';

export interface VerifyOptions extends KeyOptions {
  readonly backup?: string | undefined;
  readonly allObjects?: boolean | undefined;
}

/** Objects that are read and compared with their digests, if not all are. */
const usualSample = 100;

/** `mlmcsc verify-backup`: needs nothing but the backup and its key. @returns the exit code */
export async function verify(config: Config, place: string, options: VerifyOptions): Promise<number> {
  const sampleSize = options.allObjects === true ? null : usualSample;
  await withBackups(config, place, options, (backups) =>
    proveAndTell({ databaseUrl: null, backups, log: quietLog }, options.backup ?? null, sampleSize),
  );
  return exitCodes.ok;
}

export async function proveAndTell(
  job: Parameters<typeof proveBackup>[0],
  backupId: string | null,
  sampleSize: number | null,
): Promise<void> {
  const { manifest, verdict } = await proveBackup(job, backupId, sampleSize);
  process.stdout.write(
    `Backup ${manifest.id} restores to what was stored: ${verdict.rows} rows in ${verdict.tables} tables, ` +
      `${verdict.auditEntries} audit entries, ${verdict.objects} objects, ${verdict.objectsRead} of them read.\n`,
  );
}
