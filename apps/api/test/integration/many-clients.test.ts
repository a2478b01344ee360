import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserAccounts } from '@mlmcsc/platform/auth';
import { createPool, migrate } from '@mlmcsc/platform/postgres';
import { silentLog } from '@mlmcsc/platform/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../../../test/api-session.ts';
import { freePort } from '../../../../test/free-port.ts';
import { startPgBouncer, type TestPgBouncer } from '../../../../test/services/pgbouncer.ts';
import { startPostgres, type TestPostgres } from '../../../../test/services/postgres.ts';
import {
  type ServiceProcess,
  servicesMissing,
  startService,
} from '../../../../test/services/service-process.ts';
import { temporaryFolder } from '../../../../test/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const PASSWORD = 'correct horse battery staple';
const CLIENTS = 500;
const SERVER_CONNECTIONS = 20;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let database: TestPostgres;
let pooler: TestPgBouncer;
const apis: { readonly url: string; readonly process: ServiceProcess }[] = [];

beforeAll(async () => {
  if (servicesMissing !== null) return;
  folder = await temporaryFolder('many-clients');
  await mkdir(join(folder.path, 'data'));
  database = await startPostgres();
  pooler = await startPgBouncer({ url: database.url, poolSize: 16 });
  await migrate(database.url, silentLog);
  const pool = createPool({ url: database.url, applicationName: 'test', log: silentLog });
  await new UserAccounts(pool).createUser({ username: 'vera', password: PASSWORD, role: 'viewer' });
  await pool.end();
  const environment = {
    MLMCSC_DATABASE_URL: pooler.urlOf(database.url),
    MLMCSC_DATABASE_DIRECT_URL: database.url,
    MLMCSC_DATABASE_CONNECTIONS: '40',
    MLMCSC_DATA_DIR: join(folder.path, 'data'),
    MLMCSC_SESSION_SECRET: randomBytes(32).toString('hex'),
    MLMCSC_REQUESTS_PER_MINUTE: '1000000',
    MLMCSC_MEASURE_THREADS: '1',
    MLMCSC_LOG_LEVEL: 'warn',
  };
  for (let i = 0; i < 2; i += 1) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const process_ = await startService({
      ...{ name: 'api', command: process.execPath, args: [MAIN], readyWithinMs: 90_000 },
      environment: { ...environment, MLMCSC_PORT: String(port) },
      isReady: async () => (await fetch(`${url}/livez`)).ok,
    });
    apis.push({ url, process: process_ });
  }
});
afterAll(async () => {
  for (const { process: one } of apis) await one.stop();
  await pooler?.stop();
  await database?.stop();
  await folder?.remove();
});

/** Connections of the server at most, looked at every few milliseconds until `work` ends. */
async function mostConnectionsDuring<T>(work: Promise<T>): Promise<{ most: number; result: T }> {
  const watcher = new Client({ connectionString: database.url });
  await watcher.connect();
  let most = 0;
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const { rows } = await watcher.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    most = Math.max(most, rows[0]!.count);
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  await watcher.end();
  return { most, result: await work };
}

const ANSWERS_A_CLIENT = 6;

/** Statuses of the answers to clients that each ask again and again on a connection of their own. */
async function askFromMany(url: string, cookie: string, clients: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      get(url, { agent, headers: { cookie } }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      }).on('error', reject);
    });
  const client = async () => {
    const statuses: number[] = [];
    while (statuses.length < ANSWERS_A_CLIENT) statuses.push(await ask());
    return statuses;
  };
  const all = await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return all.flat();
}

test.skipIf(servicesMissing !== null)(
  `${CLIENTS} clients at once are served over at most ${SERVER_CONNECTIONS} connections of PostgreSQL${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  async () => {
    const { cookie } = await signIn(apis[0]!.url, 'vera', PASSWORD);
    const load = Promise.all(
      apis.map(({ url }) => askFromMany(`${url}/api/v1/history?limit=20`, cookie, CLIENTS / 2)),
    );
    const { most, result } = await mostConnectionsDuring(load);
    const statuses = result.flat();
    process.stdout.write(`${CLIENTS} clients: ${statuses.length} answers over ${most} connections\n`);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect(most).toBeLessThanOrEqual(SERVER_CONNECTIONS);
  },
);
