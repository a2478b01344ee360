import { JobKind } from '@mlmcsc/contracts';
import {
  Conflict,
  executeJob,
  InvalidInput,
  JOB_KIND_RULES,
  type JobHandlers,
  type JobLane,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { serveMetrics } from '@mlmcsc/platform/metrics';
import { tellWhetherUsable } from '@mlmcsc/platform/objects';
import { waitForDatabase } from '@mlmcsc/platform/postgres';
import { type QueueLane, startQueueRunner } from '@mlmcsc/platform/queue';
import { systemClock } from '@mlmcsc/platform/system';
import { createLogger, traceCarrier } from '@mlmcsc/platform/telemetry';
import { startTracing } from '@mlmcsc/platform/tracing';
import packageJson from '../package.json' with { type: 'json' };
import { answerTrials } from './answer-trials.ts';
import { compose } from './compose.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { keepBackups } from './keep-backups.ts';
import { keepHealthFile } from './keep-health-file.ts';
import { keepSchedules } from './keep-schedules.ts';
import { tellInstallation } from './tell-installation.ts';

export interface RunningWorker {
  /** Settles when the worker ends, by `close()` or because it could not go on (rejects). */
  readonly ended: Promise<void>;
  /** Takes no more jobs, lets short ones end, hands long ones back, closes everything. */
  close(): Promise<void>;
}

/** Starts a worker. The database is waited for; Redis and objects may be away.
 * @throws InvalidInput `database-url-missing`; Conflict `job-handlers`; Unavailable
 */
export async function startWorker(config: Config): Promise<RunningWorker> {
  const { version } = packageJson;
  const log = createLogger({ service: 'mlmcsc-worker', version, level: config.logLevel });
  const { databaseUrl } = config;
  if (databaseUrl === null) {
    throw new InvalidInput(
      'database-url-missing',
      'MLMCSC_DATABASE_URL must be set for a worker of its own; `mlmcsc up` starts one with an embedded database.',
    );
  }
  const stopTracing = await startTracing({ config, service: 'mlmcsc-worker', version, log });
  const kinds = JobKind.anyOf.map((literal) => literal.const);
  const composed = await compose(config, databaseUrl, log);
  const { pool, store, objects, cache, measurer, computer, useCases, handlers, events, webhooks, metrics } =
    composed;
  let stopMetrics = async () => {};
  requireOneHandlerEach(kinds, handlers);
  try {
    const directUrl = config.databaseDirectUrl ?? databaseUrl;
    await waitForDatabase({ waitMs: config.startWaitMs, log, check: () => store.check(), directUrl });
    await Promise.all([tellWhetherUsable(objects, log), cache.start()]);
    await events.start();
    await useCases.installSchedules();
    if (config.metricsPort !== null) {
      const server = await serveMetrics(metrics, {
        ...{ host: config.metricsHost, port: config.metricsPort },
        checkReady: () => store.check(),
      });
      stopMetrics = () => server.close();
    }
    const dependencies = { store, events, clock: systemClock, log, traces: traceCarrier };
    const lanes = lanesOf(kinds, config);
    const runner = await startQueueRunner({
      url: directUrl,
      lanes,
      run: (entry) => executeJob(dependencies, handlers, entry),
      log,
    });
    for (const { name: lane, concurrency } of lanes) {
      metrics.set('mlmcsc_worker_slots', { lane }, concurrency);
      metrics.set('mlmcsc_worker_slots_busy', { lane }, 0);
    }
    const stopSchedules = keepSchedules(useCases, log);
    const backupPlan =
      config.backupTarget === null
        ? null
        : {
            everySeconds: config.backupIntervalMinutes * 60,
            provedEverySeconds: config.backupVerifyHours * 3600,
          };
    const stopTelling = config.workerLanes.includes('maintenance')
      ? tellInstallation({ useCases, store, metrics, backupPlan, clock: systemClock, log })
      : () => {};
    const stopWebhooks = config.workerLanes.includes('webhooks')
      ? deliverWebhooks({ dependencies: webhooks, events, traces: traceCarrier })
      : async () => {};
    // Some need the pictures measured again: work for those who measure.
    const stopTrials = config.workerLanes.includes('batch')
      ? answerTrials({ useCases, events, log })
      : async () => {};
    const { backupTarget } = config;
    const stopBackups =
      backupTarget !== null && config.workerLanes.includes('maintenance')
        ? keepBackups({
            ...{ config: { ...config, backupTarget }, databaseUrl: directUrl, objects, log },
            runs: composed.backupRuns,
          })
        : async () => {};
    const stopHealthFile = keepHealthFile(config.healthFile, store, log);
    log.info({ worker_ids: runner.workerIds, lanes }, 'worker ready');
    let closing: Promise<void> | null = null;
    const close = async () => {
      stopHealthFile();
      stopTelling();
      await Promise.all([stopSchedules(), stopWebhooks(), stopTrials(), stopBackups()]);
      await runner.stop();
      await closeAll();
      log.info({ worker_ids: runner.workerIds }, 'worker stopped');
    };
    return {
      ended: runner.ended,
      close() {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }

  async function closeAll(): Promise<void> {
    await stopMetrics();
    await measurer.close();
    await computer.close();
    await events.close();
    await cache.close();
    await pool.end();
    await objects.close();
    await stopTracing();
  }
}

/** The lanes that this worker serves, each with slots of its own. */
function lanesOf(kinds: readonly JobKind[], config: Pick<Config, 'workerLanes' | 'workerConcurrency'>) {
  const slots: Readonly<Record<JobLane, number>> = {
    batch: config.workerConcurrency,
    learning: 1,
    maintenance: 1,
  };
  return (Object.keys(slots) as JobLane[])
    .filter((lane) => config.workerLanes.includes(lane))
    .map((lane): QueueLane & { readonly name: JobLane } => ({
      name: lane,
      kinds: kinds.filter((kind) => JOB_KIND_RULES[kind].lane === lane),
      concurrency: slots[lane],
    }));
}

/** @throws Conflict `job-handlers` */
function requireOneHandlerEach(kinds: readonly string[], handlers: JobHandlers): void {
  const handled = Object.keys(handlers);
  const missing = kinds.filter((kind) => !handled.includes(kind));
  const unknown = handled.filter((kind) => !kinds.includes(kind));
  if (missing.length + unknown.length > 0) {
    throw new Conflict(
      'job-handlers',
      `Every kind of job needs exactly one handler (missing: ${missing.join(', ') || 'none'}; unknown: ${unknown.join(', ') || 'none'}).`,
    );
  }
}
