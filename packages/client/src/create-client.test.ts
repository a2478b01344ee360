import { describe, expect, it } from 'vitest';
import { createClient, unwrap } from './create-client.ts';
import { ProblemError } from './problem-error.ts';

const answering = (response: Response | Error, seen: Request[] = []) =>
  createClient({
    baseUrl: 'http://lab.test',
    fetch: async (request) => {
      seen.push(request);
      if (response instanceof Error) throw response;
      return response;
    },
  });

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );
const id = '0192f0a0-4c1e-7a3b-9d52-000000000003';

describe('createClient', () => {
  it('sends the typed request and gives its data', async () => {
    const seen: Request[] = [];
    const client = answering(Response.json({ items: [], next_cursor: null }), seen);
    const page = unwrap(
      await client.GET('/api/v1/history', { params: { query: { limit: 20, labelled: true } } }),
    );
    expect(page.next_cursor).toBeNull();
    expect(seen[0]?.url).toBe('http://lab.test/api/v1/history?limit=20&labelled=true');
  });

  it('throws the problem of the server with its code, pointers and time to wait', async () => {
    const problem = {
      type: '/problems/invalid-request',
      title: 'The request does not fit its description',
      status: 400,
      code: 'invalid-request',
      request_id: 'r-17',
      errors: [{ detail: 'shear_percent is missing', pointer: '#/shear_percent' }],
    };
    const client = answering(
      new Response(JSON.stringify(problem), { status: 400, headers: { 'retry-after': '7' } }),
    );
    const error = await caught(client.GET('/api/v1/analyses/{id}', { params: { path: { id } } }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      code: 'invalid-request',
      status: 400,
      requestId: 'r-17',
      retryAfterSeconds: 7,
      retryable: false,
      errors: [{ pointer: '#/shear_percent' }],
    });
  });

  it('understands a proxy that answers in HTML', async () => {
    const client = answering(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await caught(client.GET('/api/v1/models/current'))).toMatchObject({
      code: 'unreadable-answer',
      status: 502,
      retryable: true,
    });
  });

  it('tells an unreachable server from a cancelled request', async () => {
    const away = answering(new TypeError('fetch failed'));
    expect(await caught(away.GET('/api/v1/models/current'))).toMatchObject({
      code: 'network-unreachable',
      status: 0,
      retryable: true,
    });
    const cancelled = answering(new DOMException('no more', 'AbortError'));
    expect(await caught(cancelled.GET('/api/v1/models/current'))).toMatchObject({
      code: 'request-aborted',
      retryable: false,
    });
  });
});
