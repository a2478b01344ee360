import type { Analysis } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../api/api-request.ts';

export const analysisKeys = {
  all: ['analyses'] as const,
  one: (id: string) => [...analysisKeys.all, id] as const,
};

/** One analysis with its current label. */
export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: analysisKeys.one(id),
    queryFn: ({ signal }) => apiRequest<Analysis>(`/analyses/${encodeURIComponent(id)}`, { signal }),
  });
