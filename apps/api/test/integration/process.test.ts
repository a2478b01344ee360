import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStream } from './support/read-events.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

describe('the web application', () => {
  let folder: string;
  let api: TestApi;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mlmcsc-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>MLMCSC</title><div id="root"></div>');
    await writeFile(join(folder, 'assets/index-B1a2C3d4.js'), `export const x = '${'y'.repeat(3000)}';`);
    await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(folder, '.env'), 'SECRET=1');
    api = await startTestApi({ webRoot: folder });
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });
  const page = (path: string) => api.call('GET', path, { headers: { accept: 'text/html' } });

  it.each(['/', '/history', '/jobs/0192f0a0-1111-7000-8000-00000000dead', '/index.html'])(
    'is shown at %s and asked for each time',
    async (path) => {
      const answer = await page(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.body.toString()).toContain('id="root"');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    },
  );

  it('has assets that are kept for ever and sent compressed', async () => {
    const answer = await api.call('GET', '/assets/index-B1a2C3d4.js');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.body.toString()).toContain('export const x');
    expect((await api.call('GET', '/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/assets/missing-B1a2C3d4.js', '/api/v1/nothing', '/api', '/.env', '/..%2f..%2fetc%2fpasswd'])(
    'is not shown at %s',
    async (path) => {
      const answer = await page(path);
      expect(answer.status).toBe(404);
      expect(answer.json.code).toBe('not-found');
    },
  );

  it('leaves the other addresses alone', async () => {
    expect((await page('/livez')).json.status).toBe('ok');
    expect((await page('/docs')).status).toBeLessThan(400);
    expect((await api.call('GET', '/nothing', { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await api.call('POST', '/history', { headers: { accept: 'text/html' } })).status).toBe(404);
  });
});

describe('limits', () => {
  it('answers an address that sends far too much with 429, supervisors always', async () => {
    const api = await startTestApi({ requestsPerMinute: 20 });
    try {
      const answers = await Promise.all(
        Array.from({ length: 30 }, () => api.call('GET', '/api/v1/session', { as: 'viewer' })),
      );
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(10);
      expect(refused[0]?.json.code).toBe('too-many-requests');
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await api.call('GET', '/livez')).status).toBe(200);
    } finally {
      await api.close();
    }
  });

  it('answers uploads beyond the memory set aside with 503', async () => {
    const api = await startTestApi({ uploadMemoryBytes: 1024 });
    try {
      const bodies = await Promise.all(Array.from({ length: 8 }, (_, seed) => jpegOf('face', 300 + seed)));
      const answers = await Promise.all(
        bodies.map((bytes) => api.call('POST', '/api/v1/images', { as: 'technician', body: formOf(bytes) })),
      );
      expect(answers.some(({ status }) => status === 201)).toBe(true);
      const busy = answers.filter(({ status }) => status === 503);
      expect(busy.length).toBeGreaterThan(0);
      expect(busy[0]?.json.code).toBe('upload-busy');
      expect(busy[0]?.headers.get('retry-after')).toBe('2');
    } finally {
      await api.close();
    }
  });
});

describe('without its database', () => {
  it('lets requests wait for one that restarts', async () => {
    const api = await startTestApi();
    try {
      await api.installModel('1.0.0');
      // Test servers write lazily.
      await api.pool.query('checkpoint');
      process.kill(api.databasePid(), 'SIGKILL');
      const waiting = Promise.all(
        Array.from({ length: 5 }, () => api.call('GET', '/api/v1/history', { as: 'viewer' })),
      );
      expect((await api.call('GET', '/livez')).status).toBe(200);
      for (const { status } of await waiting) expect(status).toBe(200);
      await vi.waitFor(
        async () => {
          const ready = await api.call('GET', '/readyz');
          expect(ready.status, ready.body.toString()).toBe(200);
        },
        { timeout: 30_000, interval: 200 },
      );
    } finally {
      await api.close();
    }
  });

  it('says so with 503 when it does not come back, and names nothing of it', async () => {
    const api = await startTestApi();
    try {
      await api.installModel('1.0.0');
      await api.stopDatabase();
      const answer = await api.call('GET', '/api/v1/history', { as: 'viewer' });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('2');
      expect(answer.body.toString()).not.toMatch(/127\.0\.0\.1|ECONN|postgres:/);
      expect((await api.call('GET', '/livez')).status).toBe(200);
      expect((await api.call('GET', '/readyz')).status).toBe(503);
    } finally {
      await api.close();
    }
  });
});

describe('shutting down', () => {
  it('ends event streams, finishes what is running, and takes nothing new', async () => {
    const api = await startTestApi();
    await api.installModel('1.0.0');
    const { json: image } = await api.call('POST', '/api/v1/images', {
      as: 'technician',
      body: formOf(await jpegOf('face', 401)),
    });
    api.measurer.delayMs = 600;
    // Browsers open connections ahead; one without a request must not hold the server.
    const { hostname, port } = new URL(api.url);
    const unused = connect(Number(port), hostname);
    await once(unused, 'connect');
    const stream = await openStream(`${api.url}/api/v1/events`, { cookie: api.cookie('viewer') });
    const running = api.call('POST', '/api/v1/analyses', { as: 'technician', json: { image_id: image.id } });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const closing = api.close();
    await stream.ended;
    expect((await running).status).toBe(201);
    const waitedFrom = performance.now();
    await closing;
    expect(performance.now() - waitedFrom).toBeLessThan(10_000);
    unused.destroy();
    await expect(api.call('GET', '/livez')).rejects.toThrow();
  });
});
