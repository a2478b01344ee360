import { unwrap } from '@mlmcsc/client';
import type { Session } from '@mlmcsc/contracts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { isSessionMissing } from '../api/problem.ts';

export const sessionKeys = { current: ['session'] as const };

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: sessionKeys.current,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return unwrap(await api.GET('/api/v1/session', { signal }));
    } catch (error) {
      if (isSessionMissing(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The signed-in user. Only for pages behind the sign-in, where the session has been loaded. */
export function useSignedInUser(): Session['user'] | null {
  return useSuspenseQuery(sessionQuery).data?.user ?? null;
}
