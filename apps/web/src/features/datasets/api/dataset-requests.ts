import { unwrap } from '@mlmcsc/client';
import type { Dataset, DatasetEntry, DatasetKind, Job, Page } from '@mlmcsc/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';

export const datasetKeys = {
  all: ['datasets'] as const,
  lists: () => [...datasetKeys.all, 'list'] as const,
  list: (kind: DatasetKind) => [...datasetKeys.lists(), kind] as const,
  one: (digest: string) => [...datasetKeys.all, 'one', digest] as const,
  entries: (digest: string) => [...datasetKeys.all, 'entries', digest] as const,
};

/** Versions of one kind, newest first, page by page. */
export const datasetListQuery = (kind: DatasetKind) =>
  infiniteQueryOptions({
    queryKey: datasetKeys.list(kind),
    queryFn: async ({ pageParam, signal }): Promise<Page<Dataset>> =>
      unwrap(
        await api.GET('/api/v1/datasets', {
          params: { query: { kind, limit: 20, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** A version never changes. */
export const datasetQuery = (digest: string) =>
  queryOptions({
    queryKey: datasetKeys.one(digest),
    queryFn: async ({ signal }): Promise<Dataset> =>
      unwrap(await api.GET('/api/v1/datasets/{digest}', { params: { path: { digest } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What is in a version, page by page. */
export const datasetEntriesQuery = (digest: string) =>
  infiniteQueryOptions({
    queryKey: datasetKeys.entries(digest),
    queryFn: async ({ pageParam, signal }): Promise<Page<DatasetEntry>> =>
      unwrap(
        await api.GET('/api/v1/datasets/{digest}/entries', {
          params: {
            path: { digest },
            query: { limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Freezes the labels of now; the same labels give the version that is there. */
export async function createDataset(description: string): Promise<Dataset> {
  return unwrap(await api.POST('/api/v1/datasets', { body: { description } }));
}

/** Queues the comparison of every picture with its digest. */
export async function verifyDataset(digest: string): Promise<Job> {
  return unwrap(await api.POST('/api/v1/datasets/{digest}/verify', { params: { path: { digest } } }));
}

/** Where a file of the version is downloaded. */
export const exportUrl = (digest: string, format: 'tar' | 'coco' | 'csv' | 'ndjson'): string =>
  `/api/v1/datasets/${digest}/export?format=${format}`;
