import { PROBLEM_MEDIA_TYPE, type Problem } from '@mlmcsc/contracts';
import {
  Conflict,
  DomainError,
  InvalidInput,
  NotAllowed,
  NotFound,
  Unavailable,
  Unprocessable,
} from '@mlmcsc/core';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { findProblem, PROBLEMS, type ProblemCode, type ProblemEntry } from './problem-table.ts';
import { TooManyRequests } from './too-many-requests.ts';
import { pointersOf } from './validation-pointers.ts';

/** Seconds after which a 503 may be tried again, where the error does not know better. */
const RETRY_AFTER_SECONDS = 2;

/** How an error is answered. */
export interface Answer {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly errors: Problem['errors'];
}

/** Codes of the server framework, in our words. */
const FRAMEWORK_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
  FST_ERR_VALIDATION: 'invalid-request',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_NOT_FOUND: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_UNDER_PRESSURE: 'overloaded',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media-type',
  FST_REQ_FILE_TOO_LARGE: 'body-too-large',
  FST_FILES_LIMIT: 'invalid-request',
  FST_FIELDS_LIMIT: 'invalid-request',
  FST_PARTS_LIMIT: 'invalid-request',
  FST_PROTO_VIOLATION: 'invalid-request',
};

/** Where a code is not in the table, its class decides. */
function entryByClass(error: DomainError): ProblemEntry {
  const title = error.code.replaceAll('-', ' ');
  const status =
    error instanceof InvalidInput
      ? 400
      : error instanceof NotFound
        ? 404
        : error instanceof Conflict
          ? 409
          : error instanceof NotAllowed
            ? 403
            : error instanceof Unprocessable
              ? 422
              : error instanceof Unavailable
                ? 503
                : 500;
  return { status, title, explanation: '' };
}

/** The answer to an error of any kind; what is not known by name is an `internal-error` that tells nothing. */
export function answerTo(error: unknown): Answer {
  if (error instanceof DomainError) {
    const { status, title } = findProblem(error.code) ?? entryByClass(error);
    const retryAfterSeconds =
      error instanceof TooManyRequests
        ? error.retryAfterSeconds
        : error instanceof Unavailable && error.retryAfterSeconds !== undefined
          ? error.retryAfterSeconds
          : status === 503
            ? RETRY_AFTER_SECONDS
            : undefined;
    const errors = error.faults?.map(({ detail, pointer }) => ({ detail, pointer }));
    return { code: error.code, status, title, detail: error.detail, retryAfterSeconds, errors };
  }
  if (error instanceof DOMException && error.name === 'AbortError') return known('request-aborted');
  const { code, validation, validationContext, statusCode, message } = error as Partial<FastifyError>;
  if (validation !== undefined) {
    const errors = pointersOf(validation, validationContext ?? 'body');
    return { ...known('invalid-request'), detail: errors[0]?.detail, errors };
  }
  const ours = code === undefined ? undefined : FRAMEWORK_CODES[code];
  if (ours !== undefined) return { ...known(ours), detail: status4xx(ours) ? message : undefined };
  if (code?.startsWith('FST_') && statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { ...known('invalid-request'), detail: message };
  }
  return known('internal-error');
}

function known(code: ProblemCode): Answer {
  const { status, title } = PROBLEMS[code];
  const retryAfterSeconds = status === 503 ? RETRY_AFTER_SECONDS : undefined;
  return { code, status, title, detail: undefined, retryAfterSeconds, errors: undefined };
}

const status4xx = (code: ProblemCode) => PROBLEMS[code].status < 500;

/** The problem document of an answer. @source RFC 9457 */
export function problemDocument(
  answer: Answer,
  request: { readonly id: string; readonly url: string },
): Problem {
  return {
    type: `/problems/${answer.code}`,
    title: answer.title,
    status: answer.status,
    ...(answer.detail === undefined ? {} : { detail: answer.detail }),
    instance: request.url.split('?', 1)[0] ?? request.url,
    code: answer.code,
    request_id: request.id,
    ...(answer.errors === undefined ? {} : { errors: answer.errors }),
  };
}

/** Sends an answer as problem+json. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', String(answer.retryAfterSeconds));
  if (answer.status === 401)
    reply.header('www-authenticate', 'Session realm="mlmcsc", Bearer realm="mlmcsc"');
  for (const header of ['content-disposition', 'etag', 'content-encoding'] as const)
    reply.removeHeader(header);
  return reply
    .code(answer.status)
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store')
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problemDocument(answer, request)));
}
