import { api } from '../../../shared/api/api.ts';

/** Ends the session on the server. */
export async function signOut(): Promise<void> {
  await api.DELETE('/api/v1/session');
}
