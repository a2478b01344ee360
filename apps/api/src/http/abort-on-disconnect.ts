import type { FastifyReply } from 'fastify';

/** A signal that aborts when the caller goes away before the answer is sent, so that nobody computes for no one. */
export function abortOnDisconnect(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
