import {
  COMPONENT_REASONS,
  createJobUseCases,
  type JobRecord,
  type OperationsReport,
  readOperations,
  toDeepJsonNames,
} from '@mlmcsc/core';
import { openCache } from '@mlmcsc/platform/cache';
import { type Config, sessionSecretOf } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { type PostgresStore, releasedMigrations } from '@mlmcsc/platform/postgres';
import { readDiskSpace, systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { exitCodes } from '../console/command-failure.ts';
import { quietLog } from '../console/quiet-log.ts';
import { statusLines } from '../report/status-text.ts';
import { withStore } from './with-store.ts';

/** Running jobs that are shown; the figures count all. */
const jobsShown = 20;

/** `mlmcsc status`: how the installation stands, as the page Operations shows it. @returns the exit code: 1 when a component failed */
export const showStatus = (
  config: Config,
  release: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> =>
  withStore(config, async (store) => {
    const report = await read(config, store, release);
    const jobs = createJobUseCases({ store, clock: systemClock, ids: uuidV7 });
    const { items: running } = await jobs.listJobs({ state: 'running' }, { limit: jobsShown });
    const lines = json ? [JSON.stringify(shown(report, running))] : statusLines(report, running);
    for (const line of lines) process.stdout.write(`${line}\n`);
    return report.status === 'failed' ? exitCodes.failed : exitCodes.ok;
  });

async function read(config: Config, store: PostgresStore, release: string): Promise<OperationsReport> {
  const objects = await openObjectStore(config);
  const cache = await openCache({
    ...{ memoryBytes: 0, redisUrl: config.redisUrl, redisCaFile: config.redisCaFile },
    secret: config.redisUrl === null ? '' : await sessionSecretOf(config),
    ...{ clientName: 'mlmcsc-cli', log: quietLog },
  });
  try {
    await cache.start();
    return await readOperations({
      ...{ store, objects, checkCache: cache.check, clock: systemClock, release, releasedMigrations },
      readDisk: async () => (config.s3Bucket === null ? readDiskSpace(config.dataDir) : null),
    });
  } finally {
    await cache.close();
    await objects.close();
  }
}

const shown = (report: OperationsReport, running: readonly JobRecord[]) =>
  toDeepJsonNames({
    ...report,
    components: report.components.map((one) => ({
      ...one,
      detail: one.reason === null ? null : COMPONENT_REASONS[one.reason],
    })),
    running: running.map(({ id, kind, stage, progress, startedAt }) => ({
      ...{ id, kind, stage, progress, startedAt },
    })),
  });
