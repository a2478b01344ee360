import type { JobKind, JobRecord } from '../domain/records.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Rows } from '../ports/store.ts';
import type { Dependencies } from './dependencies.ts';
import { requireChampion } from './measure-image.ts';
import type { UseCases } from './use-cases.ts';

const maxAttempts: Readonly<Record<JobKind, number>> = {
  'analysis.batch.v1': 8,
  'label.learn.v1': 8,
  'model.retrain.v1': 5,
};
const idsPerLookup = 1000;

/** Work for the workers: started, watched, cancelled and run again. */
export function createJobUseCases(
  dependencies: Dependencies,
): Pick<
  UseCases,
  'startBatchAnalysis' | 'startRetraining' | 'getJob' | 'listJobs' | 'listJobItems' | 'cancelJob' | 'rerunJob'
> {
  const { store, clock } = dependencies;
  return {
    async startBatchAnalysis({ imageIds, username }) {
      const unique = [...new Set(imageIds)];
      if (unique.length === 0) throw new InvalidInput('no-images', 'Name at least one image.');
      await requireImages(dependencies, unique);
      // One model for the whole series, also when another becomes champion meanwhile.
      const model = await requireChampion(dependencies);
      const job = newJob(dependencies, 'analysis.batch.v1', username, {
        payload: { model_version: model.version },
        total: unique.length,
      });
      return store.transaction(async (rows) => {
        await rows.jobs.insert(job, unique);
        await enqueue(rows, job);
        await recordJob(rows, 'job.started', username, job);
        return job;
      });
    },
    startRetraining: ({ username }) =>
      store.transaction(async (rows) => {
        const { job, created } = await enqueueRetraining(dependencies, rows, username);
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
        const change = { from: ['dead', 'cancelled'], to: 'queued', at: clock.now() } as const;
        const queued = await rows.jobs.transition(id, { ...change, error: null, attempts: 0 });
        if (queued === null) {
          const { state } = await findJob(rows, id);
          throw new Conflict(
            'job-not-rerunnable',
            `Only a dead or cancelled job is run again; this one is ${state}.`,
          );
        }
        await rows.jobs.resetFailedItems(id);
        await enqueue(rows, queued);
        await recordJob(rows, 'job.rerun', username, queued);
        return findJob(rows, id);
      }),
  };
}

/** A learning job for labels of this transaction: the one that waits already, or a new one. */
export async function enqueueLearning(
  dependencies: Dependencies,
  rows: Rows,
  username: string,
): Promise<void> {
  const wanted = newJob(dependencies, 'label.learn.v1', username);
  const { job, created } = await rows.jobs.insertUnlessPending(wanted);
  if (created) await enqueue(rows, job);
}

/** The retraining that waits already, or a new one. */
export async function enqueueRetraining(
  dependencies: Dependencies,
  rows: Rows,
  username: string,
): Promise<{ job: JobRecord; created: boolean }> {
  const wanted = newJob(dependencies, 'model.retrain.v1', username);
  const { job, created } = await rows.jobs.insertUnlessPending(wanted);
  if (created) await enqueue(rows, job);
  return { job, created };
}

async function recordJob(
  rows: Rows,
  action: 'job.started' | 'job.cancelled' | 'job.rerun',
  username: string,
  { id, kind, progress }: JobRecord,
): Promise<void> {
  await rows.audit.append({
    action,
    actor: username,
    subject: { kind: 'job', id },
    details: { kind, total: progress.total },
  });
}

/** @throws NotFound `job-not-found` */
export async function findJob(rows: Rows, id: string): Promise<JobRecord> {
  const job = await rows.jobs.find(id);
  if (job === null) throw new NotFound('job-not-found', `There is no job ${id}.`);
  return job;
}

async function enqueue(rows: Rows, job: JobRecord): Promise<void> {
  await rows.queue.enqueue({ kind: job.kind, jobId: job.id });
  await rows.events.publish({ type: 'job.changed', jobId: job.id });
}

function newJob(
  { ids, clock }: Dependencies,
  kind: JobKind,
  username: string,
  { payload = {}, total = 0 }: { payload?: Record<string, unknown>; total?: number } = {},
): JobRecord {
  return {
    id: ids.next(),
    kind,
    state: 'queued',
    payload,
    progress: { done: 0, failed: 0, total },
    attempts: 0,
    maxAttempts: maxAttempts[kind],
    error: null,
    result: null,
    createdBy: username,
    createdAt: clock.now(),
    startedAt: null,
    finishedAt: null,
  };
}

async function requireImages({ store }: Dependencies, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += idsPerLookup) {
    const part = ids.slice(start, start + idsPerLookup);
    const known = new Set((await store.rows.images.findMany(part)).map((image) => image.id));
    const unknown = part.find((id) => !known.has(id.toLowerCase()));
    if (unknown !== undefined) throw new NotFound('image-not-found', `There is no image ${unknown}.`);
  }
}
