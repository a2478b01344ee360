import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reviewQueueQuery } from '../api/review-queue-query.ts';
import { nextInQueue, passedPictures } from '../passed-pictures.ts';
import type { QueueWalk } from '../review-queue-search.ts';

const LARGEST_LIMIT = 100;

/** Leads from one picture of the queue to the next. The queue is asked again each time: a reading changes what is worth one next. */
export function useQueueWalk(options: {
  readonly analysisId: string;
  readonly walk: QueueWalk;
  /** Null at the end of the queue. */
  readonly onNext: (analysisId: string | null, saved: string | undefined) => void;
}): { readonly goOn: (saved?: string) => void; readonly error: unknown } {
  const { analysisId, walk, onNext } = options;
  const queryClient = useQueryClient();
  const [error, setError] = useState<unknown>(null);

  async function goOn(saved?: string): Promise<void> {
    passedPictures.update((passed) => new Set([...passed, analysisId]));
    const passed = passedPictures.get();
    setError(null);
    try {
      const limit = Math.min(LARGEST_LIMIT, 20 + passed.size);
      const queue = await queryClient.fetchQuery({ ...reviewQueueQuery(walk, limit), staleTime: 0 });
      const part = walk.queue === 'check' ? queue.to_check : queue.to_label;
      onNext(nextInQueue(part, analysisId, passed), saved);
    } catch (problem) {
      setError(problem);
    }
  }

  return { goOn: (saved) => void goOn(saved), error };
}
