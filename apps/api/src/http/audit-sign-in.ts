import { DomainError, type SignInMethod, type Store } from '@mlmcsc/core';

type Trail = Pick<Store, 'rows'>;

/** Records that somebody signed in. */
export const auditSignIn = (store: Trail, username: string, method: SignInMethod): Promise<void> =>
  store.rows.audit.append({
    action: 'session.signed-in',
    actor: username,
    subject: { kind: 'user', id: username },
    details: { method },
  });

/** Records that somebody signed out. */
export const auditSignOut = (store: Trail, username: string): Promise<void> =>
  store.rows.audit.append({
    action: 'session.signed-out',
    actor: username,
    subject: { kind: 'user', id: username },
  });

/** Refusals of somebody who had to guess or was known. What a stranger can cause at any rate would flood the trail. */
const REFUSALS: ReadonlySet<string> = new Set(['sign-in-failed', 'second-factor-wrong', 'sso-refused']);

/** Records that a sign-in was refused. Other failures are none of the trail's.
 * @param tried - the user name that was given, or null
 */
export async function auditRefusal(store: Trail, tried: string | null, error: unknown): Promise<void> {
  if (!(error instanceof DomainError) || !REFUSALS.has(error.code)) return;
  await store.rows.audit.append({
    action: 'session.refused',
    actor: null,
    details: { reason: error.code },
    ...(tried === null ? {} : { personal: { name: tried } }),
  });
}
