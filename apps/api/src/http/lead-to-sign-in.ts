import { DomainError } from '@mlmcsc/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Shows a browser that came for a page what went wrong on the way to being signed in: on the sign-in page, from where the
 * page that was wanted is still reached.
 * @throws the error itself for programs, and where it is none that a user can be told
 */
export function leadToSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  next?: string,
): never {
  if (!(error instanceof DomainError) || !request.headers.accept?.includes('text/html')) throw error;
  request.log.warn({ err: error, code: error.code }, 'single sign-on failed');
  const search = new URLSearchParams({ problem: error.code, ...(next === undefined ? {} : { next }) });
  return reply.redirect(`/sign-in?${search}`, 302) as never;
}
