import type { Role } from '@mlmcsc/contracts';

/** Who is signed in. */
export interface AuthenticatedSession {
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
  };
  readonly expiresAt: Date;
}

/** Signs in and out; sessions live on the server, the browser holds only a cookie. */
export interface Authenticator {
  /** @throws NotAllowed `sign-in-failed` */
  signIn(credentials: {
    readonly username: string;
    readonly password: string;
    readonly userAgent: string | undefined;
    readonly ipAddress: string;
  }): Promise<{ readonly session: AuthenticatedSession; readonly setCookies: readonly string[] }>;
  /** The live session of a Cookie header, or null. */
  authenticate(cookieHeader: string | undefined): Promise<AuthenticatedSession | null>;
  /** Ends the session on the server; the cookies returned clear it in the browser. */
  signOut(cookieHeader: string | undefined): Promise<{ readonly setCookies: readonly string[] }>;
}
