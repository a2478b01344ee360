import type { JobKind, JobPriority, JobRecord } from '../domain/records.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { JOB_KIND_RULES } from '../jobs/job-kinds.ts';
import type { Rows } from '../ports/store.ts';
import { formatTraceparent } from '../trace/trace-context.ts';
import type { Dependencies } from './dependencies.ts';
import { requireChampion } from './measure-image.ts';
import type { DeadJobsOutcome, DeadJobsRequest, UseCases } from './use-cases.ts';

const idsPerLookup = 1000;
/** One call holds as many row locks. */
const deadPerCall = 500;

/** What looking after jobs needs; commands have no more. */
export type JobDependencies = Pick<Dependencies, 'store' | 'clock' | 'ids' | 'traces'>;

/** Work for the workers: started, watched, cancelled and run again. */
export function createJobUseCases(
  dependencies: JobDependencies,
): Pick<
  UseCases,
  | 'startBatchAnalysis'
  | 'startRetraining'
  | 'getJob'
  | 'listJobs'
  | 'listJobItems'
  | 'cancelJob'
  | 'rerunJob'
  | 'jobStatistics'
  | 'rerunDeadJobs'
  | 'discardDeadJobs'
> {
  const { store, clock } = dependencies;
  return {
    async startBatchAnalysis({ id, imageIds, username, priority }) {
      const unique = [...new Set(imageIds)];
      if (unique.length === 0) throw new InvalidInput('no-images', 'Name at least one image.');
      await requireImages(dependencies, unique);
      // One model for the whole series, also when another becomes champion meanwhile.
      const model = await requireChampion(dependencies);
      const job = newJob(dependencies, 'analysis.batch.v1', username, {
        id,
        payload: { model_version: model.version },
        total: unique.length,
        priority,
      });
      return store.transaction(async (rows) => {
        const known = id == null ? null : await rows.jobs.find(id);
        if (known !== null) return known;
        await rows.jobs.insert(job, unique);
        await enqueue(rows, job);
        await recordJob(rows, 'job.started', username, job);
        return job;
      });
    },
    startRetraining: ({ username, priority }) =>
      store.transaction(async (rows) => {
        const { job, created } = await enqueueRetraining(dependencies, rows, username, priority);
        if (created) await recordJob(rows, 'job.started', username, job);
        return job;
      }),
    getJob: (id) => findJob(store.rows, id),
    listJobs: (filter, page) => store.rows.jobs.list(filter, page),
    async listJobItems(jobId, page) {
      await findJob(store.rows, jobId);
      return store.rows.jobs.items(jobId, page);
    },
    cancelJob: (id, username) =>
      store.transaction(async (rows) => {
        const cancelled = await rows.jobs.transition(id, {
          from: ['queued', 'retrying', 'running'],
          to: 'cancelled',
          at: clock.now(),
        });
        if (cancelled === null) {
          const { state } = await findJob(rows, id);
          throw new Conflict('job-finished', `The job is ${state} already.`);
        }
        await rows.queue.remove(id);
        await recordJob(rows, 'job.cancelled', username, cancelled);
        await rows.events.publish({ type: 'job.changed', jobId: id });
        return cancelled;
      }),
    rerunJob: (id, username) =>
      store.transaction(async (rows) => {
        const queued = await queueAgain(rows, id, ['dead', 'cancelled'], clock.now());
        if (queued === null) {
          const { state } = await findJob(rows, id);
          throw new Conflict(
            'job-not-rerunnable',
            `Only a dead or cancelled job is run again; this one is ${state}.`,
          );
        }
        await recordJob(rows, 'job.rerun', username, queued);
        return queued;
      }),
    async jobStatistics() {
      const at = clock.now();
      return { at, figures: await store.rows.jobs.statistics(at) };
    },
    rerunDeadJobs: (request) =>
      changeDeadJobs(dependencies, request, async (rows, job) => {
        const queued = await queueAgain(rows, job.id, ['dead'], clock.now());
        if (queued !== null) await recordJob(rows, 'job.rerun', request.username, queued);
      }),
    async discardDeadJobs({ reason, ...request }) {
      const why = reason.trim();
      if (why === '') throw new InvalidInput('reason-missing', 'Say why the jobs are discarded.');
      return changeDeadJobs(dependencies, request, async (rows, job) => {
        await rows.jobs.transition(job.id, {
          from: ['dead'],
          to: 'cancelled',
          at: clock.now(),
          closedReason: why,
        });
        await recordJob(rows, 'job.discarded', request.username, job, { reason: why });
        await rows.events.publish({ type: 'job.changed', jobId: job.id });
      });
    },
  };
}

/** Changes the oldest dead jobs in one transaction, so a call is done as a whole or not at all. */
async function changeDeadJobs(
  { store, clock }: JobDependencies,
  { kinds, before }: DeadJobsRequest,
  change: (rows: Rows, job: JobRecord) => Promise<void>,
): Promise<DeadJobsOutcome> {
  return store.transaction(async (rows) => {
    const found = await rows.jobs.dead(kinds, before ?? clock.now(), deadPerCall + 1);
    const dead = found.slice(0, deadPerCall);
    for (const job of dead) await change(rows, job);
    return { changed: dead.length, hasMore: found.length > dead.length };
  });
}

/** Null when the job is in none of the states `from`. */
async function queueAgain(
  rows: Rows,
  id: string,
  from: readonly JobRecord['state'][],
  at: Date,
): Promise<JobRecord | null> {
  const fresh = { error: null, attempts: 0, closedReason: null } as const;
  const queued = await rows.jobs.transition(id, { from, to: 'queued', at, ...fresh });
  if (queued === null) return null;
  await rows.jobs.resetFailedItems(id);
  await enqueue(rows, queued);
  return findJob(rows, id);
}

/** A learning job for labels of this transaction: the one that waits already, or a new one. */
export async function enqueueLearning(
  dependencies: JobDependencies,
  rows: Rows,
  username: string,
): Promise<void> {
  const wanted = newJob(dependencies, 'label.learn.v1', username);
  const { job, created } = await rows.jobs.insertUnlessPending(wanted);
  if (created) await enqueue(rows, job);
}

/** The retraining that waits already, or a new one. */
export async function enqueueRetraining(
  dependencies: JobDependencies,
  rows: Rows,
  username: string,
  priority?: JobPriority,
): Promise<{ job: JobRecord; created: boolean }> {
  const wanted = newJob(dependencies, 'model.retrain.v1', username, { priority });
  const { job, created } = await rows.jobs.insertUnlessPending(wanted);
  if (created) await enqueue(rows, job);
  return { job, created };
}

async function recordJob(
  rows: Rows,
  action: 'job.started' | 'job.cancelled' | 'job.rerun' | 'job.discarded',
  username: string,
  { id, kind, progress }: JobRecord,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  await rows.audit.append({
    action,
    actor: username,
    subject: { kind: 'job', id },
    details: { kind, total: progress.total, ...more },
  });
}

/** @throws NotFound `job-not-found` */
export async function findJob(rows: Rows, id: string): Promise<JobRecord> {
  const job = await rows.jobs.find(id);
  if (job === null) throw new NotFound('job-not-found', `There is no job ${id}.`);
  return job;
}

export async function enqueue(rows: Rows, job: JobRecord): Promise<void> {
  await rows.queue.enqueue({ kind: job.kind, jobId: job.id, priority: job.priority });
  await rows.events.publish({ type: 'job.changed', jobId: job.id });
}

export function newJob(
  { ids, clock, traces }: Pick<JobDependencies, 'ids' | 'clock' | 'traces'>,
  kind: JobKind,
  username: string,
  {
    id,
    payload = {},
    total = 0,
    priority = 'normal',
  }: {
    readonly id?: string | null | undefined;
    readonly payload?: Readonly<Record<string, unknown>>;
    readonly total?: number;
    readonly priority?: JobPriority | undefined;
  } = {},
): JobRecord {
  const now = clock.now();
  const trace = traces?.current() ?? null;
  return {
    id: id ?? ids.next(),
    kind,
    state: 'queued',
    priority,
    payload,
    progress: { done: 0, failed: 0, total },
    stage: null,
    attempts: 0,
    runs: 0,
    maxAttempts: JOB_KIND_RULES[kind].maxAttempts,
    error: null,
    result: null,
    traceparent: trace === null ? null : formatTraceparent(trace),
    closedReason: null,
    createdBy: username,
    createdAt: now,
    availableAt: now,
    startedAt: null,
    finishedAt: null,
  };
}

async function requireImages({ store }: JobDependencies, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += idsPerLookup) {
    const part = ids.slice(start, start + idsPerLookup);
    const known = new Set((await store.rows.images.findMany(part)).map((image) => image.id));
    const unknown = part.find((id) => !known.has(id.toLowerCase()));
    if (unknown !== undefined) throw new NotFound('image-not-found', `There is no image ${unknown}.`);
  }
}
