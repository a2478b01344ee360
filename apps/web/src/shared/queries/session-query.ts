import type { Session } from '@mlmcsc/contracts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { apiRequest } from '../api/api-request.ts';
import { isSessionMissing } from '../api/problem-error.ts';

export const sessionKeys = { current: ['session'] as const };

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: sessionKeys.current,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await apiRequest<Session>('/session', { signal });
    } catch (error) {
      if (isSessionMissing(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The signed-in user. Only for pages behind the sign-in, where the session has been loaded. */
export function useSignedInUser(): Session['user'] {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new TypeError('useSignedInUser needs a session; use it behind the sign-in only');
  return data.user;
}
