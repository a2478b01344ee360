import { unwrap } from '@mlmcsc/client';
import type { ApiKey, InviteUserRequest, Role, SessionInfo, User } from '@mlmcsc/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { tagOfShown } from '../../../shared/requests/tag-of-shown.ts';

export const userKeys = {
  all: ['users'] as const,
  list: () => [...userKeys.all, 'list'] as const,
  one: (id: string) => [...userKeys.all, 'one', id] as const,
};

/** All users, page by page. */
export const userListQuery = infiniteQueryOptions({
  queryKey: userKeys.list(),
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

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: userKeys.one(id),
    queryFn: async ({ signal }): Promise<User> =>
      unwrap(await api.GET('/api/v1/users/{id}', { ...byId(id), signal })),
  });
/** Where the user is signed in. */
export const userSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...userKeys.one(id), 'sessions'] as const,
    queryFn: async ({ signal }): Promise<readonly SessionInfo[]> =>
      unwrap(await api.GET('/api/v1/users/{id}/sessions', { ...byId(id), signal })).items,
  });
export const userApiKeysQuery = (id: string) =>
  queryOptions({
    queryKey: [...userKeys.one(id), 'api-keys'] as const,
    queryFn: async ({ signal }): Promise<readonly ApiKey[]> =>
      unwrap(await api.GET('/api/v1/users/{id}/api-keys', { ...byId(id), signal })).items,
  });

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
export async function endSession({ id, sessionId }: { id: string; sessionId: string }) {
  await api.DELETE('/api/v1/users/{id}/sessions/{sessionId}', { params: { path: { id, sessionId } } });
}
export async function endAllSessions(id: string) {
  await api.DELETE('/api/v1/users/{id}/sessions', byId(id));
}
export async function revokeApiKey({ id, keyId }: { id: string; keyId: string }) {
  await api.DELETE('/api/v1/users/{id}/api-keys/{keyId}', { params: { path: { id, keyId } } });
}
