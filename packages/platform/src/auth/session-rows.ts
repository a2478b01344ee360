import type { SessionRecord, SignInMethod } from '@mlmcsc/core';
import type { Pool, PoolClient } from 'pg';

interface SessionRow {
  readonly id: string;
  readonly method: SignInMethod;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
}

/** Live sessions, newest first. */
export async function listSessions(db: Pool | PoolClient, userId: string): Promise<readonly SessionRecord[]> {
  const { rows } = await db.query<SessionRow>(
    `select id, method, created_at, expires_at, ip_address, user_agent from auth_session
     where user_id = $1 and expires_at > now() order by created_at desc, id`,
    [userId],
  );
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ipAddress: row.ip_address === '' ? null : row.ip_address,
    userAgent: row.user_agent === '' ? null : row.user_agent,
  }));
}

/** What signing in with a name and a password needs to know. */
export interface SignInRow {
  readonly id: string;
  readonly isDeactivated: boolean;
  readonly passwordHash: string | null;
  readonly hasSecondFactor: boolean;
}

export async function findForSignIn(pool: Pool, username: string): Promise<SignInRow | null> {
  const { rows } = await pool.query<{
    id: string;
    deactivated: boolean;
    password: string | null;
    has_second_factor: boolean;
  }>(
    `select u.id, u.deactivated_at is not null as deactivated, a.password, f.confirmed_at is not null as has_second_factor
     from auth_user u
     left join auth_account a on a.user_id = u.id and a.provider_id = 'credential'
     left join auth_second_factor f on f.user_id = u.id
     where u.username = $1`,
    [username],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    id: row.id,
    isDeactivated: row.deactivated,
    passwordHash: row.password,
    hasSecondFactor: row.has_second_factor,
  };
}
