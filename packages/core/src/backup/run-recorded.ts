import { DomainError } from '../errors.ts';
import type { BackupRun, BackupRunRows } from '../ports/backup.ts';

/** Does the work and writes down what became of it; a failure is written down and thrown. */
export async function runRecorded<T>(
  runs: BackupRunRows,
  kind: BackupRun['kind'],
  now: () => Date,
  work: () => Promise<{ readonly result: T; readonly backupId: string; readonly sizeBytes: number | null }>,
): Promise<T> {
  const startedAt = now();
  try {
    const { result, backupId, sizeBytes } = await work();
    await runs.record({ kind, backupId, startedAt, finishedAt: now(), failure: null, sizeBytes });
    return result;
  } catch (error) {
    // Somebody else's run is told by itself.
    if (error instanceof DomainError && error.code === 'backup-running') throw error;
    const failure =
      error instanceof DomainError
        ? { code: error.code, detail: error.detail }
        : { code: 'unexpected', detail: error instanceof Error ? error.name : 'an unexpected failure' };
    const run = { kind, backupId: null, startedAt, finishedAt: now(), failure, sizeBytes: null };
    // Where the database is what is away, its absence is told by the failure itself.
    await runs.record(run).catch(() => {});
    throw error;
  }
}
