import type { Role } from '@mlmcsc/contracts';
import { Conflict, type UserAccount } from '@mlmcsc/core';
import type { PoolClient } from 'pg';
import { toUsername } from './credentials.ts';
import { getUser } from './user-rows.ts';

const UNIQUE_VIOLATION = '23505';

/** Makes a user who has no way to sign in yet.
 * @throws InvalidInput `username-invalid`; Conflict `username-taken` */
export async function insertUser(
  client: PoolClient,
  user: { readonly username: string; readonly displayName?: string | undefined; readonly role: Role },
): Promise<UserAccount> {
  const username = toUsername(user.username);
  try {
    // The library insists on an address; `.invalid` never receives mail (RFC 2606).
    const { rows } = await client.query<{ id: string }>(
      `insert into auth_user (name, email, email_verified, username, display_username, role)
       values ($1, $2 || '@users.invalid', false, $2, $2, $3) returning id`,
      [user.displayName ?? username, username, user.role],
    );
    return await getUser(client, rows[0]!.id);
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    throw new Conflict('username-taken', `There is already a user ${username}.`, { cause: error });
  }
}
