import { Client, type Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../../../../test/services/certificates.ts';
import { startPgBouncer, type TestPgBouncer } from '../../../../test/services/pgbouncer.ts';
import { startPostgres, type TestPostgres } from '../../../../test/services/postgres.ts';
import { servicesMissing } from '../../../../test/services/service-process.ts';
import { parseConfig } from '../../src/config/index.ts';
import { createPool, migrate, PostgresEventListener, PostgresStore } from '../../src/postgres/index.ts';
import { startQueueRunner } from '../../src/queue/index.ts';
import { silentLog } from '../../src/testing/index.ts';

let ours: TestAuthority;
let theirs: TestAuthority;
let server: TestPostgres;
let pooler: TestPgBouncer;
const pools: Pool[] = [];
beforeAll(async () => {
  [ours, theirs] = await Promise.all([createTestAuthority(), createTestAuthority()]);
  server = await startPostgres({ certificate: await ours.issue(['localhost', '127.0.0.1']) });
  pooler = await startPgBouncer({
    url: server.url,
    certificate: await ours.issue(['localhost']),
    serverCaFile: ours.caFile,
  });
});
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});
afterAll(async () => {
  await pooler?.stop();
  await server?.stop();
  await ours?.remove();
  await theirs?.remove();
});

const through = (host: string, url: string) => url.replace('127.0.0.1', host);

/** The address as a process takes it from its settings. */
const configured = (url: string, caFile: string) =>
  parseConfig({ MLMCSC_DATABASE_URL: url, MLMCSC_DATABASE_CA_FILE: caFile }).databaseUrl!;

function storeOn(url: string): PostgresStore {
  const pool = createPool({ url, applicationName: 'test', log: silentLog, awayToleranceMs: 200 });
  pools.push(pool);
  return new PostgresStore(pool);
}

describe.skipIf(servicesMissing !== null)(
  `PostgreSQL and PgBouncer over TLS${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  () => {
    test.each(['localhost', '127.0.0.1'])(
      'a certificate of our authority for %s is accepted',
      async (host) => {
        const url = configured(through(host, server.url), ours.caFile);
        await storeOn(url).check();
        const { rows } = await pools[0]!.query(
          'select ssl, version from pg_stat_ssl where pid = pg_backend_pid()',
        );
        expect(rows).toEqual([{ ssl: true, version: 'TLSv1.3' }]);
      },
    );

    test('the whole way through PgBouncer is verified', async () => {
      const url = configured(through('localhost', pooler.urlOf(server.url)), ours.caFile);
      await storeOn(url).check();
      const { rows } = await pools[0]!.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
      expect(rows).toEqual([{ ssl: true }]);
    });

    test('migrations, events and the queue are encrypted as well', async () => {
      const url = configured(through('localhost', server.url), ours.caFile);
      await migrate(url, silentLog);
      const listener = new PostgresEventListener(url, silentLog);
      await listener.start();
      const heard: unknown[] = [];
      listener.subscribe((event) => heard.push(event));
      await storeOn(url).rows.events.publish({ type: 'job.changed', jobId: 'one' });
      await expect.poll(() => heard.length).toBe(1);
      const runner = await startQueueRunner({
        ...{ url, log: silentLog, run: async () => {} },
        lanes: [{ kinds: ['label.learn.v1'], concurrency: 1 }],
      });
      await runner.stop();
      await listener.close();
    });

    test.each([
      ['of another authority', () => configured(through('localhost', server.url), theirs.caFile)],
      ['for another host', () => configured(through('127.0.0.1', pooler.urlOf(server.url)), ours.caFile)],
      ['of no well-known authority', () => `${through('localhost', server.url)}?sslmode=verify-full`],
    ])('a certificate %s is refused', async (_what, url) => {
      const error: unknown = await storeOn(url())
        .check()
        .catch((caught: unknown) => caught);
      expect(error).toMatchObject({ name: 'Unavailable', code: 'database-unverified', retryable: false });
    });

    test('without encryption the server and the pooler let nobody in', async () => {
      for (const url of [server.url, pooler.urlOf(server.url)]) {
        await expect(new Client({ connectionString: url }).connect()).rejects.toThrow(
          /no encryption|SSL required/,
        );
      }
    });

    test('a server that does not speak TLS is refused, not used in the clear', async () => {
      const plain = await startPostgres();
      await expect(storeOn(configured(plain.url, ours.caFile)).check()).rejects.toMatchObject({
        code: 'database-unverified',
      });
      for (const pool of pools.splice(0)) await pool.end();
      await plain.stop();
    });
  },
);
