import type { BackupManifest } from '@mlmcsc/core/backup';
import { makeBackup } from '@mlmcsc/platform/backup';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { exitCodes } from '../console/command-failure.ts';
import { quietLog } from '../console/quiet-log.ts';
import { withDatabase } from '../up/reach-database.ts';
import { proveAndTell } from './verify-backup.ts';
import { type KeyOptions, withBackups } from './with-backups.ts';

export interface BackUpOptions extends KeyOptions {
  readonly keep?: number | undefined;
  readonly verify?: boolean | undefined;
}

/** `mlmcsc backup`. @returns the exit code: failed where objects are missing that rows refer to */
export async function backUp(config: Config, place: string, options: BackUpOptions): Promise<number> {
  return withBackups(config, place, options, (backups) =>
    withDatabase(config, quietLog, async ({ url: databaseUrl }) => {
      const objects = await openObjectStore(config);
      try {
        const job = { config, databaseUrl, backups, log: quietLog };
        const manifest = await makeBackup(job, objects, options.keep ?? null);
        tell(manifest);
        if (options.verify === true) await proveAndTell(job, manifest.id, null);
        return manifest.missingObjects.length === 0 ? exitCodes.ok : exitCodes.failed;
      } finally {
        await objects.close();
      }
    }),
  );
}

function tell({ id, takenAt, tables, objects, storedBytes, missingObjects }: BackupManifest): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Backup ${id} of ${takenAt}: ${rows} rows in ${tables.length} tables, ${objects.count} objects, ${(storedBytes / 1e6).toFixed(1)} MB.\n`,
  );
  for (const key of missingObjects) process.stderr.write(`missing  ${key}\n`);
  if (missingObjects.length > 0) {
    process.stderr.write(
      `${missingObjects.length} objects that rows refer to are not in the store; mlmcsc doctor says which rows.\n`,
    );
  }
}
