import type { BackupRun, BackupRunRows, BackupSummary } from '@mlmcsc/core';
import type { Pool } from 'pg';
import { translateDatabaseError } from '../translate-database-error.ts';

/** What became of backups, in the table `backup_runs`. */
export class PostgresBackupRuns implements BackupRunRows {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async record(run: BackupRun): Promise<void> {
    await this.#query(
      `insert into backup_runs (kind, backup_id, started_at, finished_at, failure_code, failure_detail, size_bytes)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[run.kind, run.backupId, run.startedAt, run.finishedAt],
        ...[run.failure?.code ?? null, run.failure?.detail ?? null, run.sizeBytes],
      ],
    );
  }

  async summary(): Promise<BackupSummary> {
    const { rows } = await this.#query(
      `select kind, max(finished_at) filter (where failure_code is null) as "lastSuccess",
         max(finished_at) as "lastRun", (count(*) filter (where failure_code is not null))::int as failures,
         (array_agg(extract(epoch from finished_at - started_at)::float8 order by finished_at desc)
            filter (where failure_code is null))[1] as "durationSeconds",
         (array_agg(size_bytes::float8 order by finished_at desc) filter (where failure_code is null))[1] as "sizeBytes"
       from backup_runs group by kind`,
      [],
    );
    const none = { lastSuccess: null, lastRun: null, failures: 0, durationSeconds: null, sizeBytes: null };
    const of = (kind: string) => rows.find((row) => row.kind === kind) ?? none;
    return { backup: of('backup'), verification: of('verification') };
  }

  async #query(text: string, values: unknown[]) {
    try {
      return await this.#pool.query(text, values);
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }
}
