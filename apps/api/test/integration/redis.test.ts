import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { UserAccounts } from '@mlmcsc/platform/auth';
import { createPool } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../../test/free-port.ts';
import { startRedis, type TestRedis } from '../../../../test/services/redis.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { temporaryFolder } from '../../../../test/temporary-folder.ts';
import { PASSWORD } from './support/start-test-api.ts';
import { jpegOf } from './support/test-pictures.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** Two questions to a Redis that hangs, and what a busy machine adds. */
const BOUND_MS = 2000;

interface ApiProcess {
  readonly url: string;
  output(): string;
}

describe.skipIf(servicesMissing !== null)(
  `API processes with one Redis (${servicesMissing ?? 'installed'})`,
  () => {
    let database: TestDatabaseServer;
    let databaseUrl: string;
    let redis: TestRedis;
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    const children = new Set<ChildProcess>();
    let one: ApiProcess;
    let two: ApiProcess;
    let cookie: string;

    beforeAll(async () => {
      [database, redis, folder] = await Promise.all([
        startTestDatabaseServer(),
        startRedis(),
        temporaryFolder('api-redis'),
      ]);
      databaseUrl = await database.createDatabase();
      const pool = createPool({ url: databaseUrl, applicationName: 'test', log: silentLog });
      const accounts = new UserAccounts(pool);
      for (const username of ['tess', 'ann', 'bob', 'carl', 'dora']) {
        await accounts.createUser({ username, password: PASSWORD, role: 'technician' });
      }
      await pool.end();
      one = await start({});
      two = await start({});
      const signedIn = await signIn(one, 'tess');
      expect(signedIn.status).toBe(201);
      cookie = signedIn.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; ');
    });
    afterEach(async () => {
      redis.process().child.kill('SIGCONT');
      if (redis.process().child.exitCode !== null || redis.process().child.signalCode !== null) {
        await redis.restart();
      }
      for (const api of [one, two]) await cacheOf(api, 'ok');
    });
    afterAll(async () => {
      for (const child of children) child.kill('SIGKILL');
      await redis.stop();
      await database.stop();
      await folder.remove();
    });

    async function start(environment: Record<string, string>): Promise<ApiProcess> {
      const port = await freePort();
      const child = fork(MAIN, {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          MLMCSC_DATA_DIR: folder.path,
          MLMCSC_DATABASE_URL: databaseUrl,
          MLMCSC_REDIS_URL: redis.url,
          MLMCSC_MEASURE_THREADS: '1',
          MLMCSC_PORT: String(port),
          ...environment,
        },
      });
      children.add(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
      const url = `http://127.0.0.1:${port}`;
      const ended = once(child, 'exit').then(() => {
        throw new Error(`the API ended:\n${output}`);
      });
      ended.catch(() => {});
      const ready = vi.waitFor(async () => expect((await fetch(`${url}/livez`)).status).toBe(200), {
        timeout: 60_000,
        interval: 100,
      });
      await Promise.race([ready, ended]);
      return { url, output: () => output };
    }

    const signIn = ({ url }: ApiProcess, username: string, password = PASSWORD) =>
      fetch(`${url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });
    const guess = async (api: ApiProcess, username: string) => (await signIn(api, username, 'wrong')).status;
    const session = ({ url }: ApiProcess) => fetch(`${url}/api/v1/session`, { headers: { cookie } });
    const readiness = async ({ url }: ApiProcess) => {
      const answer = await fetch(`${url}/readyz`);
      return { code: answer.status, ...((await answer.json()) as { status: string; checks: unknown[] }) };
    };
    const cacheOf = (api: ApiProcess, status: string) =>
      vi.waitFor(async () => expect((await readiness(api)).status).toBe(status), 20_000);
    const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> => {
      const started = performance.now();
      const result = await work();
      return { result, ms: performance.now() - started };
    };
    let seed = 0;
    const upload = async () => {
      seed += 1;
      const form = new FormData();
      form.append('file', new Blob([await jpegOf('face', seed)]), 'a.jpg');
      const answer = await fetch(`${one.url}/api/v1/images`, {
        method: 'POST',
        headers: { cookie },
        body: form,
      });
      return ((await answer.json()) as { id: string }).id;
    };
    const analyse = async ({ url }: ApiProcess, imageId: string) => {
      const answer = await fetch(`${url}/api/v1/analyses`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ image_id: imageId }),
      });
      return { status: answer.status, id: ((await answer.json()) as { id: string }).id };
    };

    it('say that the cache is there', async () => {
      expect(await readiness(one)).toMatchObject({
        ...{ code: 200, status: 'ok' },
        checks: expect.arrayContaining([{ name: 'cache', ok: true }]),
      });
    });

    it('lock a user name together, and the lock outlives a flush', async () => {
      for (const api of [one, one, two, two, one]) expect(await guess(api, 'ann')).toBe(401);
      await redis.command('FLUSHALL');
      for (const api of [one, two]) {
        const refused = await signIn(api, 'ann');
        expect(refused.status).toBe(429);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(15);
        expect(((await refused.json()) as { code: string }).code).toBe('sign-in-locked');
      }
      expect((await signIn(two, 'bob')).status).toBe(201);
    });

    it('measure a new picture once, whichever of them is asked', async () => {
      const imageId = await upload();
      const answers = await Promise.all([one, two, one, two, one, two].map((api) => analyse(api, imageId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    });

    it('keep sessions and answers through a flush', async () => {
      const imageId = await upload();
      const first = await analyse(one, imageId);
      await redis.command('FLUSHALL');
      for (const api of [one, two]) {
        expect((await session(api)).status).toBe(200);
        expect(await analyse(api, imageId)).toEqual({ status: 200, id: first.id });
      }
    });

    it.each<[string, () => Promise<void>]>([
      [
        'hangs',
        async () => {
          redis.process().child.kill('SIGSTOP');
        },
      ],
      ['is killed', () => redis.process().stop('SIGKILL')],
    ])(
      'carry out every request in bounded time when Redis %s, and share again afterwards',
      async (how, away) => {
        const username = how === 'hangs' ? 'carl' : 'dora';
        expect(await guess(one, username)).toBe(401);
        await away();
        const calls = await Promise.all(
          Array.from({ length: 40 }, (_, i) => timed(() => session(i % 2 === 0 ? one : two))),
        );
        expect(calls.map(({ result }) => result.status)).toEqual(calls.map(() => 200));
        expect(Math.max(...calls.map(({ ms }) => ms))).toBeLessThan(BOUND_MS);
        await cacheOf(one, 'degraded');
        expect(await readiness(one)).toMatchObject({
          code: 200,
          checks: expect.arrayContaining([{ name: 'cache', ok: false, detail: 'cache-unavailable' }]),
        });
        const imageId = await upload();
        const first = await analyse(one, imageId);
        expect(first.status).toBe(201);
        expect(await analyse(two, imageId)).toEqual({ status: 200, id: first.id });
        // Never unlimited: what was counted before still counts, and this process goes on counting.
        for (let i = 0; i < 4; i += 1) expect(await guess(one, username)).toBe(401);
        expect((await signIn(one, username)).status).toBe(429);

        if (how === 'hangs') redis.process().child.kill('SIGCONT');
        else await redis.restart();
        for (const api of [one, two]) await cacheOf(api, 'ok');
        expect((await signIn(one, username)).status).toBe(429);
        expect((await signIn(two, username)).status).toBe(429);
        expect((await session(two)).status).toBe(200);
      },
    );

    it('count the requests of an address together, and each for itself while Redis hangs', async () => {
      const limit = { MLMCSC_REQUESTS_PER_MINUTE: '20' };
      // An address of its own for each: the processes above count 127.0.0.1 with a far higher limit.
      const address = { MLMCSC_TRUST_PROXY: 'true' };
      const pair = await Promise.all([start({ ...limit, ...address }), start({ ...limit, ...address })]);
      const ask = async (api: ApiProcess, from: string) =>
        (await fetch(`${api.url}/api/v1/session`, { headers: { cookie, 'x-forwarded-for': from } })).status;
      const statuses = await Promise.all(
        Array.from({ length: 30 }, (_, i) => ask(pair[i % 2] ?? one, '192.0.2.1')),
      );
      expect(statuses.filter((status) => status === 200)).toHaveLength(20);
      expect(statuses.filter((status) => status === 429)).toHaveLength(10);
      expect(await ask(pair[0], '192.0.2.2')).toBe(200);
      redis.process().child.kill('SIGSTOP');
      // 15 of the 30 were of this process.
      const alone = await Promise.all(Array.from({ length: 10 }, () => ask(pair[0], '192.0.2.1')));
      expect(alone.filter((status) => status === 200)).toHaveLength(5);
    });

    it('start with a password that Redis refuses, say why in the log and serve', async () => {
      await redis.command('CONFIG', 'SET', 'requirepass', 'right');
      const api = await start({ MLMCSC_REDIS_URL: redis.url.replace('redis://', 'redis://:wrong@') });
      await cacheOf(api, 'degraded');
      expect((await session(api)).status).toBe(200);
      await vi.waitFor(() => expect(api.output()).toContain('WRONGPASS'), 20_000);
      expect(api.output()).not.toContain('wrong@');
      const file = `${folder.path}/redis-url`;
      await writeFile(file, redis.url.replace('redis://', 'redis://:right@'));
      const other = await start({ MLMCSC_REDIS_URL: '', MLMCSC_REDIS_URL_FILE: file });
      await cacheOf(other, 'ok');
      await redis.restart();
    });
  },
);
