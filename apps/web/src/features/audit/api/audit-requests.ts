import { unwrap } from '@mlmcsc/client';
import type { AuditEntry, AuditHead, AuditVerification, Page } from '@mlmcsc/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, apiUrl } from '../../../shared/api/api.ts';
import { type AuditSearch, toAuditFilter } from '../audit-search.ts';

const auditKeys = {
  all: ['audit'] as const,
  list: (search: AuditSearch) => [...auditKeys.all, 'list', search] as const,
};

/** Entries that fit, newest first, page by page. */
export const auditListQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: auditKeys.list(search),
    queryFn: async ({ pageParam, signal }): Promise<Page<AuditEntry>> =>
      unwrap(
        await api.GET('/api/v1/audit', {
          params: {
            query: {
              ...toAuditFilter(search),
              limit: 50,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** The newest entry. */
export const auditHeadQuery = queryOptions({
  queryKey: [...auditKeys.all, 'head'] as const,
  queryFn: async ({ signal }): Promise<AuditHead> => unwrap(await api.GET('/api/v1/audit/head', { signal })),
});

/** Whether the chain of hashes holds. */
export const auditVerificationQuery = queryOptions({
  queryKey: [...auditKeys.all, 'verification'] as const,
  queryFn: async ({ signal }): Promise<AuditVerification> =>
    unwrap(await api.GET('/api/v1/audit/verification', { signal })),
  staleTime: 60_000,
});

/** The whole trail, as `mlmcsc audit verify --file` checks it. */
export const trailUrl = apiUrl('/audit/export', { format: 'ndjson' });

/** The entries that fit, as a table. */
export const tableUrl = (search: AuditSearch): string =>
  apiUrl('/audit/export', { format: 'csv', ...toAuditFilter(search) });
