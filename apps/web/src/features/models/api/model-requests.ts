import { unwrap } from '@mlmcsc/client';
import type { Job, LearningStatus, Model, Page, UpdateStrategy } from '@mlmcsc/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { modelKeys } from '../../../shared/queries/model-queries.ts';

export const learningKeys = { status: ['learning'] as const };

/** Versions of the model, newest first, page by page. */
export const modelListQuery = infiniteQueryOptions({
  queryKey: modelKeys.list(),
  queryFn: async ({ pageParam, signal }): Promise<Page<Model>> =>
    unwrap(
      await api.GET('/api/v1/models', {
        params: { query: { limit: 20, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

/** How the system learns and how well it predicts readings it has not seen. */
export const learningQuery = queryOptions({
  queryKey: learningKeys.status,
  queryFn: async ({ signal }): Promise<LearningStatus> =>
    unwrap(await api.GET('/api/v1/learning', { signal })),
});

export async function setStrategy(strategy: UpdateStrategy): Promise<LearningStatus> {
  return unwrap(await api.PUT('/api/v1/learning/strategy', { body: { strategy } }));
}

export async function startRetraining(): Promise<Job> {
  return unwrap(await api.POST('/api/v1/jobs', { body: { kind: 'model.retrain.v1' } }));
}
