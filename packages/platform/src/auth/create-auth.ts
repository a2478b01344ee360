import type { Logger } from '@mlmcsc/core';
import { betterAuth } from 'better-auth';
import type { Pool } from 'pg';
import { issueSession } from './issue-session.ts';

/** A session ends this long after signing in: one working shift. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** Carries the caller's address into the library, which reads it from a header only. */
export const ADDRESS_HEADER = 'x-mlmcsc-address';

export interface AuthOptions {
  readonly pool: Pool;
  /** Signs the session cookies, at least 32 random characters; changing it signs everybody out. */
  readonly secret: string;
  /** Address users see; https makes the cookie `Secure`. Null: plain http on this machine. */
  readonly publicUrl: string | null;
  readonly log: Pick<Logger, 'error'>;
}

/**
 * The sign-in library over our tables: sessions and their cookies. Its own HTTP routes are not mounted, and none of its
 * ways to sign in is switched on: `SessionAuthenticator` and `SingleSignOn` decide who gets a session.
 */
export function createAuth({ pool, secret, publicUrl, log }: AuthOptions) {
  return betterAuth({
    appName: 'MLMCSC',
    database: pool,
    secret,
    baseURL: publicUrl ?? 'http://localhost',
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      // Refused sign-ins are its warnings; the API logs those itself.
      log: (level, message) => {
        if (level === 'error') log.error({ library: 'better-auth' }, message);
      },
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        username: { type: 'string', required: true, input: false },
        role: { type: 'string', required: true, input: false },
      },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: { method: { type: 'string', required: false, input: false } },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'mlmcsc',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [issueSession],
  });
}

export type Auth = ReturnType<typeof createAuth>;
