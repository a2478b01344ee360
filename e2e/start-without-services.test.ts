import { existsSync } from 'node:fs';
import type { Health, Image, Job } from '@mlmcsc/contracts';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../test/api-session.ts';
import { freePort } from '../test/free-port.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { startPostgres, type TestPostgres } from '../test/services/postgres.ts';
import { startRedis, type TestRedis } from '../test/services/redis.ts';
import { startS3, type TestS3 } from '../test/services/s3.ts';
import { type ServiceProcess, servicesMissing, startService } from '../test/services/service-process.ts';
import { mlmcsc, type SystemProcess, startProcess } from '../test/services/system.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const title = `API and worker started before their services${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`;

describe.skipIf(servicesMissing !== null)(title, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let database: TestPostgres;
  let redis: TestRedis;
  let s3: TestS3;
  let environment: Record<string, string>;
  let password: string;
  const running: SystemProcess[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder('start');
    [database, redis, s3] = await Promise.all([startPostgres(), startRedis(), startS3()]);
    environment = {
      MLMCSC_DATABASE_URL: database.url,
      MLMCSC_DATA_DIR: folder.path,
      MLMCSC_REDIS_URL: redis.url,
      MLMCSC_S3_ENDPOINT: s3.endpoint,
      MLMCSC_S3_BUCKET: await s3.createBucket(),
      MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId,
      MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
      MLMCSC_S3_TIMEOUT_MS: '500',
      MLMCSC_SESSION_SECRET: 'not-so-secret-in-this-test-of-the-start',
      MLMCSC_MEASURE_THREADS: '1',
      MLMCSC_START_WAIT_MS: '20000',
    };
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.process().stop();
  });
  afterAll(async () => {
    await Promise.all([database?.stop(), redis?.stop(), s3?.stop()]);
    await folder?.remove();
  });

  const emptyDatabase = async (name: string) => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return Object.assign(new URL(database.url), { pathname: `/${name}` }).href;
  };
  const start = async (kind: 'api' | 'worker', changes: Readonly<Record<string, string>> = {}) => {
    const port = kind === 'api' ? await freePort() : null;
    const all = { ...environment, ...changes };
    const one = await startProcess(kind, kind, folder.path, port, all, 'http://127.0.0.1', 'livez');
    running.push(one);
    return { ...one, url: `http://127.0.0.1:${port}` };
  };
  const readiness = async (url: string) => {
    const answer = await fetch(`${url}/readyz`);
    return { status: answer.status, health: (await answer.json()) as Health };
  };
  const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 90_000, interval: 100 });
  const outputOf = (process: ServiceProcess) => eventually(async () => process.output());

  describe('the database', () => {
    it('is waited for until it is there and migrated, by both', async () => {
      await database.process().stop();
      const port = await freePort();
      const startWaiting = (kind: 'api' | 'worker') =>
        startService({
          ...{ name: kind, command: process.execPath },
          args: [repositoryPath('apps/cli/bin/mlmcsc.mjs'), kind],
          environment: { ...environment, MLMCSC_PORT: String(port) },
          isReady: async (output) => output.includes('the start waits for the database'),
        });
      const waiting = await Promise.all([startWaiting('api'), startWaiting('worker')]);
      try {
        await database.start();
        await mlmcsc(environment, 'migrate');
        const added = await mlmcsc(environment, 'user', 'add', 'admin', '--role', 'admin');
        password = /^password\s+(\S+)/m.exec(added)![1]!;
        for (const one of waiting) await outputOf(one).toContain('the database answers');
        await eventually(() => readiness(`http://127.0.0.1:${port}`)).toMatchObject({
          ...{ status: 200, health: { status: 'ok' } },
        });
        await outputOf(waiting[1]!).toContain('worker ready');
      } finally {
        for (const one of waiting) await one.stop();
      }
    });

    it.each(['api', 'worker'] as const)('is not waited for for ever by the %s', async (kind) => {
      const changes = {
        MLMCSC_DATABASE_URL: `postgres://u:p@127.0.0.1:${await freePort()}/mlmcsc`,
        MLMCSC_START_WAIT_MS: '1000',
      };
      const { code, stderr } = await runMlmcsc([kind], { environment: { ...environment, ...changes } });
      expect(code).toBe(1);
      expect(stderr.trim()).toBe(
        'database-unavailable: The database does not answer; try again in a moment.',
      );
    });

    it('that hangs, refuses us or lacks a migration is named as such', async () => {
      const soon = { ...environment, MLMCSC_START_WAIT_MS: '500' };
      const wrong = new URL(database.url);
      wrong.password = 'another';
      const refused = await runMlmcsc(['worker'], {
        environment: { ...soon, MLMCSC_DATABASE_URL: wrong.href },
      });
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('The database refuses us');
      const empty = await emptyDatabase('empty');
      const behind = await runMlmcsc(['api'], { environment: { ...soon, MLMCSC_DATABASE_URL: empty } });
      expect(behind.code).toBe(1);
      expect(behind.stderr).toMatch(/lacks \d+ migrations, 0001_core.sql first; run `mlmcsc migrate`/);
      database.process().child.kill('SIGSTOP');
      try {
        const hanging = await runMlmcsc(['worker'], { environment: soon });
        expect(hanging.code).toBe(1);
        expect(hanging.stderr.trim().split('\n')).toHaveLength(1);
        expect(hanging.stderr).toContain('The database');
      } finally {
        database.process().child.kill('SIGCONT');
      }
    });
  });

  describe('Redis', () => {
    it.each([
      ['is away', () => redis.process().stop(), () => redis.restart()],
      [
        'hangs',
        async () => void redis.process().child.kill('SIGSTOP'),
        async () => void redis.process().child.kill('SIGCONT'),
      ],
    ])(
      'that %s at the start is done without, and used once it is back',
      async (_what, takeAway, bringBack) => {
        await takeAway();
        const [api] = await Promise.all([start('api'), start('worker')]);
        await eventually(() => readiness(api.url)).toMatchObject({
          status: 200,
          health: { status: 'degraded' },
        });
        const { health } = await readiness(api.url);
        expect(health.checks).toContainEqual({ name: 'cache', ok: false, detail: 'cache-unavailable' });
        await signIn(api.url, 'admin', password);
        await bringBack();
        await eventually(() => readiness(api.url)).toMatchObject({ health: { status: 'ok' } });
      },
    );
  });

  describe('the bucket', () => {
    it('is away at the very first start: not ready, with the reason, until it is back', async () => {
      // No model was ever installed there.
      const changes = { MLMCSC_DATABASE_URL: await emptyDatabase('fresh') };
      await mlmcsc({ ...environment, ...changes }, 'migrate');
      await s3.process().stop('SIGKILL');
      const api = await start('api', changes);
      const { status, health } = await readiness(api.url);
      expect(status).toBe(503);
      expect(health).toMatchObject({
        status: 'unavailable',
        checks: [
          { name: 'database', ok: true },
          { name: 'objects', ok: false, detail: 'objects-unavailable' },
          { name: 'champion', ok: false, detail: 'model-missing' },
          { name: 'cache', ok: true },
        ],
      });
      await outputOf(api.process()).toContain('objects cannot be used; starting without them');
      await s3.restart();
      await eventually(() => readiness(api.url)).toMatchObject({ status: 200, health: { status: 'ok' } });
      expect(api.process().output()).toContain('shipped model installed');
    });

    it('is away at a later start: degraded, and what was put off is done once it is back', async () => {
      const before = await start('api');
      const session = await signIn(before.url, 'admin', password);
      const { jpeg } = await renderSpecimenPicture(81);
      const image = (await session.upload(jpeg, 'a.jpg')).body as unknown as Image;
      await running.splice(0)[0]!.process().stop();

      await s3.process().stop('SIGKILL');
      const [api, worker] = await Promise.all([start('api'), start('worker')]);
      expect(await readiness(api.url)).toMatchObject({ status: 200, health: { status: 'degraded' } });
      await outputOf(worker.process()).toContain('objects cannot be used; starting without them');
      expect(existsSync(`${folder.path}/worker.health`)).toBe(true);
      const late = await signIn(api.url, 'admin', password);
      expect(await late.get(`/api/v1/images/${image.id}`)).toMatchObject({ id: image.id });
      expect((await late.upload((await renderSpecimenPicture(82)).jpeg, 'b.jpg')).body).toMatchObject({
        code: 'objects-unavailable',
      });
      const job = await late.post<Job>('/api/v1/jobs', { kind: 'analysis.batch.v1', image_ids: [image.id] });
      const jobNow = () => late.get<Job>(`/api/v1/jobs/${job.id}`);
      await eventually(jobNow).toMatchObject({ state: 'retrying', attempts: 0 });

      await s3.restart();
      await eventually(jobNow).toMatchObject({ state: 'completed', progress: { done: 1, failed: 0 } });
      await eventually(() => readiness(api.url)).toMatchObject({ health: { status: 'ok' } });
    });

    it('does not exist yet: not ready, and the log names the setting, until somebody makes it', async () => {
      const api = await start('api', { MLMCSC_S3_BUCKET: 'bucket-2' });
      const { status, health } = await readiness(api.url);
      expect(status).toBe(503);
      expect(health.checks).toContainEqual({ name: 'objects', ok: false, detail: 'objects-refused' });
      await outputOf(api.process()).toContain('no such bucket; create it, or correct MLMCSC_S3_BUCKET');
      expect(await s3.createBucket()).toBe('bucket-2');
      await eventually(() => readiness(api.url)).toMatchObject({ status: 200 });
    });
  });
});
