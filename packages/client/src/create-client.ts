import createFetchClient, { type Client as FetchClient, type Middleware } from 'openapi-fetch';
import type { paths } from './openapi.generated.ts';
import { networkProblem, problemOf } from './problem-error.ts';

/** Typed access to every route: `client.GET('/api/v1/history', { params: { query: { limit: 20 } } })`. */
export type Client = FetchClient<paths>;

export interface ClientOptions {
  /** Address of the server, e.g. `https://lab.example`. @default the page's own */
  readonly baseUrl?: string;
  /** @default the global fetch */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request, e.g. `{ cookie }` in programs that are not browsers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Turns every answer that is not a success, and every failure on the way, into a thrown ProblemError. */
const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return undefined;
    throw problemOf(response.status, await response.text(), response.headers.get('retry-after'));
  },
  onError: ({ error }) => networkProblem(error),
};

/**
 * Makes a client of the API.
 *
 * ```ts
 * const client = createClient({ baseUrl: 'http://127.0.0.1:8080' });
 * const analysis = unwrap(await client.GET('/api/v1/analyses/{id}', { params: { path: { id } } }));
 * ```
 * Each call throws ProblemError unless it succeeds.
 */
export function createClient(options: ClientOptions = {}): Client {
  const client = createFetchClient<paths>({
    baseUrl: options.baseUrl ?? '',
    credentials: 'same-origin',
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    ...(options.headers === undefined ? {} : { headers: options.headers }),
  });
  client.use(throwProblems);
  return client;
}

/** The data of a call that succeeded. */
export function unwrap<T>(result: { data?: T; response: Response }): T {
  if (result.data === undefined) throw problemOf(result.response.status, '', null);
  return result.data;
}
