import type { Rows, Store } from '@mlmcsc/core';
import type { Pool } from 'pg';
import { type Database, databaseOn } from './database.ts';
import { createAnalysisRows } from './rows/analysis-rows.ts';
import { createAuditRows } from './rows/audit-rows.ts';
import { createDatasetRows } from './rows/dataset-rows.ts';
import { createEventPublisher } from './rows/event-publisher.ts';
import { createImageRows } from './rows/image-rows.ts';
import { createJobQueue } from './rows/job-queue.ts';
import { createJobRows } from './rows/job-rows.ts';
import { createLabelRows } from './rows/label-rows.ts';
import { createModelRows } from './rows/model-rows.ts';
import { createObjectRows } from './rows/object-rows.ts';
import { createPersonRows } from './rows/person-rows.ts';
import { createPruneRows } from './rows/prune-rows.ts';
import { createScheduleRows } from './rows/schedule-rows.ts';
import { createSettingRows } from './rows/setting-rows.ts';
import { createWebhookRows } from './rows/webhook-rows.ts';
import { runTransaction } from './run-transaction.ts';
import { translateDatabaseError, translating } from './translate-database-error.ts';

/** The store on a pool that the caller owns and closes. */
export class PostgresStore implements Store {
  readonly rows: Rows;
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.rows = createRows(databaseOn(pool));
  }

  /** Runs the work in one transaction; run again from the start when others changed the same rows or the connection
   * broke, so it must touch nothing but rows.
   */
  async transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    try {
      return await runTransaction(this.#pool, (database) => work(createRows(database)));
    } catch (error) {
      throw translateDatabaseError(error);
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
    objects: translating(createObjectRows(db)),
    people: translating(createPersonRows(db)),
    webhooks: translating(createWebhookRows(db)),
    datasets: translating(createDatasetRows(db)),
    queue: translating(createJobQueue(db)),
    events: translating(createEventPublisher(db)),
  };
}
