import { unwrap } from '@mlmcsc/client';
import type { Model } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';

export const modelKeys = {
  all: ['models'] as const,
  current: () => [...modelKeys.all, 'current'] as const,
  list: () => [...modelKeys.all, 'list'] as const,
};

/** The model in service. */
export const currentModelQuery = queryOptions({
  queryKey: modelKeys.current(),
  queryFn: async ({ signal }): Promise<Model> => unwrap(await api.GET('/api/v1/models/current', { signal })),
  staleTime: 30_000,
});
