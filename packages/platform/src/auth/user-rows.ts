import type { Role } from '@mlmcsc/contracts';
import { Conflict, NotFound, type UserAccount } from '@mlmcsc/core';
import type { Pool, PoolClient } from 'pg';

/** Held while the number of administrators is looked at and changed. */
const ADMINISTRATORS_LOCK = 7_305_174_201n;

const COLUMNS = `u.id, u.username, u.name, u.role, u.created_at, u.last_signed_in_at, u.deactivated_at,
  exists (select 1 from auth_account a where a.user_id = u.id and a.provider_id = 'credential') as has_password,
  exists (select 1 from auth_account a where a.user_id = u.id and a.provider_id <> 'credential') as has_sso,
  exists (select 1 from auth_second_factor f where f.user_id = u.id and f.confirmed_at is not null) as has_second_factor`;

interface UserRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly created_at: Date;
  readonly last_signed_in_at: Date | null;
  readonly deactivated_at: Date | null;
  readonly has_password: boolean;
  readonly has_sso: boolean;
  readonly has_second_factor: boolean;
}

const toAccount = (row: UserRow): UserAccount => ({
  id: row.id,
  username: row.username,
  displayName: row.name,
  role: row.role,
  status:
    row.deactivated_at !== null ? 'deactivated' : row.has_password || row.has_sso ? 'active' : 'invited',
  hasPassword: row.has_password,
  hasSingleSignOn: row.has_sso,
  hasSecondFactor: row.has_second_factor,
  createdAt: row.created_at,
  lastSignedInAt: row.last_signed_in_at,
});

const notFound = () => new NotFound('user-not-found', 'There is no such user.');

/** By user name, after a name. */
export async function listUsers(
  db: Pool | PoolClient,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly UserAccount[]> {
  const { rows } = await db.query<UserRow>(
    `select ${COLUMNS} from auth_user u where u.username > $1 order by u.username limit $2`,
    [after, limit],
  );
  return rows.map(toAccount);
}

/** @throws NotFound `user-not-found` */
export async function getUser(db: Pool | PoolClient, id: string): Promise<UserAccount> {
  const { rows } = await db.query<UserRow>(`select ${COLUMNS} from auth_user u where u.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound();
  return toAccount(rows[0]);
}

/** The user, whose row nobody else changes before the transaction ends. @throws NotFound `user-not-found` */
export async function lockUser(client: PoolClient, id: string): Promise<UserAccount> {
  await client.query('select 1 from auth_user where id = $1 for update', [id]);
  return getUser(client, id);
}

/** @throws NotFound `user-not-found` */
export async function idOf(client: Pool | PoolClient, username: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from auth_user where username = $1', [
    username.trim().toLowerCase(),
  ]);
  if (rows[0] === undefined) throw notFound();
  return rows[0].id;
}

/** Lets one transaction at a time look at and change who administers. */
export const lockAdministrators = (client: PoolClient) =>
  client.query('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);

/** Whether somebody else can sign in and administer. Needs {@link lockAdministrators}. */
export async function hasAdministrator(client: PoolClient, besidesId: string | null): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from auth_user u where u.role = 'admin' and u.deactivated_at is null
       and ($1::uuid is null or u.id <> $1) and exists (select 1 from auth_account a where a.user_id = u.id) limit 1`,
    [besidesId],
  );
  return rowCount !== 0;
}

/** @throws Conflict `last-administrator` when taking the role or the access from this user leaves nobody */
export async function assertNotLastAdministrator(client: PoolClient, user: UserAccount): Promise<void> {
  if (user.role !== 'admin' || user.status !== 'active') return;
  if (await hasAdministrator(client, user.id)) return;
  throw new Conflict('last-administrator', 'This is the last active administrator; make another one first.');
}

/** The password's hash, or null for a user without one. */
export async function passwordHashOf(client: Pool | PoolClient, userId: string): Promise<string | null> {
  const { rows } = await client.query<{ password: string }>(
    `select password from auth_account where user_id = $1 and provider_id = 'credential'`,
    [userId],
  );
  return rows[0]?.password ?? null;
}

/** Gives a user a password, the first or another. */
export async function writePassword(client: PoolClient, userId: string, hash: string): Promise<void> {
  await client.query(
    `insert into auth_account (account_id, provider_id, user_id, password) values ($1::text, 'credential', $1::uuid, $2)
     on conflict (provider_id, account_id) do update set password = $2, updated_at = now()`,
    [userId, hash],
  );
}

/** Makes every process read the user anew. */
export const touchUser = (client: PoolClient, userId: string) =>
  client.query('update auth_user set updated_at = clock_timestamp() where id = $1', [userId]);

/** @returns how many there were */
export async function endSessions(
  client: PoolClient,
  userId: string,
  exceptId: string | null = null,
): Promise<number> {
  const { rowCount } = await client.query(
    'delete from auth_session where user_id = $1 and ($2::uuid is null or id <> $2)',
    [userId, exceptId],
  );
  return rowCount ?? 0;
}
