import { uploadImage } from '@mlmcsc/client';
import type { ImageContext } from '@mlmcsc/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { createBatch } from '../features/intake/api/create-batch.ts';
import { watchJob } from '../features/intake/api/watch-job.ts';
import { createIntakeController, type IntakeController } from '../features/intake/intake-controller.ts';
import { type QueueSnapshot, restoreQueue, serialiseQueue } from '../features/intake/intake-queue.ts';
import { createOutbox } from '../features/intake/outbox.ts';
import { describeErrorBriefly, isServerAway, isSessionMissing } from '../shared/api/problem.ts';
import { analysisKeys } from '../shared/queries/analysis-query.ts';
import { imageKeys } from '../shared/queries/image-query.ts';
import { createAnalysis } from '../shared/requests/create-analysis.ts';
import { listJobItems } from '../shared/requests/list-job-items.ts';
import { newKey } from '../shared/requests/new-key.ts';
import { retryLater } from '../shared/requests/retry-later.ts';
import { createStore, type Store } from '../shared/state/store.ts';

const STORAGE_KEY = 'mlmcsc.queue';
const OWNER_KEY = 'mlmcsc.queue.owner';
/** What waits for the server is tried again after so long, and as soon as the browser is online. */
const HELD_RETRY_MS = 4000;
/** A busy server is asked again; one that is away is not waited for: the picture is kept, and the technician goes on. */
const isWorthWaiting = (error: unknown) => !isServerAway(error);

/** The bench: queue, its controller, and what is known about the pictures to come. It outlives page changes. */
export interface Bench {
  readonly queue: Store<QueueSnapshot>;
  readonly context: Store<ImageContext>;
  readonly controller: IntakeController;
  /** Empties the bench when somebody else has signed in. */
  readonly openFor: (userId: string) => void;
}

export interface BenchOptions {
  readonly queryClient: QueryClient;
  readonly onError: (error: unknown) => void;
}

/** Wires the queue to the server; restores it after a reload of the page. */
export function createBench({ queryClient, onError }: BenchOptions): Bench {
  const queue = createStore(restoreQueue(sessionStorage.getItem(STORAGE_KEY)));
  queue.subscribe(() => {
    try {
      sessionStorage.setItem(STORAGE_KEY, serialiseQueue(queue.get()));
    } catch {
      // Storage is full or blocked: the queue then lives as long as the page.
    }
  });
  let owner: string | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const controller = createIntakeController({
    store: queue,
    outbox: createOutbox(() => owner),
    describeError: describeErrorBriefly,
    isAway: isServerAway,
    onHeld(error) {
      // Signed out, nothing goes before somebody has signed in.
      if (isSessionMissing(error)) return;
      clearTimeout(again);
      again = setTimeout(() => void controller.flush(), HELD_RETRY_MS);
    },
    onError,
    createKey: newKey,
    gateway: {
      async uploadImage(file, context) {
        const { image } = await retryLater(() => uploadImage(file, { context }), undefined, isWorthWaiting);
        queryClient.setQueryData(imageKeys.one(image.id), image);
        return image;
      },
      async createAnalysis(imageId, key) {
        const analysis = await retryLater(() => createAnalysis(imageId, key), undefined, isWorthWaiting);
        queryClient.setQueryData(analysisKeys.one(analysis.id), analysis);
        return analysis;
      },
      createBatch,
      listJobItems: (jobId) => listJobItems(jobId),
      watchJob: (jobId, onChange) => watchJob(jobId, onChange, onError),
    },
  });
  window.addEventListener('online', () => void controller.flush());
  const context = createStore<ImageContext>({});
  return {
    queue,
    context,
    controller,
    openFor(userId) {
      if (owner === userId) {
        if (queue.get().items.some((item) => item.state === 'held')) void controller.flush();
        return;
      }
      const before = owner ?? sessionStorage.getItem(OWNER_KEY);
      if (before !== null && before !== userId) {
        controller.leave();
        context.update(() => ({}));
      }
      owner = userId;
      sessionStorage.setItem(OWNER_KEY, userId);
      controller.resume();
      void controller.restore();
    },
  };
}
