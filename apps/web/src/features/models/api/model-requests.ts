import { ProblemError, unwrap } from '@mlmcsc/client';
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

/** Changes the strategy, but only if it still is the one that was shown.
 * @throws ProblemError `precondition-failed` */
export async function setStrategy(change: {
  readonly from: UpdateStrategy;
  readonly to: UpdateStrategy;
}): Promise<LearningStatus> {
  const read = await api.GET('/api/v1/learning/strategy');
  if (unwrap(read).strategy !== change.from) {
    throw new ProblemError({
      code: 'precondition-failed',
      status: 412,
      title: 'Somebody else has changed the strategy',
      detail: 'The page shows their choice now. Choose again if yours is still wanted.',
    });
  }
  return unwrap(
    await api.PUT('/api/v1/learning/strategy', {
      params: { header: { 'if-match': read.response.headers.get('etag') ?? '*' } },
      body: { strategy: change.to },
    }),
  );
}

export async function startRetraining(): Promise<Job> {
  return unwrap(await api.POST('/api/v1/jobs', { body: { kind: 'model.retrain.v1' } }));
}
