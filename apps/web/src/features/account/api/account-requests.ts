import { unwrap } from '@mlmcsc/client';
import type { CreateApiKeyRequest } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';

export const accountKeys = {
  all: ['account'] as const,
  own: () => [...accountKeys.all, 'own'] as const,
  sessions: () => [...accountKeys.all, 'sessions'] as const,
  apiKeys: () => [...accountKeys.all, 'api-keys'] as const,
};

export const accountQuery = queryOptions({
  queryKey: accountKeys.own(),
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/account', { signal })),
});
export const ownSessionsQuery = queryOptions({
  queryKey: accountKeys.sessions(),
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/account/sessions', { signal })).items,
});
export const ownKeysQuery = queryOptions({
  queryKey: accountKeys.apiKeys(),
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/account/api-keys', { signal })).items,
});

export async function changePassword(body: { current_password: string; new_password: string }) {
  await api.PUT('/api/v1/account/password', { body });
}
export const beginSecondFactor = async (current_password: string) =>
  unwrap(await api.POST('/api/v1/account/second-factor', { body: { current_password } }));
export const confirmSecondFactor = async (code: string) =>
  unwrap(await api.POST('/api/v1/account/second-factor/confirm', { body: { code } })).codes;
export async function removeSecondFactor(current_password: string) {
  await api.POST('/api/v1/account/second-factor/remove', { body: { current_password } });
}
export async function revokeOwnSession(sessionId: string) {
  await api.DELETE('/api/v1/account/sessions/{sessionId}', { params: { path: { sessionId } } });
}
export const createApiKey = async (body: CreateApiKeyRequest) =>
  unwrap(await api.POST('/api/v1/account/api-keys', { body }));
export async function revokeOwnKey(keyId: string) {
  await api.DELETE('/api/v1/account/api-keys/{keyId}', { params: { path: { keyId } } });
}
