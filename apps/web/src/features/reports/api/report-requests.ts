import { unwrap } from '@mlmcsc/client';
import type {
  CreateReportRequest,
  Page,
  Report,
  ReportDetail,
  ReportState,
  ReportVerification,
  SignReportRequest,
} from '@mlmcsc/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, apiUrl } from '../../../shared/api/api.ts';

export const reportKeys = {
  all: ['reports'] as const,
  list: (filter: ReportFilter) => [...reportKeys.all, 'list', filter] as const,
  ofSeries: (seriesId: string) => [...reportKeys.all, 'of-series', seriesId] as const,
  one: (id: string) => [...reportKeys.all, 'one', id] as const,
};

export interface ReportFilter {
  readonly state: ReportState | null;
  readonly text: string;
}

/** Reports of all series, newest first, page by page. */
export const reportListQuery = (filter: ReportFilter) =>
  infiniteQueryOptions({
    queryKey: reportKeys.list(filter),
    queryFn: async ({ pageParam, signal }): Promise<Page<Report>> =>
      unwrap(
        await api.GET('/api/v1/reports', {
          params: {
            query: {
              limit: 30,
              ...(filter.text === '' ? {} : { text: filter.text }),
              ...(filter.state === null ? {} : { state: filter.state }),
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

/** The newest reports of a series. */
export const seriesReportsQuery = (seriesId: string) =>
  queryOptions({
    queryKey: reportKeys.ofSeries(seriesId),
    queryFn: async ({ signal }): Promise<readonly Report[]> =>
      unwrap(
        await api.GET('/api/v1/series/{id}/reports', {
          params: { path: { id: seriesId }, query: { limit: 200 } },
          signal,
        }),
      ).items,
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: reportKeys.one(id),
    queryFn: async ({ signal }): Promise<ReportDetail> =>
      unwrap(await api.GET('/api/v1/reports/{id}', { params: { path: { id } }, signal })),
  });

/** @param key - the same for every attempt at the same report */
export async function makeReport(seriesId: string, body: CreateReportRequest, key: string): Promise<Report> {
  return unwrap(
    await api.POST('/api/v1/series/{id}/reports', {
      params: { path: { id: seriesId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
}

export async function signReport(id: string, body: SignReportRequest): Promise<Report> {
  return unwrap(await api.POST('/api/v1/reports/{id}/sign', { params: { path: { id } }, body }));
}

export async function discardReport(id: string, reason: string): Promise<Report> {
  return unwrap(
    await api.POST('/api/v1/reports/{id}/discard', { params: { path: { id } }, body: { reason } }),
  );
}

export async function verifyReport(code: string): Promise<ReportVerification> {
  return unwrap(await api.GET('/api/v1/report-verification', { params: { query: { code } } }));
}

export const reportPdfUrl = (id: string): string => apiUrl(`/reports/${encodeURIComponent(id)}/pdf`);
export const reportDocumentUrl = (id: string): string =>
  apiUrl(`/reports/${encodeURIComponent(id)}/document`);
