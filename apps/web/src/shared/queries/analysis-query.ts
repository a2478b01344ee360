import { unwrap } from '@mlmcsc/client';
import type { Analysis } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';

export const analysisKeys = {
  all: ['analyses'] as const,
  one: (id: string) => [...analysisKeys.all, id] as const,
};

/** One analysis with its current label. */
export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: analysisKeys.one(id),
    queryFn: async ({ signal }): Promise<Analysis> =>
      unwrap(await api.GET('/api/v1/analyses/{id}', { params: { path: { id } }, signal })),
  });
