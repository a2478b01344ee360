import type { Model } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../api/api-request.ts';

export const modelKeys = {
  all: ['models'] as const,
  current: () => [...modelKeys.all, 'current'] as const,
  list: () => [...modelKeys.all, 'list'] as const,
};

/** The model in service. */
export const currentModelQuery = queryOptions({
  queryKey: modelKeys.current(),
  queryFn: ({ signal }) => apiRequest<Model>('/models/current', { signal }),
  staleTime: 30_000,
});
