import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** Asked every few seconds by supervisors; only their failures are worth a line. */
const QUIET_PATHS: ReadonlySet<string> = new Set(['/livez', '/readyz']);

/** One line a request, when it is done, with its duration and who asked. */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'http.request.id' });
  }

  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const path = request.url.split('?', 1)[0] ?? request.url;
    const isBroken = error !== null && error !== undefined;
    if (!isBroken && reply.statusCode < 400 && QUIET_PATHS.has(path)) return;
    // Names of the Elastic Common Schema; queries may hold what people searched for, so only the path is kept.
    const line = {
      http: { request: { method: request.method }, response: { status_code: reply.statusCode } },
      url: { path },
      client: { ip: request.ip },
      // Who that is the list of users tells; their names are nobody's business who reads logs.
      user: { id: request.session?.user.id },
      ...traceFieldsOf(request),
      event: { duration: Math.round(reply.elapsedTime * 1e6) },
    };
    if (isBroken) request.log.info({ ...line, reason: error.message }, 'request broke off');
    else request.log.info(line, 'request done');
  }
}

/** The answer ends in an event of the connection, which knows nothing of the request's trace. */
function traceFieldsOf({ trace, span }: FastifyRequest): Readonly<Record<string, string>> {
  if (trace === null) return {};
  const fields = { 'trace.id': trace.traceId, 'span.id': trace.spanId };
  return span === null ? fields : { ...fields, 'transaction.id': span.rootSpanId };
}
