import { InferenceError } from '@mlmcsc/contracts';
import type { ApiInstance } from '../../api-instance.ts';
import { answerTo } from '../../http/problem.ts';
import type { ProblemCode } from '../../http/problem-table.ts';
import { problems } from '../../http/route-schema.ts';

const ANY_REQUEST: readonly ProblemCode[] = [
  'invalid-request',
  'shutting-down',
  'overloaded',
  'cross-site-request',
];

/** The error responses of a route, in the protocol's form.
 * @param codes - as for {@link problems} */
export function inferenceErrors(
  codes: readonly ProblemCode[],
  access: 'public' | 'signed-in' = 'signed-in',
  omit: readonly number[] = [],
) {
  const statuses = problems([...codes, ...ANY_REQUEST], access, omit) as Record<
    string,
    { description: string }
  >;
  return Object.fromEntries(
    Object.entries(statuses).map(([status, { description }]) => [
      status,
      { description, content: { 'application/json': { schema: InferenceError } } },
    ]),
  ) as Record<never, never>;
}

/** Answers every error below `scope` as `{"error": "…"}`, with the status of the problem. */
export function answerInferenceErrors(scope: ApiInstance): void {
  scope.setErrorHandler((error, request, reply) => {
    const { code, status, title, detail, retryAfterSeconds } = answerTo(error);
    if (status >= 500) request.log.error({ err: error, code }, title);
    else request.log.info({ code, detail }, title);
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    if (status === 401) reply.header('www-authenticate', 'Session realm="mlmcsc", Bearer realm="mlmcsc"');
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send({ error: detail === undefined ? `${title}.` : `${title}: ${detail}` });
  });
}
