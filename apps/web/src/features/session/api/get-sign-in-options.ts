import { unwrap } from '@mlmcsc/client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';

/** How people may sign in here. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['session', 'options'],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/session/options', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});
