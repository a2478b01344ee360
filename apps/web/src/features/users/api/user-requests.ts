import { unwrap } from '@mlmcsc/client';
import type { InviteUserRequest, Role, User } from '@mlmcsc/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';

export const userKeys = { all: ['users'] as const };

/** All users, page by page. */
export const userListQuery = infiniteQueryOptions({
  queryKey: userKeys.all,
  queryFn: async ({ pageParam, signal }) =>
    unwrap(
      await api.GET('/api/v1/users', {
        params: { query: { limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

const byId = (id: string) => ({ params: { path: { id } } });

export const inviteUser = async (body: InviteUserRequest) =>
  unwrap(await api.POST('/api/v1/users', { body }));
export const changeRole = async ({ id, role }: { id: string; role: Role }): Promise<User> =>
  unwrap(await api.PATCH('/api/v1/users/{id}', { ...byId(id), body: { role } }));
export const issueLink = async (id: string) =>
  unwrap(await api.POST('/api/v1/users/{id}/one-time-link', byId(id)));
export const setActive = async ({ id, active }: { id: string; active: boolean }): Promise<User> =>
  active
    ? unwrap(await api.POST('/api/v1/users/{id}/reactivate', byId(id)))
    : unwrap(await api.POST('/api/v1/users/{id}/deactivate', byId(id)));
export async function resetSecondFactor(id: string) {
  await api.DELETE('/api/v1/users/{id}/second-factor', byId(id));
}
