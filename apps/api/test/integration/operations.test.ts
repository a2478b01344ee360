import type { Component, Operations } from '@mlmcsc/contracts';
import { UserAccounts } from '@mlmcsc/platform/auth';
import { createPool, PostgresBackupRuns, PostgresStore } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../../test/free-port.ts';
import { startRedis, type TestRedis } from '../../../../test/services/redis.ts';
import { startS3, type TestS3 } from '../../../../test/services/s3.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { temporaryFolder } from '../../../../test/temporary-folder.ts';
import { type ApiProcess, startApiProcess } from './support/api-process.ts';
import { PASSWORD, startTestApi } from './support/start-test-api.ts';

/** Who may read it, and what somebody reads on a fresh installation. */
describe('how the installation stands', () => {
  it('is for engineers and administrators, and each answer is as the OpenAPI document says', async () => {
    const api = await startTestApi();
    try {
      for (const as of ['viewer', 'technician', 'reviewer'] as const) {
        expect((await api.call('GET', '/api/v1/operations', { as })).json.code).toBe('role-insufficient');
      }
      expect((await api.call('GET', '/api/v1/operations')).status).toBe(401);
      const fresh: Operations = (await api.call('GET', '/api/v1/operations', { as: 'engineer' })).json;
      expect(fresh).toMatchObject({ status: 'failed', audit_trail: null, workers: { lanes: 0 } });
      expect(reasonsOf(fresh)).toEqual({
        ...{ champion: 'model-missing', workers: 'workers-silent' },
        ...{ 'audit-trail': 'audit-trail-unchecked', backups: 'backups-unplanned' },
      });
      expect(fresh.versions).toMatchObject({ release: '1.2.3', pending_migrations: 0, champion: null });
      expect(fresh.storage.disk).toEqual({ free_bytes: 40e9, total_bytes: 100e9 });
      await api.installModel('1.0.0');
      const admin: Operations = (await api.call('GET', '/api/v1/operations', { as: 'admin' })).json;
      expect(admin.versions.champion).toBe('1.0.0');
    } finally {
      await api.close();
    }
  });
});

const reasonsOf = ({ components }: Operations) =>
  Object.fromEntries(components.flatMap(({ name, reason }) => (reason === null ? [] : [[name, reason]])));

describe.skipIf(servicesMissing !== null)(
  `an API with PostgreSQL, Redis and S3 (${servicesMissing ?? 'installed'})`,
  () => {
    let server: TestDatabaseServer;
    let redis: TestRedis;
    let s3: TestS3;
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let pool: Pool;
    let api: ApiProcess;
    let metricsUrl: string;
    let cookie: string;

    beforeAll(async () => {
      [server, redis, s3, folder] = await Promise.all([
        ...([startTestDatabaseServer(), startRedis(), startS3()] as const),
        temporaryFolder('operations'),
      ]);
      const url = await server.createDatabase();
      pool = createPool({ url, applicationName: 'test', log: silentLog });
      await new UserAccounts(pool).createUser({ username: 'eve', password: PASSWORD, role: 'engineer' });
      const metricsPort = await freePort();
      metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
      api = await startApiProcess({
        ...{ MLMCSC_DATA_DIR: folder.path, MLMCSC_DATABASE_URL: url, MLMCSC_REDIS_URL: redis.url },
        ...{ MLMCSC_S3_ENDPOINT: s3.endpoint, MLMCSC_S3_BUCKET: await s3.createBucket() },
        ...{ MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId, MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey },
        ...{ MLMCSC_S3_TIMEOUT_MS: '500', MLMCSC_MEASURE_THREADS: '1' },
        ...{ MLMCSC_METRICS_PORT: String(metricsPort), MLMCSC_METRICS_HOST: '127.0.0.1' },
      });
      const signedIn = await fetch(`${api.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'eve', password: PASSWORD }),
      });
      cookie = signedIn.headers.getSetCookie().join('; ');
    }, 120_000);
    afterAll(async () => {
      await api?.kill();
      await pool?.end();
      await Promise.all([server?.stop(), redis?.stop(), s3?.stop()]);
      await folder?.remove();
    });

    async function read(): Promise<Operations> {
      const answer = await fetch(`${api.url}/api/v1/operations`, { headers: { cookie } });
      expect(answer.status).toBe(200);
      return (await answer.json()) as Operations;
    }
    const component = async (name: Component['name']) =>
      (await read()).components.find((one) => one.name === name)!;
    /** Waits, for however long a busy machine needs. */
    const until = (name: Component['name'], expected: Partial<Component>) =>
      vi.waitFor(async () => expect(await component(name)).toMatchObject(expected), {
        ...{ timeout: 60_000, interval: 200 },
      });
    const statements = async () => {
      const text = await (await fetch(metricsUrl)).text();
      const counted = text.matchAll(/^mlmcsc_database_query_duration_seconds_count\{[^}]*\} (\d+)/gm);
      return [...counted].reduce((sum, [, count]) => sum + Number(count), 0);
    };

    it('tells what is there, in at most ten statements', async () => {
      await until('champion', { state: 'ok' });
      expect(await component('objects')).toMatchObject({ state: 'ok', elapsed_ms: expect.any(Number) });
      expect(await component('cache')).toMatchObject({ state: 'ok' });
      expect(await component('disk')).toMatchObject({ state: 'unused' });
      const before = await statements();
      const { storage, versions } = await read();
      expect(await statements()).toBeLessThanOrEqual(before + 10);
      expect(storage.disk).toBeNull();
      expect(storage.database_bytes).toBeGreaterThan(1e6);
      expect(versions.schema).toMatch(/^\d{4}_\w+\.sql$/);
    });

    it('tells what workers found out, what waits and how backups went', async () => {
      const { rows } = new PostgresStore(pool);
      const at = new Date('2026-11-23T08:00:00.000Z');
      await pool.query(
        `insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key, thumbnail_key, uploaded_by, uploaded_at)
         select gen_random_uuid(), repeat(i::text, 64), 'a.jpg', 'image/jpeg', i, 1, 1, 'd', 't', 'eve', now() from generate_series(3, 4) i`,
      );
      const kinds = await rows.operations.countStoredObjects();
      expect(kinds).toContainEqual({ kind: 'picture', objects: 2, bytes: 7 });
      expect(kinds).toContainEqual({ kind: 'thumbnail', objects: 2, bytes: null });
      await rows.operations.tell('stored-objects', { kinds }, at);
      await rows.operations.tell('audit-trail', { entries: 12, brokenAt: 5 }, at);
      // What is older than what is known already is not believed.
      await rows.operations.tell('audit-trail', { entries: 9, brokenAt: null }, new Date(0));
      await rows.operations.tell(
        'backup-plan',
        { plan: { everySeconds: 3600, provedEverySeconds: 86_400 } },
        at,
      );
      const runs = new PostgresBackupRuns(pool);
      const startedAt = new Date(Date.now() - 60_000);
      const run = { kind: 'backup' as const, startedAt, backupId: null, sizeBytes: null };
      const good = {
        ...run,
        finishedAt: new Date(startedAt.getTime() + 4_000),
        backupId: 'b1',
        sizeBytes: 77,
      };
      await runs.record({ ...good, failure: null });
      const failure = { code: 'disk-full', detail: '/secret/place is full' };
      await runs.record({ ...run, finishedAt: new Date(startedAt.getTime() + 9_000), failure });
      await pool.query(
        `insert into jobs (id, kind, state, payload, max_attempts, created_by, created_at, available_at, finished_at) values
           (gen_random_uuid(), 'analysis.batch.v1', 'queued', '{}', 8, 'eve', now(), now() - interval '20 minutes', null),
           (gen_random_uuid(), 'label.learn.v1', 'dead', '{}', 8, 'eve', now(), now(), now())`,
      );
      await pool.query(`insert into worker_heartbeats (worker_id) values ('w1'), ('w2')`);

      const seen = await read();
      expect(seen).toMatchObject({
        status: 'failed',
        workers: { lanes: 2, last_seen_at: expect.any(String) },
        audit_trail: { verified_at: at.toISOString(), entries: 12, broken_at: 5 },
        backups: {
          plan: { every_seconds: 3600, proved_every_seconds: 86_400 },
          backup: {
            newest: { duration_seconds: 9, size_bytes: null, failure: 'disk-full' },
            newest_good: { duration_seconds: 4, size_bytes: 77, failure: null },
          },
          verification: { newest: null, newest_good: null },
        },
      });
      expect(seen.storage.objects).toEqual({ counted_at: at.toISOString(), kinds });
      expect(reasonsOf(seen)).toMatchObject({
        ...{ queue: 'queue-stands', backups: 'backup-failed', 'audit-trail': 'audit-trail-broken' },
      });
      expect(seen.jobs.lanes.find(({ lane }) => lane === 'batch')?.oldest_waiting_seconds).toBeGreaterThan(
        900,
      );
      // Places and causes stay inside.
      expect(JSON.stringify(seen)).not.toContain('/secret/place');
    });

    it('names Redis when it is away, and goes on', async () => {
      await redis.process().stop('SIGKILL');
      await until('cache', { state: 'attention', reason: 'cache-unavailable' });
      await redis.restart();
      await until('cache', { state: 'ok', reason: null });
    });

    it('names the object store when it is away or hangs, and goes on', async () => {
      s3.process().child.kill('SIGSTOP');
      await until('objects', { state: 'failed', reason: 'objects-unavailable' });
      s3.process().child.kill('SIGCONT');
      await until('objects', { state: 'ok' });
      await s3.process().stop('SIGKILL');
      await until('objects', { state: 'failed', reason: 'objects-unavailable' });
    });
  },
);
