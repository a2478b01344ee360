import {
  createDatasetUseCases,
  createDriftTrigger,
  createDriftUseCases,
  createUseCases,
  driftSignalNames,
  type JobHandlers,
  type JobKind,
  type Logger,
  type WebhookDeliveryDependencies,
} from '@mlmcsc/core';
import { tarArchiver } from '@mlmcsc/platform/archive';
import { openCache } from '@mlmcsc/platform/cache';
import { type Config, sessionSecretOf } from '@mlmcsc/platform/config';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { ThreadLearningComputer } from '@mlmcsc/platform/learner';
import { ThreadPoolMeasurer } from '@mlmcsc/platform/measurer';
import { observeMeasurer, observeObjects, ProcessMetrics } from '@mlmcsc/platform/metrics';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { loadPlugIns } from '@mlmcsc/platform/onnx';
import {
  createPool,
  PostgresBackupRuns,
  PostgresEventListener,
  PostgresStore,
} from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { traceCarrier } from '@mlmcsc/platform/telemetry';
import { createSecretBox, GuardedWebhookSender } from '@mlmcsc/platform/webhooks';
import packageJson from '../package.json' with { type: 'json' };
import { observeJobs } from './observe-jobs.ts';
import { readInstallation } from './read-installation.ts';

/** Connections besides those of the queue: items of batch jobs, settling, health. */
const spareConnections = 4;

/** Wires the worker; opens connections only when they are used.
 * @throws DomainError when the detector of the configuration does not fit */
export async function compose(config: Config, databaseUrl: string, log: Logger) {
  // One picture more than threads: while one is measured the next is read from the disk.
  const batchConcurrency = config.measureThreads + 1;
  const { files } = await loadPlugIns({ detector: config.detectorFile, backbone: null });
  const cache = await openCache({
    memoryBytes: config.cacheBytes,
    redisUrl: config.redisUrl,
    redisCaFile: config.redisCaFile,
    secret: config.redisUrl === null ? '' : await sessionSecretOf(config),
    clientName: 'mlmcsc-worker',
    log,
  });
  const pool = createPool({
    url: databaseUrl,
    applicationName: 'mlmcsc-worker',
    maxConnections: config.databaseConnections ?? batchConcurrency + spareConnections,
    log,
  });
  const store = new PostgresStore(pool);
  const metrics = new ProcessMetrics('worker', packageJson.version);
  const objects = observeObjects(await openObjectStore(config), metrics);
  metrics.watchPool('main', pool);
  metrics.watchCache(cache.figures);
  const threads = new ThreadPoolMeasurer({
    threads: config.measureThreads,
    maxPixels: config.maxImagePixels,
    detector: files.detector,
    // Jobs bound themselves; together they may offer this much.
    longestQueue: batchConcurrency * config.workerConcurrency,
  });
  const measurer = observeMeasurer(threads, metrics, config.measureThreads);
  const computer = new ThreadLearningComputer();
  const onMeasured = createDriftTrigger(
    { store, clock: systemClock, ids: uuidV7, traces: traceCarrier },
    config.driftAfterAnalyses,
  );
  const ports = {
    store,
    objects,
    codec: new SharpImageCodec({ maxBytes: config.maxUploadBytes, maxPixels: config.maxImagePixels }),
    measurer,
    computer,
    cache: cache.cache,
    clock: systemClock,
    ids: uuidV7,
    log,
    traces: traceCarrier,
    onMeasured,
    batchConcurrency,
    pruneAfterMs: { 'finished-jobs': config.jobRetentionDays * 86_400_000 },
  };
  const useCases = createUseCases(ports);
  const datasets = createDatasetUseCases({ ...ports, archiver: tarArchiver, useCases });
  const drift = createDriftUseCases(ports);
  const handlers: JobHandlers = {
    'analysis.batch.v1': useCases.runBatchAnalysis,
    'label.learn.v1': useCases.learnPendingLabels,
    'model.retrain.v1': useCases.retrainModel,
    'maintenance.prune.v1': useCases.prune,
    'maintenance.retention.v1': useCases.runRetention,
    'drift.evaluate.v1': drift.evaluate,
    'dataset.import.v1': datasets.importDatasetJob,
    'dataset.verify.v1': datasets.verifyDatasetJob,
  };
  metrics.watchDrift(driftSignalNames, drift.openFindings, drift.scores);
  metrics.watchInstallation(readInstallation(store, systemClock));
  metrics.watchJobs(Object.keys(handlers) as JobKind[], useCases.jobStatistics);
  const backupRuns = new PostgresBackupRuns(pool);
  const backupIntervalSeconds = config.backupTarget === null ? 0 : config.backupIntervalMinutes * 60;
  metrics.watchBackups(() => backupRuns.summary(), backupIntervalSeconds);
  const events = new PostgresEventListener(config.databaseDirectUrl ?? databaseUrl, log);
  const webhooks: WebhookDeliveryDependencies = {
    ...{ store, log, clock: systemClock },
    secrets: createSecretBox(await sessionSecretOf(config)),
    sender: new GuardedWebhookSender({
      allowHttp: config.webhookAllowHttp,
      allowedNetworks: config.webhookAllowedNetworks,
    }),
  };
  return {
    ...{ backupRuns, webhooks, pool, store, objects, cache, measurer, computer, useCases, events, metrics },
    handlers: observeJobs(handlers, metrics),
  };
}
