import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Cache,
  createDatasetUseCases,
  createDriftUseCases,
  createUseCases,
  type DatasetUseCases,
  type Dependencies,
  executeJob,
  type JobHandlers,
  type JobRecord,
  type LearningComputer,
  type UseCases,
} from '@mlmcsc/core';
import { tarArchiver } from '@mlmcsc/platform/archive';
import { MemoryCache } from '@mlmcsc/platform/cache';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { createPool, PostgresEventListener, PostgresStore } from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { silentLog } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { ScriptedMeasurer, scriptedPicture } from './scripted-measurer.ts';

export const shippedModelPath = join(import.meta.dirname, '../../../../models/default.mlmcsc');

/** The product on a real database and real files, with scripted measuring. */
export interface TestProduct {
  readonly useCases: UseCases;
  readonly datasets: DatasetUseCases;
  readonly dependencies: Dependencies;
  readonly measurer: ScriptedMeasurer;
  readonly events: PostgresEventListener;
  readonly pool: Pool;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Uploads and measures a picture whose map shows this area; gives the analysis. */
  analyse(area: number, specimen?: string): Promise<{ imageId: string; analysisId: string; shear: number }>;
  /** Runs a job as a worker would, now. */
  runJob(id: string, signal?: AbortSignal): Promise<JobRecord>;
  /** Runs the learning job that waits. */
  learn(): Promise<JobRecord>;
  close(): Promise<void>;
}

/** @param shared - what two products have in common that stand for two processes */
export async function startTestProduct(
  databaseUrl: string,
  shared: {
    readonly cache?: Cache;
    readonly dataDir?: string;
    readonly computer?: LearningComputer;
  } = {},
): Promise<TestProduct> {
  const dataDir = shared.dataDir ?? (await mkdtemp(join(tmpdir(), 'mlmcsc-product-')));
  const pool = createPool({ url: databaseUrl, applicationName: 'test', log: silentLog });
  const store = new PostgresStore(pool);
  const measurer = new ScriptedMeasurer();
  const events = new PostgresEventListener(databaseUrl, silentLog);
  await events.start();
  const dependencies: Dependencies = {
    store,
    objects: new FilesystemObjectStore(join(dataDir, 'objects')),
    codec: new SharpImageCodec(),
    measurer,
    cache: shared.cache ?? new MemoryCache(64 * 1024 * 1024),
    clock: systemClock,
    ids: uuidV7,
    log: silentLog,
    computer: shared.computer,
    batchConcurrency: 3,
  };
  const useCases = createUseCases(dependencies);
  const datasets = createDatasetUseCases({ ...dependencies, archiver: tarArchiver, useCases });
  await useCases.installShippedModel(await readFile(shippedModelPath));
  const handlers: JobHandlers = {
    'analysis.batch.v1': useCases.runBatchAnalysis,
    'label.learn.v1': useCases.learnPendingLabels,
    'model.retrain.v1': useCases.retrainModel,
    'maintenance.prune.v1': useCases.prune,
    'maintenance.retention.v1': useCases.runRetention,
    'drift.evaluate.v1': createDriftUseCases(dependencies).evaluate,
    'dataset.import.v1': datasets.importDatasetJob,
    'dataset.verify.v1': datasets.verifyDatasetJob,
  };
  let serial = 0;
  const runJob = async (id: string, signal = new AbortController().signal) => {
    await executeJob({ store, events, clock: systemClock, log: silentLog }, handlers, { jobId: id, signal });
    return useCases.getJob(id);
  };
  return {
    ...{ useCases, datasets, dependencies, measurer, events, pool, dataDir, databaseUrl, runJob },
    async analyse(area, specimen) {
      serial += 1;
      const { image } = await useCases.uploadImage({
        bytes: await scriptedPicture(area, serial),
        fileName: `picture-${serial}.png`,
        context: { specimen },
        username: 'tess',
      });
      const { analysis } = await useCases.analyseImage({ imageId: image.id, username: 'tess' });
      return { imageId: image.id, analysisId: analysis.id, shear: analysis.shearPercent! };
    },
    async learn() {
      const { items } = await useCases.listJobs({ state: 'queued', kind: 'label.learn.v1' }, { limit: 10 });
      if (items.length !== 1) throw new Error(`${items.length} learning jobs wait`);
      return runJob(items[0]!.id);
    },
    async close() {
      await events.close();
      await pool.end();
      if (shared.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
