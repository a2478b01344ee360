import type { Rows, Store } from '@mlmcsc/core';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import { type Database, databaseOn } from './database.ts';
import { createAnalysisRows } from './rows/analysis-rows.ts';
import { createAuditRows } from './rows/audit-rows.ts';
import { createEventPublisher } from './rows/event-publisher.ts';
import { createImageRows } from './rows/image-rows.ts';
import { createJobQueue } from './rows/job-queue.ts';
import { createJobRows } from './rows/job-rows.ts';
import { createLabelRows } from './rows/label-rows.ts';
import { createModelRows } from './rows/model-rows.ts';
import { createPruneRows } from './rows/prune-rows.ts';
import { createScheduleRows } from './rows/schedule-rows.ts';
import { createSettingRows } from './rows/setting-rows.ts';
import { isTransactionConflict, translateDatabaseError, translating } from './translate-database-error.ts';

const maximumTransactionAttempts = 4;

/** The store on a pool that the caller owns and closes. */
export class PostgresStore implements Store {
  readonly rows: Rows;
  readonly #database: NodePgDatabase;
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#database = databaseOn(pool);
    this.rows = createRows(this.#database);
  }

  /** Runs the work in one transaction; run again from the start when others changed the same rows, so it must
   * touch nothing but rows.
   */
  async transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#database.transaction(async (tx) => work(createRows(tx)));
      } catch (error) {
        const repeat = isTransactionConflict(error) || isTransactionConflict((error as Error)?.cause);
        if (!repeat || attempt === maximumTransactionAttempts) throw translateDatabaseError(error);
      }
    }
  }

  async check(): Promise<void> {
    try {
      await this.#pool.query('select 1');
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }
}

function createRows(db: Database): Rows {
  return {
    images: translating(createImageRows(db)),
    analyses: translating(createAnalysisRows(db)),
    labels: translating(createLabelRows(db)),
    jobs: translating(createJobRows(db)),
    models: translating(createModelRows(db)),
    settings: translating(createSettingRows(db)),
    audit: translating(createAuditRows(db)),
    pruning: translating(createPruneRows(db)),
    schedules: translating(createScheduleRows(db)),
    queue: translating(createJobQueue(db)),
    events: translating(createEventPublisher(db)),
  };
}
