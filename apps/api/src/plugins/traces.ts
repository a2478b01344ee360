import { continueTrace, parseTraceparent, type TraceContext } from '@mlmcsc/core';
import { traceCarrier } from '@mlmcsc/platform/telemetry';
import type { ApiInstance } from '../api-instance.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else looks at the request. */
    trace: TraceContext | null;
  }
}

/** Continues the caller's trace (`traceparent`), or begins one, for everything that the request does and causes.
 * @source W3C Trace Context, level 1
 */
export function carryTraces(app: ApiInstance): void {
  app.decorateRequest('trace', null);
  app.addHook('onRequest', (request, _reply, done) => {
    const trace = continueTrace(parseTraceparent(request.headers.traceparent));
    request.trace = trace;
    traceCarrier.run(trace, done);
  });
  // The body arrives by events of the connection, which know nothing of the request's trace.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.trace === null) done();
    else traceCarrier.run(request.trace, done);
  });
}
