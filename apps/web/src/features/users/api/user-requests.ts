import { unwrap } from '@mlmcsc/client';
import type { InviteUserRequest, Role, User } from '@mlmcsc/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { tagOfShown } from '../../../shared/requests/tag-of-shown.ts';

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
/** Changes role or shown name, but only of the user as shown. @throws ProblemError `precondition-failed` */
export async function changeUser(request: {
  readonly shown: User;
  readonly change: { readonly role?: Role; readonly display_name?: string };
}): Promise<User> {
  const { shown, change } = request;
  const read = await api.GET('/api/v1/users/{id}', byId(shown.id));
  const tag = tagOfShown(read, shown, ['role', 'display_name', 'status']);
  return unwrap(
    await api.PATCH('/api/v1/users/{id}', {
      params: { path: { id: shown.id }, header: { 'if-match': tag } },
      body: change,
    }),
  );
}
export const issueLink = async (id: string) =>
  unwrap(await api.POST('/api/v1/users/{id}/one-time-link', byId(id)));
export const setActive = async ({ id, active }: { id: string; active: boolean }): Promise<User> =>
  active
    ? unwrap(await api.POST('/api/v1/users/{id}/reactivate', byId(id)))
    : unwrap(await api.POST('/api/v1/users/{id}/deactivate', byId(id)));
export async function resetSecondFactor(id: string) {
  await api.DELETE('/api/v1/users/{id}/second-factor', byId(id));
}
