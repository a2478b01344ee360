import { type RequestOrigin, runWithOrigin } from '@mlmcsc/platform/system';
import type { ApiInstance } from '../api-instance.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the audit trail says about where a change came from. */
    origin: RequestOrigin;
  }
}

/** Lets everything that a request causes know the request, so that the audit trail can name it. */
export function nameRequestOrigins(app: ApiInstance): void {
  app.decorateRequest('origin', null as never);
  app.addHook('onRequest', (request, _reply, done) => {
    request.origin = { requestId: request.id, address: request.ip, apiKey: null };
    runWithOrigin(request.origin, done);
  });
  // Reading the body goes on in the context of the connection, not of the request.
  app.addHook('preValidation', (request, _reply, done) => runWithOrigin(request.origin, done));
}
