import { unwrap } from '@mlmcsc/client';
import type { ModelTrial, Page, StartTrialRequest, TrialComparison } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { modelKeys } from '../../../shared/queries/model-queries.ts';

const shown = 10;
/** Workers answer within seconds. */
const lookAgainMs = 5_000;

/** Below the models' key, so that a new champion reads them again: it may have ended the trial. */
export const trialKeys = {
  all: [...modelKeys.all, 'trials'] as const,
  list: () => [...trialKeys.all, 'list'] as const,
  comparison: (id: string) => [...trialKeys.all, id, 'comparison'] as const,
  one: (id: string) => [...trialKeys.all, id] as const,
};

/** The newest trials. */
export const trialsQuery = queryOptions({
  queryKey: trialKeys.list(),
  queryFn: async ({ signal }): Promise<Page<ModelTrial>> =>
    unwrap(await api.GET('/api/v1/model-trials', { params: { query: { limit: shown } }, signal })),
});

export const trialQuery = (id: string) =>
  queryOptions({
    queryKey: trialKeys.one(id),
    queryFn: async ({ signal }): Promise<ModelTrial> =>
      unwrap(await api.GET('/api/v1/model-trials/{id}', { params: { path: { id } }, signal })),
  });

/** Both models on the same pictures; read again while answers may still come. */
export const comparisonQuery = (id: string) =>
  queryOptions({
    queryKey: trialKeys.comparison(id),
    queryFn: async ({ signal }): Promise<TrialComparison> =>
      unwrap(await api.GET('/api/v1/model-trials/{id}/comparison', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.trial.ended_at !== null && data.answers.waiting === 0 ? false : lookAgainMs,
  });

/** @param attempt.key - the same in every repetition of one attempt */
export async function startTrial(attempt: {
  readonly wish: StartTrialRequest;
  readonly key: string;
}): Promise<ModelTrial> {
  return unwrap(
    await api.POST('/api/v1/model-trials', {
      params: { header: { 'idempotency-key': attempt.key } },
      body: attempt.wish,
    }),
  );
}

export async function endTrial(request: {
  readonly id: string;
  readonly reason: string;
}): Promise<ModelTrial> {
  const { id, reason } = request;
  return unwrap(
    await api.POST('/api/v1/model-trials/{id}/end', { params: { path: { id } }, body: { reason } }),
  );
}
