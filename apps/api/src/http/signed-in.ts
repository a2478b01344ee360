import { NotAllowed } from '@mlmcsc/core';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedSession } from './authenticator.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the handler of every route that is not public. */
    session: AuthenticatedSession | null;
  }
}

/** The session of a request. @throws NotAllowed `not-signed-in` */
export function signedIn(request: Pick<FastifyRequest, 'session'>): AuthenticatedSession {
  if (request.session === null) throw new NotAllowed('not-signed-in', 'There is no live session.');
  return request.session;
}

/** The user name of a request. @throws NotAllowed `not-signed-in` */
export const usernameOf = (request: Pick<FastifyRequest, 'session'>): string =>
  signedIn(request).user.username;
