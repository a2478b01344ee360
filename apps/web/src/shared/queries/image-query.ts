import type { Image } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../api/api-request.ts';

export const imageKeys = {
  all: ['images'] as const,
  one: (id: string) => [...imageKeys.all, id] as const,
};

/** What is known about a stored picture; it never changes. */
export const imageQuery = (id: string) =>
  queryOptions({
    queryKey: imageKeys.one(id),
    queryFn: ({ signal }) => apiRequest<Image>(`/images/${encodeURIComponent(id)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
