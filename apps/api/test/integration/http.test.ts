import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../src/http/problem-table.ts';
import { PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const NOTHING = '0192f0a0-1111-7000-8000-00000000dead';

describe('errors', () => {
  it.each([
    ['GET', '/api/v1/nothing', 404, 'not-found'],
    ['GET', '/nothing', 404, 'not-found'],
    ['GET', '/api/v1/images/%E0%A4%A', 404, 'not-found'],
    ['GET', `/api/v1/images/${'x'.repeat(500)}`, 404, 'not-found'],
    ['PATCH', '/api/v1/images', 405, 'method-not-allowed'],
    ['DELETE', `/api/v1/analyses/${NOTHING}`, 405, 'method-not-allowed'],
    ['POST', '/livez', 405, 'method-not-allowed'],
  ])('answers %s %s with %d %s', async (method, path, status, code) => {
    const answer = await api.call(method, path, { as: 'admin' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.json).toMatchObject({ code, status, type: `/problems/${code}` });
    expect(answer.json.request_id).toBe(answer.headers.get('x-request-id'));
    if (status === 405) expect(answer.headers.get('allow')).toBeTruthy();
  });

  it('names what is wrong with JSON Pointers', async () => {
    const answer = await api.call('POST', '/api/v1/labels', {
      as: 'technician',
      json: { analysis_id: 'x', shear_percent: 101, color: 'red' },
    });
    expect(answer.status).toBe(400);
    expect(answer.json.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '#/analysis_id',
      '#/color',
      '#/shear_percent',
    ]);
  });

  it.each([
    ['not JSON', '{"analysis_id": ', 'application/json', 400, 'malformed-body'],
    ['nothing', '', 'application/json', 400, 'malformed-body'],
    ['a prototype', '{"__proto__": {"admin": true}}', 'application/json', 400, 'malformed-body'],
    ['JSON that is no object', '[1,2,3]', 'application/json', 400, 'invalid-request'],
    ['plain text', 'hello', 'text/plain', 415, 'unsupported-media-type'],
    ['XML', '<a/>', 'application/xml', 415, 'unsupported-media-type'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    [
      'two megabytes',
      JSON.stringify({ notes: 'x'.repeat(2_000_000) }),
      'application/json',
      413,
      'body-too-large',
    ],
  ])('refuses a body that is %s', async (_what, body, contentType, status, code) => {
    const answer = await api.call('POST', '/api/v1/labels', {
      as: 'technician',
      body,
      headers: { 'content-type': contentType },
    });
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
  });

  it('takes no compressed body, which could grow without bound', async () => {
    const answer = await api.call('POST', '/api/v1/labels', {
      as: 'technician',
      body: new Uint8Array(gzipSync(JSON.stringify({ notes: 'x'.repeat(5_000_000) }))),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect({ status: answer.status, code: answer.json.code }).toEqual({
      status: 400,
      code: 'malformed-body',
    });
  });

  it.each(["' or 1=1 --", 'x'.repeat(100), '%00', '../../etc/passwd', '{"$ne":null}', '💥'])(
    'is not confused by %j in addresses and queries',
    async (text) => {
      const escaped = encodeURIComponent(text);
      for (const path of [
        `/api/v1/images/${escaped}`,
        `/api/v1/models/${escaped}`,
        `/api/v1/history?text=${escaped}`,
        `/api/v1/history?technician=${escaped}`,
        `/api/v1/history?cursor=${escaped}`,
        `/api/v1/jobs?state=${escaped}`,
        `/api/v1/images/${NOTHING}/content?rendition=${escaped}`,
        `/problems/${escaped}`,
      ]) {
        const answer = await api.call('GET', path, { as: 'viewer' });
        expect(answer.status, path).not.toBe(500);
        if (answer.status >= 400) expect(answer.json.code, path).toBeTypeOf('string');
      }
    },
  );

  it('answers a request line that is no HTTP and a header that is too large without a trace of internals', async () => {
    const { port, hostname } = new URL(api.url);
    const talk = (text: string) =>
      new Promise<string>((resolve, reject) => {
        let heard = '';
        const socket = connect(Number(port), hostname, () => socket.write(text));
        socket.on('data', (data) => {
          heard += data;
        });
        socket.on('end', () => resolve(heard));
        socket.on('error', reject);
      });
    await expect(talk('NONSENSE\r\n\r\n')).resolves.toMatch(
      /^HTTP\/1\.1 400 [\s\S]*"code":"invalid-request"/,
    );
    await expect(talk(`GET /livez HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`)).resolves.toMatch(
      /^HTTP\/1\.1 431 [\s\S]*"code":"header-fields-too-large"/,
    );
  });

  it('explains every problem at the address of its type', async () => {
    for (const code of Object.keys(PROBLEMS)) {
      const page = await api.call('GET', `/problems/${code}`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.body.toString()).toContain(code);
    }
    expect((await api.call('GET', '/problems')).status).toBe(200);
  });
});

describe('request identifiers', () => {
  it('keeps a sane one and makes one otherwise', async () => {
    const kept = await api.call('GET', '/livez', { headers: { 'x-request-id': 'trace-1234' } });
    expect(kept.headers.get('x-request-id')).toBe('trace-1234');
    const made = await api.call('GET', '/livez', { headers: { 'x-request-id': '<script>' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('requests from other sites', () => {
  const signOut = (headers: Record<string, string>) => api.call('DELETE', '/api/v1/session', { headers });

  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
  ])('refuses %j', async (headers) => {
    const answer = await signOut(headers);
    expect(answer.status).toBe(403);
    expect(answer.json.code).toBe('cross-site-request');
  });

  it('takes those of its own pages and of programs', async () => {
    expect((await signOut({})).status).toBe(204);
    expect((await signOut({ origin: api.url })).status).toBe(204);
    expect((await signOut({ 'sec-fetch-site': 'same-origin', origin: api.url })).status).toBe(204);
  });
});

describe('headers', () => {
  it('sets a strict policy that still lets the page show pictures from memory', async () => {
    const { headers } = await api.call('GET', '/livez');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("img-src 'self' blob: data:");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
  });

  it('answers HEAD like GET without the body', async () => {
    const head = await api.call('HEAD', '/openapi.json');
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
  });
});

describe('signing in', () => {
  it('gives a cookie that works until signing out, which revokes it', async () => {
    const signedIn = await api.call('POST', '/api/v1/session', {
      json: { username: 'Reviewer', password: PASSWORD },
    });
    expect(signedIn.status).toBe(201);
    expect(signedIn.json.user).toMatchObject({ username: 'reviewer', role: 'reviewer' });
    const setCookie = signedIn.headers.getSetCookie()[0] ?? '';
    expect(setCookie).toMatch(/HttpOnly/i);
    const cookie = setCookie.split(';', 1)[0] ?? '';
    const who = () => api.call('GET', '/api/v1/session', { headers: { cookie } });
    expect((await who()).json.user.username).toBe('reviewer');
    const signedOut = await api.call('DELETE', '/api/v1/session', { headers: { cookie } });
    expect(signedOut.status).toBe(204);
    expect((await who()).status).toBe(401);
  });

  it('locks after repeated failures and says for how long, without locking others', async () => {
    await api.accounts.createUser({ username: 'locky', password: PASSWORD, role: 'viewer' });
    const attempt = (username: string, password: string) =>
      api.call('POST', '/api/v1/session', { json: { username, password } });
    for (let index = 0; index < 5; index += 1) {
      const refused = await attempt('locky', 'wrong password 1');
      expect({ status: refused.status, code: refused.json.code }).toEqual({
        status: 401,
        code: 'sign-in-failed',
      });
    }
    const locked = await attempt('locky', PASSWORD);
    expect({ status: locked.status, code: locked.json.code }).toEqual({
      status: 429,
      code: 'sign-in-locked',
    });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await attempt('viewer', PASSWORD)).status).toBe(201);
  });
});

describe('documentation', () => {
  it('serves an OpenAPI 3.1 document in which every answer and name resolves', async () => {
    const { json } = await api.call('GET', '/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    const names = new Set(Object.keys(json.components.schemas));
    const references = JSON.stringify(json).match(/"#\/components\/schemas\/[^"]+"/g) ?? [];
    for (const reference of references) expect(names).toContain(reference.split('/').at(-1)?.slice(0, -1));
    for (const { operation } of api.checker.operations) {
      expect(operation.operationId).toBeTruthy();
      expect(Object.keys(operation.responses)).toContain('500');
    }
  });

  it('serves the interactive pages with nothing from elsewhere', async () => {
    const page = await api.call('GET', '/docs/');
    expect(page.status).toBe(200);
    const html = page.body.toString();
    const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(link).not.toMatch(/^(https?:)?\/\//);
      const resource = await api.call('GET', new URL(link, `${api.url}/docs/`).pathname);
      expect(resource.status, link).toBe(200);
    }
  });
});

describe('limits', () => {
  it('refuses a body of 200 MB by its announced size, before it is read', async () => {
    const { port, hostname } = new URL(api.url);
    const before = process.memoryUsage().rss;
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpRequest({
        hostname,
        port,
        method: 'POST',
        path: '/api/v1/images',
        headers: {
          cookie: api.cookie('technician'),
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 200 * 1024 * 1024,
        },
      });
      request.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
        request.destroy();
      });
      request.on('error', reject);
      request.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
    });
    expect(status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });
});
