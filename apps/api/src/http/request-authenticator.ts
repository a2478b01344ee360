import { NotAllowed } from '@mlmcsc/core';
import type { LiveApiKey, LiveSession, PostgresApiKeys, SessionAuthenticator } from '@mlmcsc/platform/auth';
import {
  type AuthenticatedSession,
  type Authenticator,
  bearerOf,
  type CallerHeaders,
  type SignInAttempt,
} from './authenticator.ts';

/** Cookies of browsers and keys of programs. */
export class RequestAuthenticator implements Authenticator {
  readonly #sessions: Pick<SessionAuthenticator, 'signIn' | 'authenticate' | 'signOut'>;
  readonly #keys: Pick<PostgresApiKeys, 'authenticate'>;

  constructor(
    sessions: Pick<SessionAuthenticator, 'signIn' | 'authenticate' | 'signOut'>,
    keys: Pick<PostgresApiKeys, 'authenticate'>,
  ) {
    this.#sessions = sessions;
    this.#keys = keys;
  }

  async signIn(attempt: SignInAttempt) {
    const { session, setCookies } = await this.#sessions.signIn(attempt);
    return { session: ofSession(session), setCookies };
  }

  async authenticate({ cookie, authorization }: CallerHeaders): Promise<AuthenticatedSession | null> {
    const token = bearerOf(authorization);
    if (token === null) {
      const session = await this.#sessions.authenticate(cookie);
      return session === null ? null : ofSession(session);
    }
    const key = await this.#keys.authenticate(token);
    if (key === null) {
      throw new NotAllowed('api-key-invalid', 'This API key is unknown, expired or revoked.');
    }
    return ofKey(key);
  }

  signOut(cookieHeader: string | undefined) {
    return this.#sessions.signOut(cookieHeader);
  }
}

export const ofSession = ({
  id,
  user,
  method,
  expiresAt,
  lacksSecondFactor,
}: LiveSession): AuthenticatedSession => ({
  user,
  expiresAt,
  session: { id, method, lacksSecondFactor },
  apiKey: null,
});

const ofKey = ({ id, user, expiresAt, scopes }: LiveApiKey): AuthenticatedSession => ({
  user,
  expiresAt,
  session: null,
  apiKey: { id, scopes },
});
