import type { Job, ServerEvent } from '@mlmcsc/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { datasetKeys } from '../features/datasets/api/dataset-requests.ts';
import { driftKeys } from '../features/drift/api/drift-requests.ts';
import { historyKeys } from '../features/history/api/list-history.ts';
import { jobKeys } from '../features/jobs/api/job-queries.ts';
import { learningKeys } from '../features/models/api/model-requests.ts';
import { trialKeys } from '../features/models/api/trial-requests.ts';
import { operationKeys } from '../features/operations/api/operations-query.ts';
import { reviewQueueKeys } from '../features/review-queue/api/review-queue-query.ts';
import { listenToServer } from '../shared/api/server-events.ts';
import { analysisKeys } from '../shared/queries/analysis-query.ts';
import { modelKeys } from '../shared/queries/model-queries.ts';

/** Lists are read again this often at most while events rain (a batch finishes several pictures a second). */
const GAP_MS = 1500;

/** Keeps what is on the screen in step with the server. Returns a function that stops it. */
export function startLiveUpdates(queryClient: QueryClient): () => void {
  const waiting = new Map<string, readonly unknown[]>();
  let timer: number | undefined;
  const refreshSoon = (key: readonly unknown[]) => {
    waiting.set(JSON.stringify(key), key);
    timer ??= window.setTimeout(() => {
      timer = undefined;
      for (const queryKey of waiting.values()) void queryClient.invalidateQueries({ queryKey });
      waiting.clear();
    }, GAP_MS);
  };

  const showJob = (job: Job) => {
    queryClient.setQueryData(jobKeys.one(job.id), job);
    refreshSoon(jobKeys.lists());
    refreshSoon(jobKeys.items(job.id));
    refreshSoon(operationKeys.all);
  };

  const onEvent = (event: ServerEvent) => {
    switch (event.type) {
      case 'job.changed':
        return showJob(event.job);
      case 'analysis.created':
        return refreshSoon(historyKeys.all);
      case 'label.created':
        void queryClient.invalidateQueries({ queryKey: analysisKeys.one(event.analysis_id) });
        refreshSoon(historyKeys.all);
        refreshSoon(reviewQueueKeys.all);
        return refreshSoon(learningKeys.status);
      case 'model.promoted':
        void queryClient.invalidateQueries({ queryKey: modelKeys.all });
        void queryClient.invalidateQueries({ queryKey: learningKeys.status });
        // Readings show in which version they were learned.
        return void queryClient.invalidateQueries({ queryKey: analysisKeys.all });
      case 'dataset.created':
        return refreshSoon(datasetKeys.lists());
      case 'drift.raised':
        return refreshSoon(driftKeys.all);
      case 'trial.changed':
        return void queryClient.invalidateQueries({ queryKey: trialKeys.all });
      case 'stream.reset':
        // Told by onRecovered.
        return;
    }
  };

  const stop = listenToServer({ onEvent, onRecovered: () => void queryClient.invalidateQueries() });
  return () => {
    stop();
    window.clearTimeout(timer);
  };
}
