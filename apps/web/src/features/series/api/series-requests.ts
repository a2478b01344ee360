import { unwrap } from '@mlmcsc/client';
import type {
  AcceptanceVerdict,
  CreateSeriesRequest,
  Page,
  Series,
  SeriesCurve,
  SeriesCurveQuery,
  Specimen,
} from '@mlmcsc/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';

export const seriesKeys = {
  all: ['series'] as const,
  lists: () => [...seriesKeys.all, 'list'] as const,
  list: (text: string) => [...seriesKeys.lists(), text] as const,
  one: (id: string) => [...seriesKeys.all, 'one', id] as const,
};

/** Series whose name, client or project holds the text, newest first, page by page. */
export const seriesListQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: seriesKeys.list(text),
    queryFn: async ({ pageParam, signal }): Promise<Page<Series>> =>
      unwrap(
        await api.GET('/api/v1/series', {
          params: {
            query: {
              limit: 30,
              ...(text === '' ? {} : { text }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const seriesQuery = (id: string) =>
  queryOptions({
    queryKey: seriesKeys.one(id),
    queryFn: async ({ signal }): Promise<Series> =>
      unwrap(await api.GET('/api/v1/series/{id}', { params: { path: { id } }, signal })),
  });

/** Specimens of a series, page by page. */
export const specimensQuery = (seriesId: string) =>
  infiniteQueryOptions({
    queryKey: [...seriesKeys.one(seriesId), 'specimens'],
    queryFn: async ({ pageParam, signal }): Promise<Page<Specimen>> =>
      unwrap(
        await api.GET('/api/v1/specimens', {
          params: {
            query: {
              ...{ series_id: seriesId, limit: 100 },
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const acceptanceQuery = (seriesId: string) =>
  queryOptions({
    queryKey: [...seriesKeys.one(seriesId), 'acceptance'],
    queryFn: async ({ signal }): Promise<AcceptanceVerdict> =>
      unwrap(await api.GET('/api/v1/series/{id}/acceptance', { params: { path: { id: seriesId } }, signal })),
  });

export const curveQuery = (seriesId: string, query: SeriesCurveQuery) =>
  queryOptions({
    queryKey: [...seriesKeys.one(seriesId), 'curve', query],
    queryFn: async ({ signal }): Promise<SeriesCurve> =>
      unwrap(
        await api.GET('/api/v1/series/{id}/curve', { params: { path: { id: seriesId }, query }, signal }),
      ),
  });

export async function createSeries(body: CreateSeriesRequest): Promise<Series> {
  return unwrap(await api.POST('/api/v1/series', { body }));
}

/** Where a file of the series is downloaded. */
export const seriesExportUrl = (id: string, format: 'csv' | 'xlsx' | 'json'): string =>
  `/api/v1/series/${id}/export?format=${format}`;
