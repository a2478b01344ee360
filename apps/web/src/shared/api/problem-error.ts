import type { Problem } from '@mlmcsc/contracts';

/** A request that did not succeed: what the server's problem document says, or `network-failed` without an answer. */
export class ProblemError extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable code, e.g. `sign-in-locked`. */
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  /** Seconds to wait before the next attempt, where the server says so. */
  readonly retryAfterSeconds: number | null;
  readonly fields: NonNullable<Problem['errors']>;

  constructor(problem: {
    status: number;
    code: string;
    title: string;
    detail?: string | null | undefined;
    requestId?: string | null | undefined;
    retryAfterSeconds?: number | null | undefined;
    fields?: Problem['errors'];
    cause?: unknown;
  }) {
    super(problem.detail ?? problem.title, { cause: problem.cause });
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail ?? null;
    this.requestId = problem.requestId ?? null;
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null;
    this.fields = problem.fields ?? [];
  }
}

/** Whether the session has ended or there never was one. A failed sign-in is not meant. */
export function isSessionMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401 && error.code !== 'sign-in-failed';
}

/** Whether the signed-in role is not enough. */
export function isDenied(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 403;
}

/** Whether the same request may succeed later. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  return error.status === 0 || error.status === 429 || error.status === 502 || error.status >= 503;
}

/** Any thrown value as one or two sentences for a person. */
export function describeError(error: unknown): { title: string; detail: string | null; requestId: string | null } {
  if (error instanceof ProblemError) {
    return { title: error.title, detail: error.detail, requestId: error.requestId };
  }
  return {
    title: 'Something went wrong',
    detail: error instanceof Error ? error.message : null,
    requestId: null,
  };
}
