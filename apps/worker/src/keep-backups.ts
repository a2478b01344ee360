import { type BackupRunRows, DomainError, type Logger, type ObjectStore } from '@mlmcsc/core';
import { makeBackup, openBackups, proveBackup, takeBackupTurn } from '@mlmcsc/platform/backup';
import type { Config } from '@mlmcsc/platform/config';

export interface BackupLoopOptions {
  /** With a target. */
  readonly config: Config & { readonly backupTarget: string };
  readonly databaseUrl: string;
  readonly objects: ObjectStore;
  readonly runs: BackupRunRows;
  readonly log: Logger;
  /** How often it looks whether one is due. @default 30 s */
  readonly lookEveryMs?: number | undefined;
}

const minuteMs = 60_000;
/** Objects of a backup that are read in its proof. */
const sampleSize = 200;

/** Makes backups and proves them whenever they are due, until stopped. Any number of workers may: one at a time has the turn.
 * @returns stops: breaks off what is under way, which then does not look complete
 */
export function keepBackups(options: BackupLoopOptions): () => Promise<void> {
  const stopping = new AbortController();
  let looking: Promise<void> | null = null;
  const look = () => {
    looking ??= lookOnce(options, stopping.signal).finally(() => {
      looking = null;
    });
  };
  const timer = setInterval(look, options.lookEveryMs ?? 30_000);
  look();
  return async () => {
    stopping.abort();
    clearInterval(timer);
    await looking;
  };
}

async function lookOnce(options: BackupLoopOptions, signal: AbortSignal): Promise<void> {
  const { databaseUrl, log } = options;
  try {
    const { isBackupDue, isProofDue } = await whatIsDue(options);
    if (isBackupDue || isProofDue) await takeBackupTurn(databaseUrl, log, () => doWhatIsDue(options, signal));
  } catch (error) {
    // Somebody makes one by hand.
    if (signal.aborted || (error instanceof DomainError && error.code === 'backup-running')) return;
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ reason }, 'a backup, or the proof of one, failed');
  }
}

async function whatIsDue({ config, runs }: BackupLoopOptions) {
  const { backup, verification } = await runs.summary();
  const isBackupDue = isDue(backup, config.backupIntervalMinutes * minuteMs);
  const isProofDue = isDue(verification, config.backupVerifyHours * 60 * minuteMs);
  return { isBackupDue, isProofDue: isProofDue && (isBackupDue || backup.lastSuccess !== null) };
}

/** Asks once more: whoever had the turn before may have done it. */
async function doWhatIsDue(options: BackupLoopOptions, signal: AbortSignal): Promise<void> {
  const { config, databaseUrl, objects, log } = options;
  const { isBackupDue, isProofDue } = await whatIsDue(options);
  if (!isBackupDue && !isProofDue) return;
  const backups = await openBackups(config.backupTarget, config);
  try {
    const job = { config, databaseUrl, backups, log, signal };
    if (isBackupDue) {
      const { id, storedBytes, missingObjects } = await makeBackup(job, objects, config.backupKeep);
      log.info({ backup_id: id, stored_bytes: storedBytes }, 'backup made');
      if (missingObjects.length > 0) {
        log.error({ keys: missingObjects.slice(0, 20) }, 'objects that rows refer to are missing');
      }
    }
    if (isProofDue && !signal.aborted) {
      const { manifest, verdict } = await proveBackup(job, null, sampleSize);
      log.info({ backup_id: manifest.id, ...verdict }, 'backup proven');
    }
  } finally {
    await backups.target.close();
  }
}

/** Due by the last that succeeded; after failures not before a tenth of the interval. */
function isDue(
  { lastSuccess, lastRun }: { readonly lastSuccess: Date | null; readonly lastRun: Date | null },
  intervalMs: number,
): boolean {
  const since = (at: Date | null) => (at === null ? Number.POSITIVE_INFINITY : Date.now() - at.getTime());
  return since(lastSuccess) >= intervalMs && since(lastRun) >= Math.min(intervalMs / 10, intervalMs);
}
