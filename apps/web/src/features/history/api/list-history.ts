import { unwrap } from '@mlmcsc/client';
import type { HistoryItem, Page } from '@mlmcsc/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, apiUrl } from '../../../shared/api/api.ts';
import { type HistorySearch, toHistoryFilter } from '../history-search.ts';

export const HISTORY_PAGE_SIZE = 50;

export const historyKeys = {
  all: ['history'] as const,
  page: (search: HistorySearch) => [...historyKeys.all, search] as const,
};

/** One page of the history; the page before stays on the screen while the next one comes. */
export const historyQuery = (search: HistorySearch) =>
  queryOptions({
    queryKey: historyKeys.page(search),
    queryFn: async ({ signal }): Promise<Page<HistoryItem>> =>
      unwrap(
        await api.GET('/api/v1/history', {
          params: {
            query: {
              ...toHistoryFilter(search),
              limit: HISTORY_PAGE_SIZE,
              ...(search.cursor === undefined ? {} : { cursor: search.cursor }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Address of the CSV file with everything that fits the filters. */
export function historyExportUrl(search: HistorySearch): string {
  return apiUrl('/history/export', toHistoryFilter(search));
}
