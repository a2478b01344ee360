import type { Role } from '@mlmcsc/contracts';
import { NotAllowed, type SignInMethod } from '@mlmcsc/core';
import type { Pool } from 'pg';
import { ADDRESS_HEADER, type Auth } from './create-auth.ts';
import { isUsername } from './credentials.ts';
import { isPassword } from './password-hash.ts';
import { findForSignIn } from './session-rows.ts';
import type { TimeBasedSecondFactors } from './time-based-second-factors.ts';
import { translateAuthError } from './translate-auth-error.ts';

/** Who is signed in. */
export interface LiveSession {
  readonly id: string;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
  };
  readonly method: SignInMethod;
  /** Whether the role demands a second factor that this user has yet to set up. */
  readonly lacksSecondFactor: boolean;
  readonly expiresAt: Date;
}

export interface SignInCredentials {
  readonly username: string;
  readonly password: string;
  /** Time-based or recovery code, from users who have a second factor. */
  readonly code?: string | undefined;
  readonly userAgent: string | undefined;
  readonly ipAddress: string;
}

export interface IssuedSession {
  readonly session: LiveSession;
  readonly setCookies: readonly string[];
}

export interface SessionAuthenticatorOptions {
  readonly auth: Auth;
  readonly pool: Pool;
  readonly secondFactors: Pick<TimeBasedSecondFactors, 'use'>;
  /** Roles whose password sign-ins need a second factor. @default none */
  readonly rolesWithSecondFactor?: readonly Role[] | undefined;
}

interface CachedSession {
  readonly session: LiveSession;
  /** State of the rows it was read from; as long as they are unchanged, so is the session. */
  readonly userUpdatedAt: number;
}

const MOST_CACHED = 5000;
const COOKIE_NAME = /(?:^|;\s*)((?:__Secure-)?mlmcsc\.session_token)=([^;]+)/;

/** One indexed look-up; misses when the session was revoked, by any process. Without a name: a transaction pooler does not
 * know named statements. */
const STILL_LIVE = `select u.updated_at from auth_session s join auth_user u on u.id = s.user_id
                    where s.token = $1 and s.expires_at > now() and u.deactivated_at is null`;

/**
 * Sessions in PostgreSQL behind an HttpOnly cookie. Checking the cookie's signature and reading user and session takes
 * the library about 1.5 ms of processor time, so the result is kept for the cookie; every request still asks the
 * database (0.1 ms) whether the session lives and the user is unchanged, so signing out, a new password or a new role
 * take effect at once and in every process.
 */
export class SessionAuthenticator {
  readonly #auth: Auth;
  readonly #pool: Pool;
  readonly #secondFactors: Pick<TimeBasedSecondFactors, 'use'>;
  readonly #rolesWithSecondFactor: ReadonlySet<Role>;
  readonly #cache = new Map<string, CachedSession>();

  constructor({ auth, pool, secondFactors, rolesWithSecondFactor = [] }: SessionAuthenticatorOptions) {
    this.#auth = auth;
    this.#pool = pool;
    this.#secondFactors = secondFactors;
    this.#rolesWithSecondFactor = new Set(rolesWithSecondFactor);
  }

  /**
   * Unknown and deactivated users, users without a password and wrong passwords are answered alike and after the same
   * work.
   * @throws NotAllowed `sign-in-failed | second-factor-required | second-factor-wrong`; Unavailable `database-unavailable`
   */
  async signIn(credentials: SignInCredentials): Promise<IssuedSession> {
    try {
      const username = credentials.username.trim().toLowerCase();
      const user = isUsername(username) ? await findForSignIn(this.#pool, username) : null;
      const fits = await isPassword(credentials.password, user?.passwordHash ?? null);
      if (user === null || !fits || user.isDeactivated) {
        throw new NotAllowed('sign-in-failed', 'User name or password is wrong.');
      }
      if (user.hasSecondFactor) {
        if (credentials.code === undefined) {
          throw new NotAllowed('second-factor-required', 'Send the code of your authenticator, too.');
        }
        await this.#secondFactors.use(user.id, credentials.code);
      }
      return await this.issue(user.id, user.hasSecondFactor ? 'password-and-code' : 'password', credentials);
    } catch (error) {
      throw translateAuthError(error);
    }
  }

  /** Starts a session for a user who has been identified. @throws Unavailable `database-unavailable` */
  async issue(
    userId: string,
    method: SignInMethod,
    { userAgent, ipAddress }: Pick<SignInCredentials, 'userAgent' | 'ipAddress'>,
  ): Promise<IssuedSession> {
    const headers = new Headers({ [ADDRESS_HEADER]: ipAddress });
    if (userAgent !== undefined) headers.set('user-agent', userAgent.slice(0, 300));
    try {
      const issued = await this.#auth.api.issueSession({
        body: { userId, method },
        headers,
        returnHeaders: true,
      });
      const setCookies = issued.headers.getSetCookie();
      const cookie = setCookies.map((line) => line.split(';', 1)[0]).join('; ');
      const session = await this.#read(cookie);
      if (session === null) throw new Error('a session just made cannot be read');
      await this.#pool.query('update auth_user set last_signed_in_at = now() where id = $1', [userId]);
      await this.#pool.query('delete from auth_session where expires_at < now()');
      await this.#pool.query('delete from auth_one_time_link where expires_at < now()');
      return { session: session.session, setCookies };
    } catch (error) {
      throw translateAuthError(error);
    }
  }

  /** The live session of a Cookie header, or null. @throws Unavailable `database-unavailable` */
  async authenticate(cookieHeader: string | undefined): Promise<LiveSession | null> {
    const cookie = cookieHeader === undefined ? null : COOKIE_NAME.exec(cookieHeader);
    if (cookie === null) return null;
    const [, name = '', value = ''] = cookie;
    try {
      const known = this.#cache.get(value);
      const userUpdatedAt = await this.#findLive(value);
      if (known !== undefined && known.userUpdatedAt === userUpdatedAt) return known.session;
      this.#cache.delete(value);
      if (userUpdatedAt === null) return null;
      const fresh = await this.#read(`${name}=${value}`);
      if (fresh === null) return null;
      if (this.#cache.size >= MOST_CACHED) this.#cache.clear();
      this.#cache.set(value, fresh);
      return fresh.session;
    } catch (error) {
      throw translateAuthError(error);
    }
  }

  /** Ends the session on the server; harmless without one. @throws Unavailable `database-unavailable` */
  async signOut(cookieHeader: string | undefined): Promise<{ setCookies: readonly string[] }> {
    const headers = new Headers(cookieHeader === undefined ? {} : { cookie: cookieHeader });
    try {
      const signedOut = await this.#auth.api.signOut({ headers, returnHeaders: true });
      return { setCookies: signedOut.headers.getSetCookie() };
    } catch (error) {
      throw translateAuthError(error);
    }
  }

  async #read(cookie: string): Promise<CachedSession | null> {
    const found = await this.#auth.api.getSession({ headers: new Headers({ cookie }) });
    if (found === null) return null;
    const { user, session } = found;
    const role = user.role as Role;
    const method = session.method as SignInMethod;
    return {
      session: {
        id: session.id,
        user: { id: user.id, username: user.username, displayName: user.name, role },
        method,
        lacksSecondFactor: method === 'password' && this.#rolesWithSecondFactor.has(role),
        expiresAt: session.expiresAt,
      },
      userUpdatedAt: user.updatedAt.getTime(),
    };
  }

  /** When the user of a live session was last changed, or null without one; says nothing about the signature. */
  async #findLive(cookieValue: string): Promise<number | null> {
    const token = /^[A-Za-z0-9]+/.exec(cookieValue)?.[0];
    if (token === undefined) return null;
    const { rows } = await this.#pool.query<{ updated_at: Date }>(STILL_LIVE, [token]);
    return rows[0]?.updated_at.getTime() ?? null;
  }
}
