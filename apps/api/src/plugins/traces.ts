import { continueTrace, parseTraceparent, type TraceContext } from '@mlmcsc/core';
import { beginRootSpan, type OpenSpan, traceCarrier } from '@mlmcsc/platform/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiInstance } from '../api-instance.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else looks at the request. */
    trace: TraceContext | null;
    /** Null where it is not recorded. */
    span: OpenSpan | null;
  }
}

/** Asked every few seconds by supervisors, and of no interest. */
const QUIET_PATHS = /^\/(livez|readyz)(\?|$)/;

/** Continues the caller's trace (`traceparent`), or begins one, for everything that the request does and causes.
 * @source W3C Trace Context, level 1
 */
export function carryTraces(app: ApiInstance): void {
  app.decorateRequest('trace', null);
  app.decorateRequest('span', null);
  app.addHook('onRequest', (request, reply, done) => {
    const parent = parseTraceparent(request.headers.traceparent);
    request.span = isRecorded(request) ? beginRequestSpan(request, reply, parent) : null;
    request.trace = request.span ?? continueTrace(parent);
    traceCarrier.run(request.trace, done);
  });
  // The body arrives by events of the connection, which know nothing of the request's trace.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.trace === null) done();
    else traceCarrier.run(request.trace, done);
  });
}

/** An event stream lasts for hours, and is no slow request. */
function isRecorded({ url, headers }: FastifyRequest): boolean {
  return !QUIET_PATHS.test(url) && !headers.accept?.includes('text/event-stream');
}

function beginRequestSpan(
  request: FastifyRequest,
  reply: FastifyReply,
  parent: TraceContext | null,
): OpenSpan | null {
  const { method } = request;
  const attributes = { 'http.request.method': method, 'http.request.id': request.id };
  const span = beginRootSpan({ name: method, kind: 'server', attributes }, parent);
  if (span === null) return null;
  reply.raw.once('close', () => {
    const route = request.is404 ? undefined : request.routeOptions.url;
    if (route !== undefined) {
      span.rename(`${method} ${route}`);
      span.set({ 'http.route': route });
    }
    if (reply.raw.writableFinished) span.set({ 'http.response.status_code': reply.statusCode });
    else span.set({ 'mlmcsc.request.broke_off': true });
    if (reply.statusCode >= 500) span.fail(`answered ${reply.statusCode}`);
    span.end();
  });
  return span;
}
