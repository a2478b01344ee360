import { unwrap } from '@mlmcsc/client';
import type { Job, Page } from '@mlmcsc/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { getJob } from '../../../shared/requests/get-job.ts';
import { listJobItems } from '../../../shared/requests/list-job-items.ts';
import type { JobSearch } from '../job-text.ts';

export const jobKeys = {
  all: ['jobs'] as const,
  lists: () => [...jobKeys.all, 'list'] as const,
  list: (search: JobSearch) => [...jobKeys.lists(), search] as const,
  one: (id: string) => [...jobKeys.all, 'one', id] as const,
  items: (id: string) => [...jobKeys.all, 'items', id] as const,
};

/** Jobs, newest first, page by page. */
export const jobListQuery = (search: JobSearch) =>
  infiniteQueryOptions({
    queryKey: jobKeys.list(search),
    queryFn: async ({ pageParam, signal }): Promise<Page<Job>> =>
      unwrap(
        await api.GET('/api/v1/jobs', {
          params: {
            query: {
              limit: 30,
              ...search,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const jobQuery = (id: string) =>
  queryOptions({ queryKey: jobKeys.one(id), queryFn: ({ signal }) => getJob(id, signal) });

/** All pictures of a batch job. */
export const jobItemsQuery = (id: string) =>
  queryOptions({ queryKey: jobKeys.items(id), queryFn: ({ signal }) => listJobItems(id, signal) });
