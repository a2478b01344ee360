import type { Problem } from '@mlmcsc/contracts';

/** What went wrong with a request: the server's problem document, or a failure on the way to it. */
export class ProblemError extends Error {
  /** Stable code to branch on: the server's, or `network-unreachable`, `request-aborted`, `unreadable-answer`. */
  readonly code: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  /** What is wrong with which field, as JSON Pointers. */
  readonly errors: readonly { readonly detail: string; readonly pointer: string }[];
  /** Seconds to wait before trying again, when the server said so. */
  readonly retryAfterSeconds: number | null;

  constructor(
    problem: Pick<Problem, 'code' | 'status' | 'title'> & Partial<Problem>,
    options: { readonly retryAfterSeconds?: number | null; readonly cause?: unknown } = {},
  ) {
    super(problem.detail ?? problem.title, { cause: options.cause });
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail ?? null;
    this.requestId = problem.request_id ?? null;
    this.errors = problem.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  /** Whether the same request may succeed later. */
  get retryable(): boolean {
    return this.code === 'network-unreachable' || [408, 429, 502, 503, 504].includes(this.status);
  }
}

/** The error of an answer that is not a success; understands answers of proxies, too. */
export function problemOf(status: number, body: string, retryAfter: string | null): ProblemError {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  const options = { retryAfterSeconds: Number.isFinite(seconds) ? seconds : null };
  try {
    const problem = JSON.parse(body) as Partial<Problem> | null;
    if (typeof problem?.code === 'string' && typeof problem.title === 'string') {
      return new ProblemError({ ...problem, code: problem.code, title: problem.title, status }, options);
    }
  } catch {
    // Not JSON: some proxy answered in its own words.
  }
  return new ProblemError(
    { code: 'unreadable-answer', status, title: `The server answered with status ${status}.` },
    options,
  );
}

/** The error of a request that got no answer. */
export function networkProblem(cause: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  const aborted =
    cause instanceof DOMException && (cause.name === 'AbortError' || cause.name === 'TimeoutError');
  return aborted
    ? new ProblemError({ code: 'request-aborted', status: 0, title: 'The request was cancelled.' }, { cause })
    : new ProblemError(
        { code: 'network-unreachable', status: 0, title: 'The server cannot be reached.' },
        { cause },
      );
}
