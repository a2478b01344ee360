import { createJobUseCases, JOB_KIND_RULES, type JobKind, type JobRecord, type JobState } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { createPool, migrate, PostgresStore } from '@mlmcsc/platform/postgres';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { asOperator } from '../console/operator.ts';
import { quietLog } from '../console/quiet-log.ts';
import { withDatabase } from '../up/reach-database.ts';

/** Who appears in the audit trail for what is done on the command line. */
const actor = 'system';

type JobUseCases = ReturnType<typeof createJobUseCases>;

const withJobs = <T>(config: Config, work: (jobs: JobUseCases) => Promise<T>): Promise<T> =>
  withDatabase(config, quietLog, async ({ url }) => {
    await migrate(url, quietLog);
    const pool = createPool({ url, applicationName: 'mlmcsc-cli', maxConnections: 2, log: quietLog });
    try {
      const store = new PostgresStore(pool);
      return await asOperator(() => work(createJobUseCases({ store, clock: systemClock, ids: uuidV7 })));
    } finally {
      await pool.end();
    }
  });

const print = (text: string) => process.stdout.write(`${text}\n`);

const lineOf = (job: JobRecord) => {
  const { done, failed, total } = job.progress;
  const progress = total === 0 ? '' : `${done + failed}/${total}`;
  return `${job.id}  ${job.kind.padEnd(20)}  ${job.state.padEnd(9)}  ${progress.padEnd(11)}  ${job.createdAt.toISOString()}`;
};

/** `mlmcsc jobs list`: newest first. */
export async function listJobs(
  config: Config,
  { state, kind, limit }: { state?: JobState; kind?: JobKind; limit: number },
): Promise<void> {
  const { items } = await withJobs(config, (jobs) => jobs.listJobs({ state, kind }, { limit }));
  for (const job of items) print(lineOf(job));
}

export async function showJob(config: Config, id: string): Promise<void> {
  const job = await withJobs(config, (jobs) => jobs.getJob(id));
  const { payload: _payload, ...shown } = job;
  print(JSON.stringify(shown, null, 2));
}

export async function cancelJob(config: Config, id: string): Promise<void> {
  print(lineOf(await withJobs(config, (jobs) => jobs.cancelJob(id, actor))));
}

export async function rerunJob(config: Config, id: string): Promise<void> {
  print(lineOf(await withJobs(config, (jobs) => jobs.rerunJob(id, actor))));
}

/** `mlmcsc jobs statistics`: one line for each kind and priority that has any. */
export async function showJobStatistics(config: Config): Promise<void> {
  const { at, figures } = await withJobs(config, (jobs) => jobs.jobStatistics());
  print('kind                  priority  lane         queued  retrying  running  dead  oldest waiting');
  for (const one of figures) {
    const age =
      one.waitingSince === null
        ? '–'
        : `${((at.getTime() - one.waitingSince.getTime()) / 1000).toFixed(1)} s`;
    print(
      `${one.kind.padEnd(20)}  ${one.priority.padEnd(8)}  ${JOB_KIND_RULES[one.kind].lane.padEnd(11)}  ` +
        `${String(one.queued).padStart(6)}  ${String(one.retrying).padStart(8)}  ${String(one.running).padStart(7)}  ` +
        `${String(one.dead).padStart(4)}  ${age}`,
    );
  }
}
