import { unwrap } from '@mlmcsc/client';
import type { ReviewQueue } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import type { ReviewQueueSearch } from '../review-queue-search.ts';

export const reviewQueueKeys = { all: ['review-queue'] as const };

/** What to look at next.
 * @param limit - at most so many of each kind, up to 100
 */
export const reviewQueueQuery = ({ strategy, seed }: ReviewQueueSearch, limit = 20) =>
  queryOptions({
    queryKey: [...reviewQueueKeys.all, strategy ?? 'default', seed ?? 0, limit] as const,
    queryFn: async ({ signal }): Promise<ReviewQueue> =>
      unwrap(
        await api.GET('/api/v1/review-queue', {
          params: { query: { ...(strategy === undefined ? {} : { strategy }), seed: seed ?? 0, limit } },
          signal,
        }),
      ),
  });
