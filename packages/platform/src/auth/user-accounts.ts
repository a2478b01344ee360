import type { Role } from '@mlmcsc/contracts';
import { Conflict, NotFound, type UserRecord } from '@mlmcsc/core';
import { hashPassword } from 'better-auth/crypto';
import type { Pool, PoolClient } from 'pg';
import { assertPassword, randomPassword, toUsername } from './credentials.ts';
import { translateAuthError } from './translate-auth-error.ts';

export interface NewUser {
  readonly username: string;
  readonly displayName?: string | undefined;
  readonly password: string;
  readonly role: Role;
}

/** Held while the number of administrators is looked at and changed. */
const ADMINISTRATORS_LOCK = 7_305_174_201n;
const UNIQUE_VIOLATION = '23505';

/** Makes and changes users; there is no public sign-up, so this is the only way. */
export class UserAccounts {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * Makes an administrator with a random password, unless there is one.
   * @returns what to print once, or null
   */
  async createFirstAdministrator(username = 'admin'): Promise<{ username: string; password: string } | null> {
    const password = randomPassword();
    const hash = await hashPassword(password);
    return this.#transaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
      const { rowCount } = await client.query(`select 1 from auth_user where role = 'admin' limit 1`);
      if (rowCount !== 0) return null;
      const user = await insertUser(client, { username, displayName: 'Administrator', role: 'admin' }, hash);
      return { username: user.username, password };
    });
  }

  /** @throws InvalidInput `username-invalid | password-unfit`; Conflict `username-taken` */
  async createUser(user: NewUser): Promise<UserRecord> {
    assertPassword(user.password);
    toUsername(user.username);
    const hash = await hashPassword(user.password);
    return this.#transaction((client) => insertUser(client, user, hash));
  }

  /** Sets a new password and signs the user out everywhere. @throws InvalidInput `password-unfit`; NotFound `user-not-found` */
  async setPassword(username: string, password: string): Promise<void> {
    assertPassword(password);
    const hash = await hashPassword(password);
    await this.#transaction(async (client) => {
      const id = await idOf(client, username);
      await client.query(
        `update auth_account set password = $2, updated_at = now() where user_id = $1 and provider_id = 'credential'`,
        [id, hash],
      );
      await client.query('delete from auth_session where user_id = $1', [id]);
    });
  }

  /** Takes effect at the user's next request. @throws NotFound `user-not-found`; Conflict `last-administrator` */
  async setRole(username: string, role: Role): Promise<void> {
    await this.#transaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
      const id = await idOf(client, username);
      if (role !== 'admin') {
        const { rowCount } = await client.query(
          `select 1 from auth_user where role = 'admin' and id <> $1 limit 1`,
          [id],
        );
        const isAdmin = await client.query(`select 1 from auth_user where role = 'admin' and id = $1`, [id]);
        if (rowCount === 0 && isAdmin.rowCount !== 0) {
          throw new Conflict('last-administrator', 'This is the last administrator; make another one first.');
        }
      }
      await client.query('update auth_user set role = $2, updated_at = clock_timestamp() where id = $1', [
        id,
        role,
      ]);
    });
  }

  /** All users by name. */
  async listUsers(): Promise<readonly UserRecord[]> {
    try {
      const { rows } = await this.#pool.query<UserRow>(
        'select id, username, name, role from auth_user order by username',
      );
      return rows.map(toRecord);
    } catch (error) {
      throw translateAuthError(error);
    }
  }

  async #transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient | null = null;
    try {
      client = await this.#pool.connect();
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client?.query('rollback').catch(() => {});
      throw translateAuthError(error);
    } finally {
      client?.release();
    }
  }
}

interface UserRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
}

const toRecord = ({ id, username, name, role }: UserRow): UserRecord => ({
  id,
  username,
  displayName: name,
  role,
});

async function insertUser(
  client: PoolClient,
  user: { readonly username: string; readonly displayName?: string | undefined; readonly role: Role },
  passwordHash: string,
): Promise<UserRecord> {
  const username = toUsername(user.username);
  try {
    // The library insists on an address; `.invalid` never receives mail (RFC 2606).
    const { rows } = await client.query<UserRow>(
      `with account_holder as (
         insert into auth_user (name, email, email_verified, username, display_username, role)
         values ($1, $2 || '@users.invalid', false, $2, $2, $3)
         returning id, username, name, role
       ), account as (
         insert into auth_account (account_id, provider_id, user_id, password)
         select id::text, 'credential', id, $4 from account_holder
       )
       select id, username, name, role from account_holder`,
      [user.displayName ?? username, username, user.role, passwordHash],
    );
    return toRecord(rows[0] as UserRow);
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    throw new Conflict('username-taken', `There is already a user ${username}.`, { cause: error });
  }
}

async function idOf(client: PoolClient, username: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'select id from auth_user where username = $1 for update',
    [username.trim().toLowerCase()],
  );
  if (rows[0] === undefined) throw new NotFound('user-not-found', `There is no user ${username}.`);
  return rows[0].id;
}
