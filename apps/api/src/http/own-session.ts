import { NotAllowed } from '@mlmcsc/core';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedSession } from './authenticator.ts';
import { signedIn } from './signed-in.ts';

/** The user of a request and the browser's session it came by. @throws NotAllowed `not-signed-in | session-required` */
export function ownSession(request: Pick<FastifyRequest, 'session'>): {
  readonly user: AuthenticatedSession['user'];
  readonly sessionId: string;
} {
  const { user, session } = signedIn(request);
  if (session === null) throw new NotAllowed('session-required', 'API keys cannot do this; sign in.');
  return { user, sessionId: session.id };
}
