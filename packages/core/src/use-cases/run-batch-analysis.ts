import type { ImageRecord, JobItemRecord, ModelRecord } from '../domain/records.ts';
import { DomainError, NotFound, Unavailable } from '../errors.ts';
import type { Rows } from '../ports/store.ts';
import { createGate } from './create-gate.ts';
import type { Dependencies } from './dependencies.ts';
import { forEachBounded } from './for-each-bounded.ts';
import { gatherWrites } from './gather-writes.ts';
import { findImage } from './image-use-cases.ts';
import { findJob } from './job-use-cases.ts';
import { type MeasuringWays, measureImage } from './measure-image.ts';
import { type NewMeasurement, type StoredMeasurement, storeMeasurements } from './store-measurements.ts';
import { chooseModel } from './trials/choose-model.ts';
import type { JobRun } from './use-cases.ts';

/** Pictures are read together with their items; few enough that what is corrected meanwhile counts within seconds. */
const itemsPerRead = 200;
/** How long a process may go on as before after a trial was started or ended. */
const trialKnownForMs = 250;
/** How often a job tells that it moved on. */
const announceIntervalMs = 150;
const busyRetryMs = 200;
/** Analyses of pictures that are measured within this time are stored together, so many at most. */
const storeTogether = { most: 8, waitMs: 150 };

/** Measures the waiting pictures of a batch job. A picture's analysis and its mark on the job are one transaction, so after a crash the job goes
 * on where it stopped; what was measured in the last moment before it is measured again and stored once. An undecodable picture fails alone.
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
  const ways = {
    through: createGate(dependencies.batchConcurrency),
    store: gatherWrites<NewMeasurement, StoredMeasurement>(
      (measurements) => store.transaction((rows) => storeItems(rows, jobId, measurements)),
      { ...storeTogether, clock: dependencies.clock },
    ),
  };
  for (;;) {
    const items = await store.rows.jobs.waitingItems(jobId, itemsPerRead);
    if (items.length === 0) break;
    const ids = items.map(({ imageId }) => imageId);
    const [found, known] = await Promise.all([
      store.rows.images.findMany(ids),
      store.rows.analyses.areKnown(ids, dependencies.measurer.pipelineVersion),
    ]);
    const images = new Map(found.map((image) => [image.id, image]));
    // While some are measured, others wait to be stored.
    const atOnce = dependencies.batchConcurrency + storeTogether.most;
    await forEachBounded(items, atOnce, signal, async (item, itemSignal) => {
      const image = images.get(item.imageId);
      const isNew = !known.has(item.imageId);
      const request = {
        item,
        image,
        isNew,
        model,
        runningTrial,
        username: job.createdBy,
        signal: itemSignal,
      };
      await asStep(dependencies, item, () => runItem(dependencies, request, ways));
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
    isNew: boolean;
    model: ModelRecord;
    runningTrial: () => Promise<RunningTrial>;
    username: string;
    signal: AbortSignal;
  },
  ways: MeasuringWays,
): Promise<void> {
  const { store, clock } = dependencies;
  const { item, model, isNew, username, signal } = request;
  const { jobId, imageId } = item;
  const finish = (outcome: { analysisId: string } | { error: string }) =>
    store.rows.jobs.finishItems(jobId, [{ imageId, outcome }]);
  for (;;) {
    try {
      const image = request.image ?? (await findImage(dependencies, imageId));
      const chosen = await chooseModel(dependencies, image, model, await request.runningTrial());
      const measured = await measureImage(dependencies, { image, isNew, ...chosen, username, signal }, ways);
      // A new one was marked in the transaction that stored it.
      if (!measured.created) await finish({ analysisId: measured.analysis.id });
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Unavailable && error.code === 'measurer-busy') {
        await clock.sleep(busyRetryMs, signal);
        continue;
      }
      if (!(error instanceof DomainError) || error.retryable) throw error;
      // The picture's own fault: repeating cannot help, and the others go on.
      await finish({ error: error.detail });
      return;
    }
  }
}

/** New analyses and their marks on the job, in the transaction of the rows. */
async function storeItems(
  rows: Rows,
  jobId: string,
  measurements: readonly NewMeasurement[],
): Promise<readonly StoredMeasurement[]> {
  const stored = await storeMeasurements(rows, measurements);
  const outcomes = stored.flatMap(({ analysis: { id, imageId }, created }) =>
    created ? [{ imageId, outcome: { analysisId: id } }] : [],
  );
  if (outcomes.length > 0) await rows.jobs.finishItems(jobId, outcomes);
  return stored;
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
