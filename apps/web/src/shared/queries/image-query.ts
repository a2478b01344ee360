import { unwrap } from '@mlmcsc/client';
import type { Image } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';

export const imageKeys = {
  all: ['images'] as const,
  one: (id: string) => [...imageKeys.all, id] as const,
};

/** What is known about a stored picture; it never changes. */
export const imageQuery = (id: string) =>
  queryOptions({
    queryKey: imageKeys.one(id),
    queryFn: async ({ signal }): Promise<Image> =>
      unwrap(await api.GET('/api/v1/images/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
