import type { ApiKeyScope, Role } from '@mlmcsc/contracts';
import type { SignInMethod } from '@mlmcsc/core';

/** Who calls, and by what: a browser's session or an API key. */
export interface AuthenticatedSession {
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
  };
  readonly expiresAt: Date;
  /** Null for a caller with an API key. */
  readonly session: {
    readonly id: string;
    readonly method: SignInMethod;
    /** Whether the role demands a second factor that this user has yet to set up. */
    readonly lacksSecondFactor: boolean;
  } | null;
  /** Null for a browser's session. */
  readonly apiKey: { readonly id: string; readonly scopes: readonly ApiKeyScope[] } | null;
}

/** Headers that say who calls. */
export interface CallerHeaders {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}

/** What somebody who signs in sends. */
export interface SignInAttempt {
  readonly username: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly userAgent: string | undefined;
  readonly ipAddress: string;
}

/** Signs in and out; sessions live on the server, the browser holds only a cookie. */
export interface Authenticator {
  /** @throws NotAllowed `sign-in-failed | second-factor-required | second-factor-wrong` */
  signIn(
    attempt: SignInAttempt,
  ): Promise<{ readonly session: AuthenticatedSession; readonly setCookies: readonly string[] }>;
  /** Who calls, or null for nobody. An API key counts alone: a cookie sent with it is not looked at.
   * @throws NotAllowed `api-key-invalid` */
  authenticate(headers: CallerHeaders): Promise<AuthenticatedSession | null>;
  /** Ends the session on the server; the cookies returned clear it in the browser. */
  signOut(cookieHeader: string | undefined): Promise<{ readonly setCookies: readonly string[] }>;
}

/** Signs in by a provider that the laboratory trusts. */
export interface SingleSignOnDoor {
  /** @throws Unavailable `sso-unavailable` */
  begin(journey: {
    readonly redirectUri: string;
    readonly next: string;
  }): Promise<{ readonly url: string; readonly setCookies: readonly string[] }>;
  /** @throws NotAllowed `sso-failed | sso-refused`; Unavailable `sso-unavailable` */
  finish(
    answer: {
      readonly currentUrl: string;
      readonly cookieHeader: string | undefined;
    } & Pick<SignInAttempt, 'userAgent' | 'ipAddress'>,
  ): Promise<{
    readonly session: Pick<AuthenticatedSession, 'user'>;
    readonly setCookies: readonly string[];
    readonly next: string;
  }>;
}

/** The API key of an Authorization header, or null when it holds none. */
export function bearerOf(authorization: string | undefined): string | null {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  return token ?? null;
}
