import { NotAllowed, Unavailable } from '@mlmcsc/core';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import * as oidc from 'openid-client';
import type { Pool } from 'pg';
import { isUsername } from './credentials.ts';
import { inTransaction } from './in-transaction.ts';
import { insertUser } from './insert-user.ts';
import { type OidcSettings, roleFromClaims } from './oidc-settings.ts';
import type { RecordChange } from './record-change.ts';
import type { IssuedSession, SessionAuthenticator, SignInCredentials } from './session-authenticator.ts';
import { tracedFetch } from './traced-fetch.ts';
import { getUser, lockUser, touchUser } from './user-rows.ts';

const COOKIE = 'mlmcsc.sso';
const COOKIE_PATH = '/api/v1/session/sso';
/** Time for signing in at the provider, with its second factor. */
const LIFE_SECONDS = 15 * 60;
const TIMEOUT_SECONDS = 10;

export interface SingleSignOnOptions {
  readonly settings: OidcSettings;
  readonly pool: Pool;
  readonly sessions: Pick<SessionAuthenticator, 'issue'>;
  /** Seals what the browser carries to the provider and back. */
  readonly secret: string;
  /** Writes the audit trail. @default records nothing */
  readonly record?: RecordChange | undefined;
}

/** What has to be the same when the browser returns. */
interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  readonly endsAt: number;
}

/**
 * Single sign-on: authorization code with PKCE, state and nonce. The provider's documents (discovery, keys) are read at
 * every sign-in, so that new keys and moved addresses are never missed; nothing is kept between sign-ins.
 * @source OpenID Connect Core 1.0, section 3.1; RFC 7636; RFC 9207
 */
export class SingleSignOn {
  readonly #options: SingleSignOnOptions;
  readonly #record: RecordChange;

  constructor(options: SingleSignOnOptions) {
    this.#options = options;
    this.#record = options.record ?? (async () => {});
  }

  /** Where to send the browser, and the cookie it brings back. @throws Unavailable `sso-unavailable` */
  async begin({
    redirectUri,
    next,
  }: {
    readonly redirectUri: string;
    readonly next: string;
  }): Promise<{ readonly url: string; readonly setCookies: readonly string[] }> {
    const config = await this.#discover();
    const journey: Journey = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      next,
      endsAt: Date.now() + LIFE_SECONDS * 1000,
    };
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: this.#options.settings.scopes,
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    const sealed = await symmetricEncrypt({ key: this.#options.secret, data: JSON.stringify(journey) });
    return { url: url.href, setCookies: [cookie(sealed, LIFE_SECONDS, redirectUri)] };
  }

  /** Checks what the provider says, and starts a session.
   * @param currentUrl - the address the browser returned to, with its query
   * @throws NotAllowed `sso-failed | sso-refused`; Unavailable `sso-unavailable | database-unavailable`
   */
  async finish({
    currentUrl,
    cookieHeader,
    ...caller
  }: {
    readonly currentUrl: string;
    readonly cookieHeader: string | undefined;
  } & Pick<SignInCredentials, 'userAgent' | 'ipAddress'>): Promise<
    IssuedSession & { readonly next: string }
  > {
    const journey = await this.#open(cookieHeader);
    const claims = await this.#claims(new URL(currentUrl), journey);
    const userId = await this.#provision(claims);
    const issued = await this.#options.sessions.issue(userId, 'single-sign-on', caller);
    return { ...issued, setCookies: [...issued.setCookies, cookie('', 0, currentUrl)], next: journey.next };
  }

  async #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#options.settings;
    try {
      const config = await oidc.discovery(issuer, clientId, clientSecret, undefined, {
        timeout: TIMEOUT_SECONDS,
        [oidc.customFetch]: tracedFetch,
        // Settings allow this on this machine only.
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      });
      config[oidc.customFetch] = tracedFetch;
      oidc.enableNonRepudiationChecks(config);
      return config;
    } catch (error) {
      throw new Unavailable(
        'sso-unavailable',
        'The single sign-on provider does not answer; try again, or sign in with a password.',
        { cause: error },
      );
    }
  }

  async #open(cookieHeader: string | undefined): Promise<Journey> {
    const [, sealed] = /(?:^|;\s*)mlmcsc\.sso=([0-9a-zA-Z]+)/.exec(cookieHeader ?? '') ?? [];
    if (sealed !== undefined) {
      const text = await symmetricDecrypt({ key: this.#options.secret, data: sealed }).catch(() => null);
      const journey = text === null ? null : (JSON.parse(text) as Journey);
      if (journey !== null && journey.endsAt > Date.now()) return journey;
    }
    throw failed('This sign-in was not begun in this browser, or took too long; begin again.');
  }

  async #claims(currentUrl: URL, journey: Journey): Promise<Readonly<Record<string, unknown>>> {
    const config = await this.#discover();
    const { settings } = this.#options;
    try {
      const tokens = await oidc.authorizationCodeGrant(config, currentUrl, {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      });
      const claims = { ...tokens.claims() };
      if (
        roleFromClaims(claims, settings) !== null ||
        config.serverMetadata().userinfo_endpoint === undefined
      ) {
        return claims;
      }
      const more = await oidc.fetchUserInfo(config, tokens.access_token, String(claims.sub));
      return { ...more, ...claims };
    } catch (error) {
      throw failed('The answer of the single sign-on provider could not be verified; begin again.', error);
    }
  }

  /** Finds or makes the user, with the role that the provider gives now. */
  async #provision(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { settings } = this.#options;
    const role = roleFromClaims(claims, settings);
    if (role === null) throw refused('Your account at the single sign-on provider gives you no role here.');
    const subject = String(claims.sub);
    const providerId = `oidc:${settings.issuer.href}`;
    const username = usernameFrom(claims);
    const displayName =
      typeof claims.name === 'string' && claims.name.trim() !== '' ? claims.name.slice(0, 100) : username;
    return inTransaction(this.#options.pool, async (client) => {
      // Two first sign-ins of one person at once make one user.
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `${providerId} ${subject}`,
      ]);
      const { rows } = await client.query<{ user_id: string }>(
        'select user_id from auth_account where provider_id = $1 and account_id = $2',
        [providerId, subject],
      );
      const known = rows[0]?.user_id;
      if (known === undefined) {
        if (!isUsername(username)) throw refused('Your account at the provider has no usable user name.');
        const taken = await client.query('select 1 from auth_user where username = $1', [username]);
        // Never joined by name alone: whoever may choose a name at the provider would take over the account here.
        if (taken.rowCount !== 0) {
          throw refused(`There is a local user ${username} already; ask an administrator.`);
        }
        const user = await insertUser(client, { username, displayName, role });
        await client.query(
          'insert into auth_account (account_id, provider_id, user_id) values ($1, $2, $3)',
          [subject, providerId, user.id],
        );
        await this.#record(client, {
          action: 'user.created',
          actor: 'system',
          subject: { kind: 'user', id: user.username },
          details: { role, by: 'single-sign-on' },
        });
        return user.id;
      }
      await lockUser(client, known);
      const user = await getUser(client, known);
      if (user.status === 'deactivated') throw refused('Your account here is deactivated.');
      if (user.role !== role || user.displayName !== displayName) {
        await client.query('update auth_user set role = $2, name = $3 where id = $1', [
          known,
          role,
          displayName,
        ]);
        await touchUser(client, known);
      }
      if (user.role !== role) {
        await this.#record(client, {
          action: 'user.role-changed',
          actor: 'system',
          subject: { kind: 'user', id: user.username },
          details: { from: user.role, to: role, by: 'single-sign-on' },
        });
      }
      return known;
    });
  }
}

/** From the preferred name, else the address, else the subject. */
function usernameFrom(claims: Readonly<Record<string, unknown>>): string {
  const given = [claims.preferred_username, claims.email, claims.sub].find(
    (value) => typeof value === 'string' && value !== '',
  );
  return String(given)
    .split('@', 1)[0]!
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+/g, '')
    .slice(0, 64);
}

/** Lax: the browser comes from the provider's page. */
const cookie = (value: string, seconds: number, address: string) =>
  `${COOKIE}=${value}; Path=${COOKIE_PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${address.startsWith('https:') ? '; Secure' : ''}`;

const failed = (detail: string, cause?: unknown) => new NotAllowed('sso-failed', detail, { cause });
const refused = (detail: string) => new NotAllowed('sso-refused', detail);
