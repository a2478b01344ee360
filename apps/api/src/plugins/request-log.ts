import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** Asked every few seconds by supervisors; only their failures are worth a line. */
const QUIET_PATHS: ReadonlySet<string> = new Set(['/livez', '/readyz']);

/** One line a request, when it is done, with its duration and who asked. */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'request_id' });
  }

  override incomingRequest(): void {}

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const path = request.url.split('?', 1)[0] ?? request.url;
    if (error === null && reply.statusCode < 400 && QUIET_PATHS.has(path)) return;
    const line = {
      req: request,
      res: reply,
      duration_ms: Math.round(reply.elapsedTime * 10) / 10,
      username: request.session?.user.username,
    };
    if (error === null) request.log.info(line, 'request done');
    else request.log.warn({ ...line, err: error }, 'request broke off');
  }
}
