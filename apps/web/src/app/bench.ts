import { uploadImage } from '@mlmcsc/client';
import type { ImageContext } from '@mlmcsc/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { createBatch } from '../features/intake/api/create-batch.ts';
import { watchJob } from '../features/intake/api/watch-job.ts';
import { createIntakeController, type IntakeController } from '../features/intake/intake-controller.ts';
import { type QueueSnapshot, restoreQueue, serialiseQueue } from '../features/intake/intake-queue.ts';
import { describeErrorBriefly } from '../shared/api/problem.ts';
import { analysisKeys } from '../shared/queries/analysis-query.ts';
import { imageKeys } from '../shared/queries/image-query.ts';
import { createAnalysis } from '../shared/requests/create-analysis.ts';
import { listJobItems } from '../shared/requests/list-job-items.ts';
import { createStore, type Store } from '../shared/state/store.ts';

const STORAGE_KEY = 'mlmcsc.queue';

/** The bench: queue, its controller, and what is known about the pictures to come. It outlives page changes. */
export interface Bench {
  readonly queue: Store<QueueSnapshot>;
  readonly context: Store<ImageContext>;
  readonly controller: IntakeController;
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
  const controller = createIntakeController({
    store: queue,
    describeError: describeErrorBriefly,
    onError,
    createKey: () => crypto.randomUUID(),
    gateway: {
      async uploadImage(file, context) {
        const { image } = await uploadImage(file, { context });
        queryClient.setQueryData(imageKeys.one(image.id), image);
        return image;
      },
      async createAnalysis(imageId) {
        const analysis = await createAnalysis(imageId);
        queryClient.setQueryData(analysisKeys.one(analysis.id), analysis);
        return analysis;
      },
      createBatch,
      listJobItems: (jobId) => listJobItems(jobId),
      watchJob: (jobId, onChange) => watchJob(jobId, onChange, onError),
    },
  });
  controller.resume();
  return { queue, context: createStore<ImageContext>({}), controller };
}
