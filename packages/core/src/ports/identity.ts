import type { UserRecord } from '../domain/records.ts';

type Role = UserRecord['role'];

/** Who made a change: a user name, or `system` for the command line and the product itself. */
export type ChangedBy = string;

export type UserStatus = 'invited' | 'active' | 'deactivated';

/** A user as administrators see it. */
export interface UserAccount extends UserRecord {
  /** `invited`: has no way to sign in yet. */
  readonly status: UserStatus;
  readonly hasPassword: boolean;
  readonly hasSingleSignOn: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
  readonly lastSignedInAt: Date | null;
}

/** A secret that lets its holder set a password, once. */
export interface OneTimeLink {
  /** Shown once; only its hash is kept. */
  readonly token: string;
  readonly purpose: 'invitation' | 'password-reset';
  readonly expiresAt: Date;
}

/** What a one-time link is for, without using it. */
export type OneTimeLinkHolder = Pick<OneTimeLink, 'purpose' | 'expiresAt'> &
  Pick<UserRecord, 'username' | 'displayName'>;

export type SignInMethod = 'password' | 'password-and-code' | 'single-sign-on';

/** A live sign-in of a browser. */
export interface SessionRecord {
  readonly id: string;
  readonly method: SignInMethod;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** Users, by administrators and by themselves. Every change is recorded with who made it. */
export interface Users {
  /** By user name. @throws InvalidInput `cursor-invalid` */
  list(page: { readonly cursor?: string | undefined; readonly limit: number }): Promise<{
    readonly items: readonly UserAccount[];
    readonly nextCursor: string | null;
  }>;
  /** @throws NotFound `user-not-found` */
  get(id: string): Promise<UserAccount>;
  /** Makes a user who cannot sign in before the link is used.
   * @throws InvalidInput `username-invalid`; Conflict `username-taken` */
  invite(
    user: { readonly username: string; readonly displayName?: string | undefined; readonly role: Role },
    by: ChangedBy,
  ): Promise<{ readonly user: UserAccount; readonly link: OneTimeLink }>;
  /** A fresh link; the one before stops working. @throws NotFound `user-not-found`; Conflict `user-deactivated` */
  issueLink(id: string, by: ChangedBy): Promise<OneTimeLink>;
  /** @throws NotFound `link-invalid` (unknown, used, expired, or of a deactivated user) */
  inspectLink(token: string): Promise<OneTimeLinkHolder>;
  /** Sets the password, ends the user's sessions and uses the link up.
   * @throws NotFound `link-invalid`; InvalidInput `password-unfit | password-common` */
  redeemLink(token: string, password: string): Promise<OneTimeLinkHolder>;
  /** Takes effect at the user's next request.
   * @param mayReplace - throws when the user as it is now must stay
   * @throws NotFound `user-not-found`; Conflict `last-administrator` */
  change(
    id: string,
    change: { readonly role?: Role | undefined; readonly displayName?: string | undefined },
    by: ChangedBy,
    mayReplace?: (now: UserAccount) => void,
  ): Promise<UserAccount>;
  /** Ends sessions, revokes API keys and links at once. @throws NotFound `user-not-found`; Conflict `last-administrator` */
  deactivate(id: string, by: ChangedBy): Promise<UserAccount>;
  /** @throws NotFound `user-not-found` */
  reactivate(id: string, by: ChangedBy): Promise<UserAccount>;
  /** Ends the user's other sessions. @throws NotAllowed `password-wrong`; Conflict `no-password`;
   * InvalidInput `password-unfit | password-common` */
  changeOwnPassword(
    id: string,
    passwords: { readonly current: string; readonly next: string },
    keepSessionId: string,
  ): Promise<void>;
  /** Newest first. */
  listSessions(userId: string): Promise<readonly SessionRecord[]>;
  /** @throws NotFound `session-not-found` */
  revokeSession(userId: string, sessionId: string, by: ChangedBy): Promise<void>;
  /** @param exceptId - the session that lives on, or null for none */
  revokeSessions(userId: string, exceptId: string | null, by: ChangedBy): Promise<void>;
}

/** What an API key may be used for, always within its owner's role. */
export type ApiKeyScope = 'read' | 'measure' | 'label' | 'records' | 'jobs' | 'models' | 'admin';

/** A key as its owner sees it afterwards; the secret is known to nobody but its holder. */
export interface ApiKeyRecord {
  readonly id: string;
  readonly name: string;
  /** Beginning of the secret, to tell keys apart. */
  readonly prefix: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface ApiKeys {
  /** Newest first; revoked keys are gone. */
  list(userId: string): Promise<readonly ApiKeyRecord[]>;
  /** @returns the key and its secret, which is shown once
   * @throws InvalidInput `key-expiry-invalid`; Conflict `too-many-keys` */
  create(
    userId: string,
    key: {
      readonly name: string;
      readonly scopes: readonly ApiKeyScope[];
      readonly expiresAt: Date;
    },
    by: ChangedBy,
  ): Promise<{ readonly key: ApiKeyRecord; readonly secret: string }>;
  /** @throws NotFound `key-not-found` */
  revoke(userId: string, keyId: string, by: ChangedBy): Promise<void>;
}

/** A second factor that waits to be confirmed by its first code. */
export interface SecondFactorOffer {
  /** Base32, to be typed into an authenticator. */
  readonly secret: string;
  readonly otpauthUri: string;
  /** The address as a QR code. */
  readonly qrSvg: string;
}

/** Time-based codes (RFC 6238) and recovery codes. */
export interface SecondFactors {
  status(userId: string): Promise<{ readonly isActive: boolean; readonly recoveryCodesLeft: number }>;
  /** @throws NotAllowed `password-wrong`; Conflict `no-password | second-factor-active` */
  begin(userId: string, password: string): Promise<SecondFactorOffer>;
  /** Switches it on, ends the user's other sessions. @returns recovery codes, shown once
   * @throws NotAllowed `second-factor-wrong`; Conflict `second-factor-not-begun | second-factor-active` */
  confirm(userId: string, code: string, sessionId: string): Promise<readonly string[]>;
  /** Fresh recovery codes; those before stop working. @throws NotAllowed `password-wrong`; Conflict `second-factor-inactive` */
  renewRecoveryCodes(userId: string, password: string): Promise<readonly string[]>;
  /** @throws NotAllowed `password-wrong`; Conflict `second-factor-inactive` */
  remove(userId: string, password: string): Promise<void>;
  /** Somebody who is signed in shows once more who it is: by the password, and by a code where a second factor is in use.
   * @throws NotAllowed `password-wrong | second-factor-required | second-factor-wrong`; Conflict `no-password` */
  reauthenticate(
    userId: string,
    password: string,
    code: string | null,
  ): Promise<'password' | 'password-and-code'>;
  /** By an administrator, for a lost telephone: also ends the user's sessions. @throws NotFound `user-not-found` */
  reset(userId: string, by: ChangedBy): Promise<void>;
}
