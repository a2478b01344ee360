import { fileURLToPath } from 'node:url';
import {
  createDatasetUseCases,
  createDriftTrigger,
  createDriftUseCases,
  createForceCurveUseCases,
  createLaboratoryUseCases,
  createLetterheadUseCases,
  createReportUseCases,
  createSpecimenImports,
  createStudyUseCases,
  createUseCases,
  createWebhookUseCases,
  type Logger,
  printReport,
  readOperations,
} from '@mlmcsc/core';
import { tarArchiver } from '@mlmcsc/platform/archive';
import { openCache } from '@mlmcsc/platform/cache';
import { type Config, sessionSecretOf } from '@mlmcsc/platform/config';
import { ThreadCurveFitter } from '@mlmcsc/platform/curves';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { ThreadPoolMeasurer } from '@mlmcsc/platform/measurer';
import { observeMeasurer, observeObjects, ProcessMetrics } from '@mlmcsc/platform/metrics';
import { FilesystemObjectStore, openObjectStore } from '@mlmcsc/platform/objects';
import { loadPlugIns } from '@mlmcsc/platform/onnx';
import {
  CaughtUpReplica,
  createPool,
  PostgresEventListener,
  PostgresEventLog,
  PostgresIdempotencyStore,
  PostgresStore,
  releasedMigrations,
} from '@mlmcsc/platform/postgres';
import { ThreadReportPrinter } from '@mlmcsc/platform/report-pdf';
import { readDiskSpace, systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { ThreadTables } from '@mlmcsc/platform/tables';
import { traceCarrier } from '@mlmcsc/platform/telemetry';
import { createSecretBox, GuardedWebhookSender } from '@mlmcsc/platform/webhooks';
import type { FastifyBaseLogger } from 'fastify';
import type { ApiDependencies, ApiOptions } from './api-dependencies.ts';
import { composeIdentity } from './compose-identity.ts';
import { observeLabels } from './observe-labels.ts';
import { certificateFilesOf } from './tls/serving-certificate.ts';
import { API_VERSION } from './version.ts';

const DATABASE_CONNECTIONS = 16;
const HEARTBEAT_MS = 15_000;
const WEB_BUILD = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Wires the API; opens connections only when they are used.
 * @throws DomainError when the detector of the configuration does not fit */
export async function compose(config: Config, databaseUrl: string, log: Logger & FastifyBaseLogger) {
  const { files } = await loadPlugIns({ detector: config.detectorFile, backbone: null });
  const secret = await sessionSecretOf(config);
  const cache = await openCache({
    memoryBytes: config.cacheBytes,
    redisUrl: config.redisUrl,
    redisCaFile: config.redisCaFile,
    secret,
    clientName: 'mlmcsc-api',
    log,
  });
  const pool = createPool({
    url: databaseUrl,
    applicationName: 'mlmcsc-api',
    maxConnections: config.databaseConnections ?? DATABASE_CONNECTIONS,
    log,
  });
  const readPool =
    config.databaseReadUrl === null
      ? null
      : createPool({
          url: config.databaseReadUrl,
          applicationName: 'mlmcsc-api-read',
          maxConnections: config.databaseConnections ?? DATABASE_CONNECTIONS,
          // The database itself is the better answer to a replica that is away.
          awayToleranceMs: 0,
          connectTimeoutMs: 1_000,
          log,
        });
  const replica = readPool === null ? null : new CaughtUpReplica(pool, readPool, log);
  const store = new PostgresStore(pool, replica);
  const metrics = new ProcessMetrics('api', API_VERSION);
  const bareObjects = await openObjectStore(config, secret);
  const objects = observeObjects(bareObjects, metrics);
  const curves = new ThreadCurveFitter();
  const tables = new ThreadTables();
  const printer = new ThreadReportPrinter();
  metrics.watchPool('main', pool);
  if (readPool !== null) metrics.watchPool('read', readPool);
  metrics.watchCache(cache.figures);
  const measurer = observeMeasurer(
    new ThreadPoolMeasurer({
      threads: config.measureThreads,
      maxPixels: config.maxImagePixels,
      detector: files.detector,
    }),
    metrics,
    config.measureThreads,
  );
  const events = new PostgresEventListener(config.databaseDirectUrl ?? databaseUrl, log);
  const onMeasured = createDriftTrigger(
    { store, clock: systemClock, ids: uuidV7, traces: traceCarrier },
    config.driftAfterAnalyses,
  );
  const ports = {
    store,
    objects,
    codec: new SharpImageCodec({ maxBytes: config.maxUploadBytes, maxPixels: config.maxImagePixels }),
    measurer,
    cache: cache.cache,
    clock: systemClock,
    ids: uuidV7,
    log,
    traces: traceCarrier,
    onMeasured,
    // Batches are the worker's; the API never runs one.
    batchConcurrency: 1,
    unknownSpecimens: config.unknownSpecimens,
  };
  const plain = createUseCases(ports);
  const useCases = { ...plain, submitLabel: observeLabels(plain.submitLabel, store, metrics) };
  const reports = createReportUseCases({ store, curves, clock: systemClock, ids: uuidV7 });
  const laboratory = createLaboratoryUseCases({ store, clock: systemClock, ids: uuidV7 });
  const readDisk = async () => (config.s3Bucket === null ? readDiskSpace(config.dataDir) : null);
  const dependencies: ApiDependencies = {
    useCases,
    metrics,
    datasets: createDatasetUseCases({ ...ports, archiver: tarArchiver, useCases }),
    ...composeIdentity({ pool, secret, config, log }),
    laboratory,
    forceCurves: createForceCurveUseCases({ store, objects, clock: systemClock, laboratory }),
    studies: createStudyUseCases({ store, clock: systemClock, ids: uuidV7 }),
    curves,
    specimenImports: createSpecimenImports({ store, clock: systemClock, ids: uuidV7 }),
    tables,
    reports,
    letterhead: createLetterheadUseCases(ports),
    printReport: (id) => printReport({ ...ports, reports, printer, publicUrl: config.publicUrl }, id),
    drift: createDriftUseCases({ store, clock: systemClock, ids: uuidV7, traces: traceCarrier }),
    webhooks: createWebhookUseCases({
      ...{ store, clock: systemClock, ids: uuidV7 },
      secrets: createSecretBox(secret),
      sender: new GuardedWebhookSender({
        allowHttp: config.webhookAllowHttp,
        allowedNetworks: config.webhookAllowedNetworks,
      }),
    }),
    idempotency: new PostgresIdempotencyStore(pool),
    store,
    objects,
    localTransfers: bareObjects instanceof FilesystemObjectStore ? bareObjects.transfers : null,
    events,
    counters: cache.counters,
    attempts: cache.attempts,
    checkCache: cache.check,
    eventLog: new PostgresEventLog(pool),
    readOperations: () =>
      readOperations({
        ...{ store, objects, checkCache: cache.check, clock: systemClock, release: API_VERSION },
        ...{ releasedMigrations, readDisk },
      }),
  };
  const options: ApiOptions = {
    logger: log,
    publicUrl: config.publicUrl,
    maxUploadBytes: config.maxUploadBytes,
    uploadMemoryBytes: config.uploadMemoryBytes,
    requestsPerMinute: config.requestsPerMinute,
    webRoot: config.webRoot ?? WEB_BUILD,
    earlierRoutes: config.compatibilityApi,
    trustProxy: config.trustProxy,
    tls: certificateFilesOf(config),
    heartbeatMs: HEARTBEAT_MS,
  };
  return {
    pool,
    readPool,
    store,
    objects,
    cache,
    measurer,
    curves,
    tables,
    printer,
    events,
    useCases,
    metrics,
    dependencies,
    options,
  };
}
