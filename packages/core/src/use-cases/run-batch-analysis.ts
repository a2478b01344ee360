import type { ImageRecord, JobItemRecord, ModelRecord } from '../domain/records.ts';
import { DomainError, NotFound, Unavailable } from '../errors.ts';
import type { Dependencies } from './dependencies.ts';
import { forEachBounded } from './for-each-bounded.ts';
import { findImage } from './image-use-cases.ts';
import { findJob } from './job-use-cases.ts';
import { measureImage } from './measure-image.ts';
import { chooseModel } from './trials/choose-model.ts';
import type { JobRun } from './use-cases.ts';

/** Pictures are read together with their items; few enough that what is corrected meanwhile counts within seconds. */
const itemsPerRead = 200;
/** How long a process may go on as before after a trial was started or ended. */
const trialKnownForMs = 250;
/** How often a job tells that it moved on. */
const announceIntervalMs = 300;
const busyRetryMs = 200;

/** Measures the waiting pictures of a batch job. A picture's analysis and its mark on the job are one transaction, so after
 * a crash the job goes on where it stopped and no picture is measured twice. An undecodable picture fails alone.
 */
export async function runBatchAnalysis(
  dependencies: Dependencies,
  { jobId, signal }: JobRun,
): Promise<Readonly<Record<string, unknown>>> {
  const { store } = dependencies;
  const job = await findJob(store.rows, jobId);
  const model = await requireModel(dependencies, String(job.payload.model_version));
  const announce = throttledAnnouncement(dependencies, jobId);
  const runningTrial = rememberTrial(dependencies);
  for (;;) {
    const items = await store.rows.jobs.waitingItems(jobId, itemsPerRead);
    if (items.length === 0) break;
    const found = await store.rows.images.findMany(items.map(({ imageId }) => imageId));
    const images = new Map(found.map((image) => [image.id, image]));
    await forEachBounded(items, dependencies.batchConcurrency, signal, async (item, itemSignal) => {
      const image = images.get(item.imageId);
      const request = { item, image, model, runningTrial, username: job.createdBy, signal: itemSignal };
      await asStep(dependencies, item, () => runItem(dependencies, request));
      await announce();
    });
  }
  const { progress } = await findJob(store.rows, jobId);
  return { analysed: progress.done, failed: progress.failed, model_version: model.version };
}

function asStep(
  { traces }: Pick<Dependencies, 'traces'>,
  { imageId }: JobItemRecord,
  work: () => Promise<void>,
): Promise<void> {
  if (traces === undefined) return work();
  return traces.step('analyse picture', { 'mlmcsc.image.id': imageId }, work);
}

async function requireModel({ store }: Dependencies, version: string): Promise<ModelRecord> {
  const model = await store.rows.models.find(version);
  if (model === null) throw new NotFound('model-not-found', `The model ${version} does not exist.`);
  return model;
}

async function runItem(
  dependencies: Dependencies,
  request: {
    item: JobItemRecord;
    image: ImageRecord | undefined;
    model: ModelRecord;
    runningTrial: () => Promise<RunningTrial>;
    username: string;
    signal: AbortSignal;
  },
): Promise<void> {
  const { store, clock } = dependencies;
  const { item, model, username, signal } = request;
  const { jobId, imageId } = item;
  for (;;) {
    try {
      const image = request.image ?? (await findImage(dependencies, imageId));
      const chosen = await chooseModel(dependencies, image, model, await request.runningTrial());
      await measureImage(dependencies, { image, ...chosen, username, signal }, async (rows, analysis) => {
        await rows.jobs.finishItem(jobId, imageId, { analysisId: analysis.id });
      });
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Unavailable && error.code === 'measurer-busy') {
        await clock.sleep(busyRetryMs, signal);
        continue;
      }
      if (!(error instanceof DomainError) || error.retryable) throw error;
      // The picture's own fault: repeating cannot help, and the others go on.
      await store.rows.jobs.finishItem(jobId, imageId, { error: error.detail });
      return;
    }
  }
}

type RunningTrial = Awaited<ReturnType<Dependencies['store']['rows']['trials']['running']>>;

function rememberTrial({ store, clock }: Dependencies): () => Promise<RunningTrial> {
  let known: { readonly at: number; readonly trial: Promise<RunningTrial> } | null = null;
  return async () => {
    const now = clock.now().getTime();
    if (known === null || now - known.at >= trialKnownForMs) {
      known = { at: now, trial: store.rows.trials.running() };
    }
    return known.trial;
  };
}

function throttledAnnouncement({ store, clock }: Dependencies, jobId: string): () => Promise<void> {
  let last = 0;
  return async () => {
    const now = clock.now().getTime();
    if (now - last < announceIntervalMs) return;
    last = now;
    await store.rows.events.publish({ type: 'job.changed', jobId });
  };
}
