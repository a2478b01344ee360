import { writeFile } from 'node:fs/promises';
import { request as requestHttp } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { request as requestHttps } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setDefaultCACertificates, type TLSSocket } from 'node:tls';
import type { Analysis, Health, Image, Job } from '@mlmcsc/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { freePort } from '../test/free-port.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { createTestAuthority, type TestAuthority } from '../test/services/certificates.ts';
import { startPgBouncer } from '../test/services/pgbouncer.ts';
import { startProductionNginx } from '../test/services/production-nginx.ts';
import { type ProductionSystem, startProductionSystem } from '../test/services/production-system.ts';
import { servicesMissing } from '../test/services/service-process.ts';
import { startProcess } from '../test/services/system.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const title = `production mode with TLS on every hop${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`;

describe.skipIf(servicesMissing !== null)(title, () => {
  let system: ProductionSystem;
  let stranger: TestAuthority;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder('production-test');
    stranger = await createTestAuthority();
    system = await startProductionSystem(({ ca }) => setDefaultCACertificates([ca]));
  });
  afterAll(async () => {
    await system?.stop();
    await stranger?.remove();
    await folder?.remove();
  });

  /** One request with a choice of TLS. */
  const ask = (
    url: string,
    options: { ca?: string; minVersion?: 'TLSv1.2' | 'TLSv1.3'; maxVersion?: 'TLSv1.1' } = {},
  ) =>
    new Promise<{ status: number; type: string; protocol: string | null; body: string }>(
      (resolve, reject) => {
        requestHttps(url, { agent: false, ...options }, (answer) => {
          const protocol = (answer.socket as TLSSocket).getProtocol();
          text(answer).then(
            (body) =>
              resolve({
                status: answer.statusCode ?? 0,
                type: answer.headers['content-type'] ?? '',
                ...{ protocol, body },
              }),
            reject,
          );
        })
          .once('error', reject)
          .end();
      },
    );

  const eventually = <T>(look: () => Promise<T>, wanted: Partial<T>) =>
    expect.poll(look, { timeout: 120_000, interval: 100 }).toMatchObject(wanted);

  describe('a technician', () => {
    let session: ApiSession;

    it('signs in through nginx over TLS 1.3', async () => {
      expect(await ask(`${system.url}/livez`, { minVersion: 'TLSv1.3' })).toMatchObject({
        ...{ status: 200, protocol: 'TLSv1.3' },
      });
      const { username, password } = system.administrator;
      session = await signIn(system.url, username, password);
      expect(session.cookie).toMatch(/^__Secure-/);
    });

    it('uploads, measures, labels, and hears of a batch as it is done', async () => {
      const stream = new AbortController();
      const events = await fetch(`${system.url}/api/v1/events`, {
        headers: { cookie: session.cookie },
        signal: stream.signal,
      });
      expect(events.status).toBe(200);
      const heard: string[] = [];
      const listening = (async () => {
        const decoder = new TextDecoder();
        for await (const piece of events.body ?? []) heard.push(decoder.decode(piece, { stream: true }));
      })().catch((error: unknown) => {
        if (!stream.signal.aborted) throw error;
      });

      const images: Image[] = [];
      for (const seed of [61, 62, 63]) {
        const { jpeg } = await renderSpecimenPicture(seed);
        const { status, body } = await session.upload(jpeg, `picture-${seed}.jpg`);
        expect(status).toBe(201);
        images.push(body as unknown as Image);
      }
      const analysis = await session.post<Analysis>('/api/v1/analyses', { image_id: images[0]!.id });
      expect(analysis.status).toBe('ok');
      await session.post('/api/v1/labels', { analysis_id: analysis.id, shear_percent: 37.5 });
      const job = await session.post<Job>('/api/v1/jobs', {
        kind: 'analysis.batch.v1',
        image_ids: images.map(({ id }) => id),
      });
      await eventually(() => session.get<Job>(`/api/v1/jobs/${job.id}`), { state: 'completed' });
      await expect.poll(() => heard.join('')).toContain(job.id);
      stream.abort();
      await listening;
      const map = await fetch(`${system.url}/api/v1/analyses/${analysis.id}/map`, {
        headers: { cookie: session.cookie },
      });
      expect(map.headers.get('content-type')).toBe('image/png');
      expect((await map.arrayBuffer()).byteLength).toBeGreaterThan(100);
    });

    it('is served by every replica with everything in order', async () => {
      for (const address of [
        system.url,
        ...system.apis.map(({ address }) => `https://${address}`.replace('127.0.0.1', 'localhost')),
      ]) {
        const ready = await ask(`${address}/readyz`);
        expect((JSON.parse(ready.body) as Health).status).toBe('ok');
      }
    });

    it('finds every connection of the database encrypted, and browsers told to insist on it', async () => {
      const { user, password, port } = system.database;
      const client = new Client({
        ...{ host: 'localhost', port, user, password, database: 'postgres' },
        ssl: { ca: system.authority.ca },
      });
      await client.connect();
      // Those of the pooler are named by who used them last.
      const seen = new Map<string, boolean>();
      const connected = async () => {
        const { rows } = await client.query<{ name: string; ssl: boolean }>(
          `select application_name as name, bool_and(ssl) as ssl from pg_stat_activity join pg_stat_ssl using (pid)
           where backend_type = 'client backend' group by application_name`,
        );
        for (const { name, ssl } of rows) seen.set(name, ssl && (seen.get(name) ?? true));
        return [...seen.keys()];
      };
      await expect
        .poll(connected, { timeout: 60_000 })
        .toEqual(expect.arrayContaining(['mlmcsc-api', 'mlmcsc-events', 'mlmcsc-queue']));
      await client.end();
      expect([...seen].filter(([, ssl]) => !ssl)).toEqual([]);
      const answer = await fetch(`${system.url}/livez`);
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    });

    it('finds the installation in order with the commands of the operator', async () => {
      const { stdout } = await runMlmcsc(['doctor'], { environment: system.environment });
      expect(stdout).toContain('bucket bucket-1 can be written');
    });
  });

  describe('nginx', () => {
    it('speaks HTTP/2, and nothing older than TLS 1.2', async () => {
      const client = connectHttp2(system.url);
      const stream = client.request({ ':path': '/livez' });
      const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
        stream.once('response', resolve).once('error', reject);
        client.once('error', reject);
      });
      expect(headers[':status']).toBe(200);
      client.close();
      await expect(
        ask(`${system.url}/livez`, { maxVersion: 'TLSv1.1', minVersion: undefined as never }),
      ).rejects.toThrow(/protocol|version|handshake/i);
    });

    it('tells a client without TLS what to do', async () => {
      const answer = await new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
        requestHttp(`http://localhost:${system.nginx.port}/livez`, { agent: false }, (got) => {
          text(got).then(
            (body) => resolve({ status: got.statusCode ?? 0, type: got.headers['content-type'] ?? '', body }),
            reject,
          );
        })
          .once('error', reject)
          .end();
      });
      expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
      expect(JSON.parse(answer.body).code).toBe('tls-required');
    });

    it('is not trusted with a certificate of somebody else', async () => {
      await expect(ask(`${system.url}/livez`, { ca: stranger.ca })).rejects.toThrow(/unable to|self-signed/);
    });

    it.each([
      ['that another authority signed', () => ({ apiCaFile: stranger.caFile, apiName: 'localhost' })],
      ['under another name', () => ({ apiCaFile: system.authority.caFile, apiName: 'api.lab.example' })],
    ])('sends nothing to an API %s', async (_what, trust) => {
      const nginx = await startProductionNginx({
        apis: system.apis.map(({ address }) => address!),
        certificate: await system.authority.issue(['localhost']),
        ...trust(),
      });
      try {
        const answer = await ask(`${nginx.url}/api/v1/session`);
        expect(answer).toMatchObject({ status: 503, type: 'application/problem+json' });
        expect(JSON.parse(answer.body).code).toBe('api-unreachable');
        expect(nginx.process().output()).toMatch(/upstream SSL certificate (verify error|does not match)/);
      } finally {
        await nginx.stop();
      }
    });

    it('slows down whoever guesses passwords', async () => {
      const guess = () =>
        fetch(`${system.url}/api/v1/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: system.url },
          body: JSON.stringify({ username: 'nobody', password: 'a long enough guess' }),
        });
      const answers = await Promise.all(Array.from({ length: 40 }, guess));
      const refused = answers.filter((answer) => answer.status === 429);
      expect(refused.length).toBeGreaterThan(10);
      expect(refused.every((answer) => Number(answer.headers.get('retry-after')) > 0)).toBe(true);
      expect(refused.map((answer) => answer.headers.get('content-type'))).toContain(
        'application/problem+json',
      );
    });
  });

  describe('an API or worker', () => {
    const soon = { MLMCSC_START_WAIT_MS: '1000', MLMCSC_LOG_LEVEL: 'info' };
    const startWith = async (kind: 'api' | 'worker', changes: Readonly<Record<string, string>>) => {
      const environment = {
        ...system.apiEnvironment,
        ...soon,
        MLMCSC_PORT: String(await freePort()),
        ...changes,
      };
      return runMlmcsc([kind], { environment, timeoutMs: 60_000 });
    };

    it('names every hop that would be in the clear', async () => {
      const named = (url: string) => new URL(url.replace(/^rediss/, 'redis'));
      const redis = named(system.environment.MLMCSC_REDIS_URL!);
      const { code, stderr } = await startWith('api', {
        MLMCSC_DATABASE_CA_FILE: '',
        MLMCSC_REDIS_URL: redis.href,
        MLMCSC_REDIS_CA_FILE: '',
        MLMCSC_S3_ENDPOINT: system.s3.endpoint,
        MLMCSC_PUBLIC_URL: system.url.replace('https', 'http'),
        MLMCSC_TLS_CERT_FILE: '',
        MLMCSC_TLS_KEY_FILE: '',
      });
      expect(code).toBe(2);
      for (const name of [
        'DATABASE_URL',
        'DATABASE_DIRECT_URL',
        'REDIS_URL',
        'S3_ENDPOINT',
        'PUBLIC_URL',
        'TLS_CERT_FILE',
      ]) {
        expect(stderr).toContain(`MLMCSC_${name}`);
      }
      expect(stderr).not.toContain(redis.password);
    });

    it.each(['api', 'worker'] as const)(
      'ends when the database cannot prove who it is (%s)',
      async (kind) => {
        const { code, stderr } = await startWith(kind, { MLMCSC_DATABASE_CA_FILE: stranger.caFile });
        expect(code).toBe(1);
        expect(stderr).toContain('its certificate does not fit');
        expect(stderr.trim().split('\n')).toHaveLength(1);
      },
    );

    it('ends when the pooler does not trust the database', async () => {
      const pgbouncer = await startPgBouncer({
        url: system.database.url,
        certificate: await system.authority.issue(['localhost']),
        serverCaFile: stranger.caFile,
      });
      try {
        const url = pgbouncer.urlOf(system.database.url).replace('127.0.0.1', 'localhost');
        const { code, stderr } = await startWith('worker', { MLMCSC_DATABASE_URL: url });
        expect(code).toBe(1);
        expect(stderr).toContain('The database does not answer');
        expect(pgbouncer.process().output()).toMatch(/TLS.*certificate verify failed/);
      } finally {
        await pgbouncer.stop();
      }
    });

    it('says which certificate of S3 or Redis it does not trust, and is not ready', async () => {
      const port = await freePort();
      const health = join(folder.path, 'unused');
      await writeFile(health, '');
      const notTrusting = {
        ...system.apiEnvironment,
        ...{ MLMCSC_S3_CA_FILE: stranger.caFile, MLMCSC_REDIS_CA_FILE: stranger.caFile },
      };
      const api = await startProcess(
        'api',
        'api-3',
        folder.path,
        port,
        notTrusting,
        'https://localhost',
        'livez',
      );
      try {
        const ready = await ask(`https://localhost:${port}/readyz`);
        expect(ready.status).toBe(503);
        expect((JSON.parse(ready.body) as Health).checks).toEqual(
          expect.arrayContaining([
            { name: 'database', ok: true },
            { name: 'objects', ok: false, detail: 'objects-refused' },
            { name: 'cache', ok: false, detail: 'cache-unavailable' },
          ]),
        );
        const output = api.process().output();
        expect(output).toContain('The certificate of the object store is not trusted');
        expect(output).toContain('MLMCSC_S3_CA_FILE');
        expect(output).toMatch(/certificate of Redis is not trusted.*MLMCSC_REDIS_CA_FILE/);
      } finally {
        await api.process().stop();
      }
    });

    it('is not reached in the clear, nor is any service behind it', async () => {
      const ports = [
        ...system.apis.map(({ address }) => Number(address!.split(':')[1])),
        system.s3Proxy.port,
        system.redis.port,
      ];
      for (const port of ports) {
        const answer = await fetch(`http://localhost:${port}/livez`).then(
          ({ status }) => status,
          () => 'closed',
        );
        expect(['closed', 400]).toContain(answer);
      }
    });
  });
});
