import type { Analysis, Image, ImageContext, Job, JobItem } from '@mlmcsc/contracts';
import { runLimited } from '../../shared/state/run-limited.ts';
import type { Store } from '../../shared/state/store.ts';
import { appendItems, changeItem, type QueueItem, type QueueSnapshot, removeItem } from './intake-queue.ts';
import type { KeptPicture, Outbox } from './outbox.ts';
import { text } from './texts/text.ts';

/** Up to this many pictures are analysed at once and shown as they come; more become a batch job of the worker. */
export const LARGEST_IMMEDIATE_COUNT = 4;
/** Most pictures one batch job may name. */
export const LARGEST_BATCH_COUNT = 5000;
const IMMEDIATE_LANES = 2;
const UPLOAD_LANES = 3;

/** What the controller asks of the server. */
export interface IntakeGateway {
  uploadImage(file: File, context: ImageContext): Promise<Image>;
  /** @param key - the same for every attempt at one picture */
  createAnalysis(imageId: string, key: string): Promise<Analysis>;
  createBatch(imageIds: readonly string[]): Promise<Job>;
  listJobItems(jobId: string): Promise<readonly JobItem[]>;
  /** Calls back with the job now and whenever it changes, until the returned function is called. */
  watchJob(jobId: string, onChange: (job: Job) => void): () => void;
}

export interface IntakeControllerOptions {
  readonly store: Store<QueueSnapshot>;
  readonly gateway: IntakeGateway;
  /** Keeps pictures that are on the way through a reload of the page. */
  readonly outbox: Outbox;
  readonly describeError: (error: unknown) => string;
  /** Whether nothing is wrong with the picture, but the server cannot be reached now. */
  readonly isAway: (error: unknown) => boolean;
  /** Called when a picture has to wait: try `flush` again later. */
  readonly onHeld: (error: unknown) => void;
  /** Called for every failure, so that an ended session leads to the sign-in page. */
  readonly onError: (error: unknown) => void;
  readonly createKey: () => string;
}

export interface IntakeController {
  /** Takes pictures in; resolves when all are uploaded and, if few, analysed. Never rejects. */
  add(files: readonly File[], context: ImageContext): Promise<void>;
  /** Tries a failed picture again, from the step that failed. */
  retry(key: string): Promise<void>;
  remove(key: string): void;
  /** Empties the queue, except of pictures that the server could not be given yet. */
  clear(): void;
  /** Empties the queue for somebody else; what waits here stays in the outbox of its owner. */
  leave(): void;
  /** Sends what waits for the server. */
  flush(): Promise<void>;
  /** Brings back what waited for the server before the page was loaded. */
  restore(): Promise<void>;
  /** Follows the jobs of pictures that are still being analysed, after a reload. */
  resume(): void;
  /** Puts pictures of a job into the queue. */
  openJob(jobId: string, imageIds: readonly string[]): void;
}

/** Leads pictures from the file chooser to their analyses; knows neither the page nor the network. */
export function createIntakeController(options: IntakeControllerOptions): IntakeController {
  const { store, gateway } = options;
  const files = new Map<string, Pick<KeptPicture, 'file' | 'context'>>();
  const watched = new Map<string, () => void>();

  const change = (key: string, values: Partial<QueueItem>) =>
    store.update((queue) => changeItem(queue, key, values));
  const find = (key: string) => store.get().items.find((item) => item.key === key);
  const forget = (key: string) => void options.outbox.forget(key);
  const fail = (keys: readonly string[], error: unknown) => {
    if (options.isAway(error)) {
      for (const key of keys) change(key, { state: 'held', error: null });
      options.onHeld(error);
      return options.onError(error);
    }
    for (const key of keys) change(key, { state: 'failed', error: options.describeError(error) });
    options.onError(error);
  };

  async function upload(key: string): Promise<void> {
    const source = files.get(key);
    const item = find(key);
    if (item !== undefined && item.imageId !== null) return change(key, { state: 'uploaded', error: null });
    if (source === undefined || item === undefined) return;
    change(key, { state: 'uploading', error: null });
    try {
      const image = await gateway.uploadImage(source.file, source.context);
      change(key, { state: 'uploaded', imageId: image.id });
      files.delete(key);
    } catch (error) {
      fail([key], error);
    }
  }

  async function analyse(key: string): Promise<void> {
    const imageId = find(key)?.imageId ?? null;
    if (imageId === null) return;
    change(key, { state: 'analysing', error: null });
    try {
      const analysis = await gateway.createAnalysis(imageId, key);
      change(key, { state: 'done', analysisId: analysis.id });
      forget(key);
    } catch (error) {
      fail([key], error);
    }
  }

  async function uploadAndAnalyse(key: string): Promise<void> {
    await upload(key);
    if (find(key)?.state === 'uploaded') await analyse(key);
  }

  let flushing: Promise<void> | null = null;
  async function sendHeld(): Promise<void> {
    const held = store.get().items.filter((item) => item.state === 'held');
    await runLimited(
      held.map((item) => item.key),
      IMMEDIATE_LANES,
      uploadAndAnalyse,
    );
  }

  function flush(): Promise<void> {
    flushing ??= sendHeld().finally(() => {
      flushing = null;
    });
    return flushing;
  }

  function empty(isKept: (item: QueueItem) => boolean): void {
    const items = store.get().items.filter(isKept);
    for (const key of [...files.keys()]) if (!items.some((item) => item.key === key)) files.delete(key);
    for (const stop of watched.values()) stop();
    watched.clear();
    store.update(() => ({ items, selectedKey: items[0]?.key ?? null }));
  }

  async function startBatches(keys: readonly string[]): Promise<void> {
    const ready = keys.map(find).filter((item) => item?.state === 'uploaded');
    const imageIds = [...new Set(ready.flatMap((item) => item?.imageId ?? []))];
    for (let start = 0; start < imageIds.length; start += LARGEST_BATCH_COUNT) {
      const chunk = imageIds.slice(start, start + LARGEST_BATCH_COUNT);
      const members = ready.flatMap((item) =>
        item?.imageId && chunk.includes(item.imageId) ? [item.key] : [],
      );
      try {
        const job = await gateway.createBatch(chunk);
        for (const key of members) change(key, { state: 'analysing', jobId: job.id, error: null });
        follow(job.id);
      } catch (error) {
        fail(members, error);
      }
    }
  }

  function follow(jobId: string): void {
    if (watched.has(jobId)) return;
    let isReading = false;
    let newest: Job | null = null;
    let stop = () => {};
    const read = async () => {
      if (isReading) return;
      isReading = true;
      while (newest !== null) {
        const job = newest;
        newest = null;
        const isOver = job.state === 'completed' || job.state === 'cancelled' || job.state === 'dead';
        try {
          applyJobItems(jobId, await gateway.listJobItems(jobId), isOver ? job : null);
        } catch (error) {
          options.onError(error);
        }
        if (isOver) {
          stop();
          watched.delete(jobId);
          newest = null;
        }
      }
      isReading = false;
    };
    watched.set(jobId, () => stop());
    stop = gateway.watchJob(jobId, (job) => {
      newest = job;
      void read();
    });
  }

  function applyJobItems(jobId: string, jobItems: readonly JobItem[], finished: Job | null): void {
    const byImage = new Map(jobItems.map((jobItem) => [jobItem.image_id, jobItem]));
    store.update((queue) => ({
      ...queue,
      items: queue.items.map((item) => {
        if (item.jobId !== jobId || item.state !== 'analysing' || item.imageId === null) return item;
        const jobItem = byImage.get(item.imageId);
        if (jobItem?.state === 'done' && jobItem.analysis_id !== null) {
          return { ...item, state: 'done', analysisId: jobItem.analysis_id };
        }
        if (jobItem?.state === 'failed') {
          return { ...item, state: 'failed', error: jobItem.error ?? text.theAnalysisFailed };
        }
        if (finished === null) return item;
        const error =
          finished.state === 'cancelled'
            ? text.theBatchWasCancelled
            : (finished.error ?? text.theBatchDidNot);
        return { ...item, state: 'failed', error };
      }),
    }));
  }

  return {
    async add(newFiles, context) {
      const items = newFiles.map((file): QueueItem => {
        const key = options.createKey();
        files.set(key, { file, context });
        return newItem(key, file.name, 'waiting');
      });
      store.update((queue) => appendItems(queue, items));
      const keys = items.map((item) => item.key);
      if (keys.length <= LARGEST_IMMEDIATE_COUNT) {
        for (const key of keys) {
          const source = files.get(key);
          if (source !== undefined) void options.outbox.keep({ key, ...source });
        }
        await runLimited(keys, IMMEDIATE_LANES, uploadAndAnalyse);
      } else {
        await runLimited(keys, UPLOAD_LANES, upload);
        await startBatches(keys);
      }
    },
    async retry(key) {
      if (find(key)?.imageId === null) await uploadAndAnalyse(key);
      else await analyse(key);
    },
    remove(key) {
      files.delete(key);
      forget(key);
      store.update((queue) => removeItem(queue, key));
    },
    clear() {
      for (const item of store.get().items) if (item.state !== 'held') forget(item.key);
      empty((item) => item.state === 'held');
    },
    leave: () => empty(() => false),
    flush,
    async restore() {
      const known = new Set(store.get().items.map((item) => item.key));
      const kept = (await options.outbox.list()).filter(({ key }) => !known.has(key));
      if (kept.length === 0) return;
      const items = kept.map(({ key, file, context }): QueueItem => {
        files.set(key, { file, context });
        return newItem(key, file.name, 'held');
      });
      store.update(({ items: present, selectedKey }) => ({
        items: [...present, ...items],
        selectedKey: selectedKey ?? items[0]?.key ?? null,
      }));
      await flush();
    },
    resume() {
      for (const item of store.get().items) {
        if (item.state === 'analysing' && item.jobId !== null) follow(item.jobId);
      }
    },
    openJob(jobId, imageIds) {
      const known = new Set(store.get().items.map((item) => item.imageId));
      const items = imageIds
        .filter((imageId) => !known.has(imageId))
        .map(
          (imageId): QueueItem => ({
            key: options.createKey(),
            // Shown from the stored picture as soon as that is known.
            fileName: '',
            state: 'analysing',
            imageId,
            analysisId: null,
            jobId,
            error: null,
          }),
        );
      store.update((queue) => appendItems(queue, items));
      follow(jobId);
    },
  };
}

function newItem(key: string, fileName: string, state: QueueItem['state']): QueueItem {
  return { key, fileName, state, imageId: null, analysisId: null, jobId: null, error: null };
}
