import type { Role } from '@mlmcsc/contracts';
import {
  type ChangedBy,
  Conflict,
  InvalidInput,
  NotFound,
  type OneTimeLink,
  type OneTimeLinkHolder,
  type SessionRecord,
  type UserAccount,
  type Users,
} from '@mlmcsc/core';
import type { Pool, PoolClient } from 'pg';
import { assertPassword, randomPassword } from './credentials.ts';
import { inTransaction, onPool } from './in-transaction.ts';
import { insertUser } from './insert-user.ts';
import { consumeLink, findLink, issueLink } from './one-time-links.ts';
import { assertCurrentPassword, hashOf } from './password-hash.ts';
import type { IdentityChange, RecordChange } from './record-change.ts';
import { listSessions } from './session-rows.ts';
import {
  assertNotLastAdministrator,
  endSessions,
  getUser,
  hasAdministrator,
  idOf,
  listUsers,
  lockAdministrators,
  lockUser,
  passwordHashOf,
  touchUser,
  writePassword,
} from './user-rows.ts';

export interface NewUser {
  readonly username: string;
  readonly displayName?: string | undefined;
  readonly password: string;
  readonly role: Role;
}

const CURSOR = /^[A-Za-z0-9_-]{2,128}$/;

/** Users over our tables. There is no public sign-up: administrators and the command line make them. */
export class UserAccounts implements Users {
  readonly #pool: Pool;
  readonly #record: RecordChange;

  /** @param record - writes the audit trail @default records nothing */
  constructor(pool: Pool, record: RecordChange = async () => {}) {
    this.#pool = pool;
    this.#record = record;
  }

  /**
   * Makes an administrator with a random password, unless there is one.
   * @returns what to print once, or null
   */
  async createFirstAdministrator(username = 'admin'): Promise<{ username: string; password: string } | null> {
    const password = randomPassword();
    const hash = await hashOf(password);
    return inTransaction(this.#pool, async (client) => {
      await lockAdministrators(client);
      if (await hasAdministrator(client, null)) return null;
      const user = await insertUser(client, { username, displayName: 'Administrator', role: 'admin' });
      await writePassword(client, user.id, hash);
      await this.#tell(client, 'user.created', 'system', user, { role: 'admin' });
      return { username: user.username, password };
    });
  }

  /** @throws InvalidInput `username-invalid | password-unfit | password-common`; Conflict `username-taken` */
  async createUser(user: NewUser, by: ChangedBy = 'system'): Promise<UserAccount> {
    assertPassword(user.password, user.username);
    const hash = await hashOf(user.password);
    return inTransaction(this.#pool, async (client) => {
      const { id } = await insertUser(client, user);
      await writePassword(client, id, hash);
      const made = await getUser(client, id);
      await this.#tell(client, 'user.created', by, made, { role: user.role });
      return made;
    });
  }

  async invite(
    user: { readonly username: string; readonly displayName?: string | undefined; readonly role: Role },
    by: ChangedBy,
  ): Promise<{ user: UserAccount; link: OneTimeLink }> {
    return inTransaction(this.#pool, async (client) => {
      const made = await insertUser(client, user);
      await this.#tell(client, 'user.invited', by, made, { role: user.role });
      return { user: made, link: await issueLink(client, made) };
    });
  }

  async issueLink(id: string, by: ChangedBy): Promise<OneTimeLink> {
    return inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, id);
      if (user.status === 'deactivated') {
        throw new Conflict('user-deactivated', `${user.username} is deactivated; reactivate the user first.`);
      }
      const link = await issueLink(client, user);
      await this.#tell(client, 'user.link-issued', by, user, { purpose: link.purpose });
      return link;
    });
  }

  async inspectLink(token: string): Promise<OneTimeLinkHolder> {
    const { userId: _userId, ...holder } = await onPool(this.#pool, (pool) => findLink(pool, token));
    return holder;
  }

  async redeemLink(token: string, password: string): Promise<OneTimeLinkHolder> {
    const before = await onPool(this.#pool, (pool) => findLink(pool, token));
    assertPassword(password, before.username);
    const hash = await hashOf(password);
    return inTransaction(this.#pool, async (client) => {
      const { userId, ...holder } = await findLink(client, token);
      const user = await lockUser(client, userId);
      await consumeLink(client, token);
      await writePassword(client, userId, hash);
      await endSessions(client, userId);
      await this.#tell(client, 'user.password-set', user.username, user, { by_link: holder.purpose });
      return holder;
    });
  }

  /** Sets a new password and signs the user out everywhere.
   * @throws InvalidInput `password-unfit | password-common`; NotFound `user-not-found` */
  async setPassword(username: string, password: string, by: ChangedBy = 'system'): Promise<void> {
    assertPassword(password, username);
    const hash = await hashOf(password);
    await inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, await idOf(client, username));
      await writePassword(client, user.id, hash);
      await endSessions(client, user.id);
      await client.query('delete from auth_one_time_link where user_id = $1', [user.id]);
      await this.#tell(client, 'user.password-set', by, user);
    });
  }

  async changeOwnPassword(
    id: string,
    { current, next }: { readonly current: string; readonly next: string },
    keepSessionId: string,
  ): Promise<void> {
    const user = await onPool(this.#pool, (pool) => getUser(pool, id));
    const before = await onPool(this.#pool, (pool) => passwordHashOf(pool, id));
    if (before === null) {
      throw new Conflict('no-password', 'You sign in without a password here, so there is none to change.');
    }
    await assertCurrentPassword(current, before);
    assertPassword(next, user.username);
    const hash = await hashOf(next);
    await inTransaction(this.#pool, async (client) => {
      await lockUser(client, id);
      await writePassword(client, id, hash);
      await endSessions(client, id, keepSessionId);
      await client.query('delete from auth_one_time_link where user_id = $1', [id]);
      await this.#tell(client, 'user.password-set', user.username, user);
    });
  }

  async change(
    id: string,
    { role, displayName }: { readonly role?: Role | undefined; readonly displayName?: string | undefined },
    by: ChangedBy,
    mayReplace?: (now: UserAccount) => void,
  ): Promise<UserAccount> {
    return inTransaction(this.#pool, async (client) => {
      await lockAdministrators(client);
      const user = await lockUser(client, id);
      mayReplace?.(user);
      if (role !== undefined && role !== user.role) {
        if (role !== 'admin') await assertNotLastAdministrator(client, user);
        await client.query('update auth_user set role = $2 where id = $1', [id, role]);
        await this.#tell(client, 'user.role-changed', by, user, { from: user.role, to: role });
      }
      if (displayName !== undefined && displayName !== user.displayName) {
        await client.query('update auth_user set name = $2 where id = $1', [id, displayName]);
        await this.#tell(client, 'user.renamed', by, user);
      }
      await touchUser(client, id);
      return getUser(client, id);
    });
  }

  /** {@link change} by user name. @throws NotFound `user-not-found`; Conflict `last-administrator` */
  async setRole(username: string, role: Role, by: ChangedBy = 'system'): Promise<void> {
    await this.change(await this.idOf(username), { role }, by);
  }

  async deactivate(id: string, by: ChangedBy): Promise<UserAccount> {
    return inTransaction(this.#pool, async (client) => {
      await lockAdministrators(client);
      const user = await lockUser(client, id);
      if (user.status === 'deactivated') return user;
      await assertNotLastAdministrator(client, user);
      await client.query('update auth_user set deactivated_at = now() where id = $1', [id]);
      await endSessions(client, id);
      await client.query('delete from auth_one_time_link where user_id = $1', [id]);
      const keys = await client.query<{ id: string }>(
        'delete from auth_api_key where user_id = $1 returning id',
        [id],
      );
      await touchUser(client, id);
      await this.#tell(client, 'user.deactivated', by, user);
      for (const key of keys.rows) {
        const subject = { kind: 'api-key', id: key.id } as const;
        await this.#record(client, { action: 'api-key.revoked', actor: by, subject });
      }
      return getUser(client, id);
    });
  }

  async reactivate(id: string, by: ChangedBy): Promise<UserAccount> {
    return inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, id);
      if (user.status !== 'deactivated') return user;
      await client.query('update auth_user set deactivated_at = null where id = $1', [id]);
      // One may have been made by a sign-in that was under way when the user was deactivated.
      await endSessions(client, id);
      await touchUser(client, id);
      await this.#tell(client, 'user.activated', by, user);
      return getUser(client, id);
    });
  }

  async list({ cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number }) {
    if (cursor !== undefined && !CURSOR.test(cursor)) {
      throw new InvalidInput('cursor-invalid', 'The cursor is not one of ours.');
    }
    const after = Buffer.from(cursor ?? '', 'base64url').toString();
    const found = await onPool(this.#pool, (pool) => listUsers(pool, { after, limit: limit + 1 }));
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        found.length > limit && last !== undefined ? Buffer.from(last.username).toString('base64url') : null,
    };
  }

  /** All users by name. */
  listUsers(): Promise<readonly UserAccount[]> {
    return onPool(this.#pool, (pool) => listUsers(pool, { after: '', limit: 100_000 }));
  }

  get(id: string): Promise<UserAccount> {
    return onPool(this.#pool, (pool) => getUser(pool, id));
  }

  /** @throws NotFound `user-not-found` */
  idOf(username: string): Promise<string> {
    return onPool(this.#pool, (pool) => idOf(pool, username));
  }

  listSessions(userId: string): Promise<readonly SessionRecord[]> {
    return onPool(this.#pool, async (pool) => {
      await getUser(pool, userId);
      return listSessions(pool, userId);
    });
  }

  async revokeSession(userId: string, sessionId: string, by: ChangedBy): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query('delete from auth_session where id = $1 and user_id = $2', [
        sessionId,
        userId,
      ]);
      if (rowCount !== 1) throw new NotFound('session-not-found', 'There is no such live session.');
      await this.#tell(client, 'session.revoked', by, await getUser(client, userId), { count: 1 });
    });
  }

  async revokeSessions(userId: string, exceptId: string | null, by: ChangedBy): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      const user = await getUser(client, userId);
      const count = await endSessions(client, userId, exceptId);
      if (count > 0) await this.#tell(client, 'session.revoked', by, user, { count });
    });
  }

  #tell(
    client: PoolClient,
    action: IdentityChange['action'],
    actor: ChangedBy,
    user: { readonly username: string },
    details: NonNullable<IdentityChange['details']> = {},
  ): Promise<void> {
    return this.#record(client, { action, actor, subject: { kind: 'user', id: user.username }, details });
  }
}
