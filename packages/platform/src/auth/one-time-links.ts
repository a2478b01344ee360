import { NotFound, type OneTimeLink, type OneTimeLinkHolder, type UserAccount } from '@mlmcsc/core';
import type { Pool, PoolClient } from 'pg';
import { hashSecret, randomToken } from './secrets.ts';

const INVITATION_HOURS = 7 * 24;
const RESET_HOURS = 24;

/** Makes the user's link; the one before stops working. */
export async function issueLink(client: PoolClient, user: UserAccount): Promise<OneTimeLink> {
  const purpose = user.hasPassword ? 'password-reset' : 'invitation';
  const token = randomToken();
  const { rows } = await client.query<{ expires_at: Date }>(
    `insert into auth_one_time_link (token_hash, user_id, purpose, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4))
     on conflict (user_id) do update set token_hash = excluded.token_hash, purpose = excluded.purpose,
       created_at = now(), expires_at = excluded.expires_at
     returning expires_at`,
    [hashSecret(token), user.id, purpose, purpose === 'invitation' ? INVITATION_HOURS : RESET_HOURS],
  );
  return { token, purpose, expiresAt: rows[0]!.expires_at };
}

interface LinkRow {
  readonly user_id: string;
  readonly username: string;
  readonly name: string;
  readonly purpose: OneTimeLink['purpose'];
  readonly expires_at: Date;
}

/** @throws NotFound `link-invalid` */
export async function findLink(
  db: Pool | PoolClient,
  token: string,
): Promise<OneTimeLinkHolder & { readonly userId: string }> {
  const { rows } = await db.query<LinkRow>(
    `select l.user_id, u.username, u.name, l.purpose, l.expires_at
     from auth_one_time_link l join auth_user u on u.id = l.user_id
     where l.token_hash = $1 and l.expires_at > now() and u.deactivated_at is null`,
    [hashSecret(token)],
  );
  if (rows[0] === undefined) throw invalid();
  const { user_id, username, name, purpose, expires_at } = rows[0];
  return { userId: user_id, username, displayName: name, purpose, expiresAt: expires_at };
}

/** Uses the link up; of two who try at once, one succeeds. @throws NotFound `link-invalid` */
export async function consumeLink(client: PoolClient, token: string): Promise<void> {
  const { rowCount } = await client.query('delete from auth_one_time_link where token_hash = $1', [
    hashSecret(token),
  ]);
  if (rowCount !== 1) throw invalid();
}

const invalid = () =>
  new NotFound('link-invalid', 'This link was used, has expired or was replaced; ask for a new one.');
