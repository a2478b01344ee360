import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ApiInstance } from '../api-instance.ts';

/** Long enough for UUIDs and trace identifiers; nothing that could break a log line. */
const SANE_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's `x-request-id` when it is sane, else a fresh one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SANE_ID.test(given) ? given : randomBytes(8).toString('hex');
}

/** Tells the caller the identifier under which the log knows the request. */
export function echoRequestIds(app: ApiInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}
