import type { Problem } from '@mlmcsc/contracts';
import { ProblemError } from './problem-error.ts';

const API_ROOT = '/api/v1';

export interface ApiRequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON, or as it is when it is a form. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** The address of a resource, for images and downloads. */
export function apiUrl(path: string, query: ApiRequestOptions['query'] = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `${API_ROOT}${path}${text === '' ? '' : `?${text}`}`;
}

/** Sends a request and returns its JSON answer (undefined for an empty one).
 * @throws ProblemError for every answer that is no success, and when none comes
 */
export async function apiRequest<Answer>(path: string, options: ApiRequestOptions = {}): Promise<Answer> {
  const isForm = options.body instanceof FormData;
  const init: RequestInit = {
    method: options.method ?? 'GET',
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      ...(options.body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    signal: options.signal ?? null,
  };
  if (options.body !== undefined) init.body = isForm ? (options.body as FormData) : JSON.stringify(options.body);

  let response: Response;
  try {
    response = await fetch(apiUrl(path, options.query), init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError({
      status: 0,
      code: 'network-failed',
      title: 'The server cannot be reached',
      detail: 'Check the network connection, then try again. Nothing that was saved is lost.',
      cause,
    });
  }
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

async function readProblem(response: Response): Promise<ProblemError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError({
    status: response.status,
    code: problem?.code ?? `http-${response.status}`,
    title: problem?.title ?? `The server answered ${response.status}`,
    detail: problem?.detail,
    requestId: problem?.request_id ?? response.headers.get('x-request-id'),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
    fields: problem?.errors,
  });
}
