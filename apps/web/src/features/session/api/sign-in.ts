import { unwrap } from '@mlmcsc/client';
import type { Session, SignInRequest } from '@mlmcsc/contracts';
import { api } from '../../../shared/api/api.ts';

/** Starts a session; the cookie comes with the answer. */
export async function signIn(credentials: SignInRequest): Promise<Session> {
  return unwrap(await api.POST('/api/v1/session', { body: credentials }));
}
