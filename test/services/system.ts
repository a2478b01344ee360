import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@mlmcsc/platform/embedded-postgres';
import { withFewArenas } from '@mlmcsc/platform/system';
import { silentLog } from '@mlmcsc/platform/testing';
import { freePort } from '../free-port.ts';
import { repositoryPath } from '../repository-path.ts';
import { runMlmcsc } from '../run-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { startNginx, type TestNginx } from './nginx.ts';
import { startPgBouncer, type TestPgBouncer } from './pgbouncer.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { startS3, type TestS3 } from './s3.ts';
import { type ServiceProcess, startService } from './service-process.ts';

export interface SystemOptions {
  readonly apis: number;
  readonly workers: number;
  /** Whether cache and limits are shared through a Redis server. @default false */
  readonly redis?: boolean;
  /** Whether the database is reached through PgBouncer in transaction mode, with so many server connections. @default directly */
  readonly pooledConnections?: number;
  /** Whether objects are on an S3 server instead of a shared folder. @default false */
  readonly s3?: boolean;
  /** Further settings of every process of ours. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether each process serves its metrics. @default false */
  readonly metrics?: boolean;
}

/** One of our processes; `restart` starts it anew at the same address after it ended or was ended. */
export interface SystemProcess {
  /** Null where it serves none. */
  readonly metricsUrl: string | null;
  readonly name: string;
  readonly address: string | null;
  process(): ServiceProcess;
  restart(): Promise<void>;
}

/** The product as an operator runs it: its processes behind nginx, on a durable PostgreSQL, one administrator. */
export interface TestSystem {
  /** Of nginx. */
  readonly url: string;
  readonly administrator: { readonly username: string; readonly password: string };
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly database: EmbeddedPostgres;
  readonly nginx: TestNginx;
  readonly pgbouncer: TestPgBouncer | null;
  readonly redis: TestRedis | null;
  readonly s3: TestS3 | null;
  readonly apis: readonly SystemProcess[];
  readonly workers: readonly SystemProcess[];
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts everything on free ports in a temporary folder; what was started before a failure is stopped. */
export async function startSystem(options: SystemOptions): Promise<TestSystem> {
  const folder = await temporaryFolder('system');
  const stops: (() => Promise<unknown>)[] = [folder.remove];
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  };
  try {
    const dataDir = join(folder.path, 'data');
    await mkdir(dataDir);
    const database = await startEmbeddedPostgres({ folder: join(folder.path, 'postgres'), log: silentLog });
    stops.push(() => database.stop());
    const { pooledConnections: poolSize } = options;
    const pgbouncer = poolSize === undefined ? null : await startPgBouncer({ url: database.url, poolSize });
    if (pgbouncer !== null) stops.push(() => pgbouncer.stop());
    const redis = options.redis === true ? await startRedis() : null;
    if (redis !== null) stops.push(() => redis.stop());
    const s3 = options.s3 === true ? await startS3() : null;
    if (s3 !== null) stops.push(() => s3.stop());
    const environment = {
      ...(redis === null ? {} : { MLMCSC_REDIS_URL: redis.url }),
      ...(s3 === null ? {} : await s3Settings(s3)),
      MLMCSC_DATABASE_URL: pgbouncer === null ? database.url : pgbouncer.urlOf(database.url),
      MLMCSC_DATABASE_DIRECT_URL: database.url,
      MLMCSC_DATA_DIR: dataDir,
      MLMCSC_SESSION_SECRET: randomBytes(32).toString('hex'),
      MLMCSC_TRUST_PROXY: 'true',
      MLMCSC_LOG_LEVEL: 'warn',
      ...options.environment,
    };
    await mlmcsc(environment, 'migrate');
    const added = await mlmcsc(environment, 'user', 'add', 'admin', '--role', 'admin');
    const password = /^password\s+(\S+)/m.exec(added)?.[1] ?? '';

    const ports = await Promise.all(Array.from({ length: options.apis }, freePort));
    const nginx = await startNginx({ upstreams: ports.map((port) => `127.0.0.1:${port}`) });
    stops.push(() => nginx.stop());
    const start = async (kind: 'api' | 'worker', number: number, port: number | null) => {
      const metricsPort = options.metrics === true ? await freePort() : null;
      const one = await startProcess(kind, `${kind}-${number}`, folder.path, port, {
        ...environment,
        ...(metricsPort === null ? {} : { MLMCSC_METRICS_PORT: String(metricsPort) }),
        MLMCSC_PUBLIC_URL: nginx.url,
      });
      stops.push(() => one.process().stop());
      return one;
    };
    const apis = await Promise.all(ports.map((port, index) => start('api', index + 1, port)));
    const workers = await Promise.all(
      Array.from({ length: options.workers }, (_, index) => start('worker', index + 1, null)),
    );
    return {
      ...{ url: nginx.url, administrator: { username: 'admin', password } },
      ...{
        databaseUrl: database.url,
        dataDir,
        database,
        nginx,
        pgbouncer,
        redis,
        s3,
        apis,
        workers,
        environment,
        stop,
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function s3Settings(s3: TestS3): Promise<Readonly<Record<string, string>>> {
  return {
    MLMCSC_S3_ENDPOINT: s3.endpoint,
    MLMCSC_S3_REGION: s3.region,
    MLMCSC_S3_BUCKET: await s3.createBucket(),
    MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId,
    MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    MLMCSC_S3_FORCE_PATH_STYLE: 'true',
  };
}

/** Runs a command of the product. @throws Error with its output when it fails */
export async function mlmcsc(
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<string> {
  const { code, stdout, stderr } = await runMlmcsc(args, { environment });
  if (code !== 0) throw new Error(`mlmcsc ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}

/** Starts one of our processes and waits until it is ready.
 * @param origin - address of an API, without its port
 * @param probe - what an API must answer with success
 */
export async function startProcess(
  kind: 'api' | 'worker',
  name: string,
  folder: string,
  port: number | null,
  environment: Readonly<Record<string, string>>,
  origin = 'http://127.0.0.1',
  probe: 'readyz' | 'livez' = 'readyz',
): Promise<SystemProcess> {
  const healthFile = join(folder, `${name}.health`);
  const isReady = async () =>
    port === null
      ? existsSync(healthFile)
      : (await fetch(`${origin}:${port}/${probe}`, { signal: AbortSignal.timeout(2_000) })).ok;
  const start = async () => {
    await rm(healthFile, { force: true });
    return startService({
      name,
      command: process.execPath,
      args: [repositoryPath('apps/cli/bin/mlmcsc.mjs'), kind],
      environment: {
        ...withFewArenas(environment),
        ...(port === null ? { MLMCSC_HEALTH_FILE: healthFile } : { MLMCSC_PORT: String(port) }),
      },
      isReady,
      readyWithinMs: 60_000,
    });
  };
  let running = await start();
  const { MLMCSC_METRICS_PORT: metricsPort } = environment;
  return {
    name,
    metricsUrl: metricsPort === undefined ? null : `http://127.0.0.1:${metricsPort}/metrics`,
    address: port === null ? null : `127.0.0.1:${port}`,
    process: () => running,
    async restart() {
      await running.stop();
      running = await start();
    },
  };
}
