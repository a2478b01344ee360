import type { Rows, Store } from '@mlmcsc/core';
import type { Pool } from 'pg';
import type { CaughtUpReplica } from './caught-up-replica.ts';
import { type Database, databaseOn } from './database.ts';
import { createAnalysisRows } from './rows/analysis-rows.ts';
import { createAuditRows } from './rows/audit-rows.ts';
import { createDatasetRows } from './rows/dataset-rows.ts';
import { createDriftRows } from './rows/drift-rows.ts';
import { createEventPublisher } from './rows/event-publisher.ts';
import { createFigureRows } from './rows/figure-rows.ts';
import { createImageRows } from './rows/image-rows.ts';
import { createJobQueue } from './rows/job-queue.ts';
import { createJobRows } from './rows/job-rows.ts';
import { createLabelRows } from './rows/label-rows.ts';
import { createLaboratoryRows } from './rows/laboratory/laboratory-rows.ts';
import { createModelRows } from './rows/model-rows.ts';
import { createObjectRows } from './rows/object-rows.ts';
import { createOperationRows } from './rows/operation-rows.ts';
import { createPersonRows } from './rows/person-rows.ts';
import { createPictureMeasureRows } from './rows/picture-measure-rows.ts';
import { createPromotionRequestRows } from './rows/promotion-request-rows.ts';
import { createPruneRows } from './rows/prune-rows.ts';
import { createRegionRows } from './rows/region-rows.ts';
import { createRetentionRows } from './rows/retention/retention-rows.ts';
import { createScheduleRows } from './rows/schedule-rows.ts';
import { createSettingRows } from './rows/setting-rows.ts';
import { createTrialRows } from './rows/trial-rows.ts';
import { createWebhookRows } from './rows/webhook-rows.ts';
import { runTransaction } from './run-transaction.ts';
import { translateDatabaseError, translating } from './translate-database-error.ts';

/** The store on a pool that the caller owns and closes. */
export class PostgresStore implements Store {
  readonly rows: Rows;
  readonly #pool: Pool;

  /** @param replica - answers lists, history and exports when it holds all that was stored */
  constructor(pool: Pool, replica: CaughtUpReplica | null = null) {
    this.#pool = pool;
    const rows = createRows(databaseOn(pool));
    this.rows = replica === null ? rows : listsFrom(replica, rows);
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
    pictureMeasures: translating(createPictureMeasureRows(db)),
    labels: translating(createLabelRows(db)),
    jobs: translating(createJobRows(db)),
    models: translating(createModelRows(db)),
    promotionRequests: translating(createPromotionRequestRows(db)),
    trials: translating(createTrialRows(db)),
    settings: translating(createSettingRows(db)),
    audit: translating(createAuditRows(db)),
    pruning: translating(createPruneRows(db)),
    schedules: translating(createScheduleRows(db)),
    objects: translating(createObjectRows(db)),
    people: translating(createPersonRows(db)),
    webhooks: translating(createWebhookRows(db)),
    datasets: translating(createDatasetRows(db)),
    regions: translating(createRegionRows(db)),
    laboratory: createLaboratoryRows(db),
    retention: translating(createRetentionRows(db)),
    drift: translating(createDriftRows(db)),
    figures: translating(createFigureRows(db)),
    operations: translating(createOperationRows(db)),
    queue: translating(createJobQueue(db)),
    events: translating(createEventPublisher(db)),
  };
}

/** The same rows, whose lists are read from the replica. Single rows stay with the database: they cost it next to nothing. */
function listsFrom(replica: CaughtUpReplica, rows: Rows): Rows {
  const route = <T extends object>(part: T, create: (db: Database) => T, names: readonly (keyof T)[]): T => {
    const routed = { ...part };
    for (const name of names) {
      const here = part[name] as (...parameters: unknown[]) => Promise<unknown>;
      const there = (db: Database) => create(db)[name] as typeof here;
      routed[name] = (async (...parameters: unknown[]) => {
        const answer = await replica.read((db) => there(db)(...parameters));
        return answer === null ? here(...parameters) : answer.value;
      }) as T[typeof name];
    }
    return translating(routed);
  };
  return {
    ...rows,
    analyses: route(rows.analyses, createAnalysisRows, ['history']),
    jobs: route(rows.jobs, createJobRows, ['list', 'items']),
    models: route(rows.models, createModelRows, ['list', 'deployments']),
    audit: route(rows.audit, createAuditRows, ['list', 'sealedAfter']),
  };
}
