import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { createTestAuthority, type TestAuthority } from './certificates.ts';
import { startPgBouncer, type TestPgBouncer } from './pgbouncer.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { type ProductionNginx, startProductionNginx } from './production-nginx.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { startS3, type TestS3 } from './s3.ts';
import { mlmcsc, type SystemProcess, startProcess } from './system.ts';
import { startTlsProxy, type TlsProxy } from './tls-proxy.ts';

/** The product in production mode: TLS with verified certificates on every hop, all services real, one administrator. */
export interface ProductionSystem {
  readonly authority: TestAuthority;
  readonly url: string;
  readonly administrator: { readonly username: string; readonly password: string };
  readonly database: TestPostgres;
  readonly pgbouncer: TestPgBouncer;
  readonly redis: TestRedis;
  readonly s3: TestS3;
  readonly s3Proxy: TlsProxy;
  readonly nginx: ProductionNginx;
  readonly apis: readonly SystemProcess[];
  readonly worker: SystemProcess;
  /** Of every process; an API has its port besides, and `apiEnvironment`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly apiEnvironment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts it with two API processes and a worker.
 * @param trust - told the authority before anything is asked over TLS, so that this process trusts it
 */
export async function startProductionSystem(
  trust: (authority: TestAuthority) => void,
): Promise<ProductionSystem> {
  const folder = await temporaryFolder('production');
  const stops: (() => Promise<unknown>)[] = [folder.remove];
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  };
  const keep = <T extends { stop(): Promise<unknown> }>(service: T): T => {
    stops.push(() => service.stop());
    return service;
  };
  try {
    const authority = await createTestAuthority();
    stops.push(() => authority.remove());
    trust(authority);
    const issue = () => authority.issue(['localhost']);
    const database = keep(await startPostgres({ certificate: await issue() }));
    const pgbouncer = keep(
      await startPgBouncer({ url: database.url, certificate: await issue(), serverCaFile: authority.caFile }),
    );
    const redis = keep(
      await startRedis({ password: randomBytes(16).toString('hex'), certificate: await issue() }),
    );
    const s3 = keep(await startS3());
    const s3Proxy = keep(await startTlsProxy(s3.port, await issue()));
    const apiPorts = [await freePort(), await freePort()];
    const nginx = keep(
      await startProductionNginx({
        apis: apiPorts.map((port) => `127.0.0.1:${port}`),
        certificate: await issue(),
        apiCaFile: authority.caFile,
        apiName: 'localhost',
      }),
    );
    const dataDir = join(folder.path, 'data');
    await mkdir(dataDir);
    const named = (url: string) => url.replace('127.0.0.1', 'localhost');
    const environment = {
      MLMCSC_MODE: 'production',
      MLMCSC_DATA_DIR: dataDir,
      MLMCSC_DATABASE_URL: named(pgbouncer.urlOf(database.url)),
      MLMCSC_DATABASE_DIRECT_URL: named(database.url),
      MLMCSC_DATABASE_CA_FILE: authority.caFile,
      MLMCSC_REDIS_URL: redis.url,
      MLMCSC_REDIS_CA_FILE: authority.caFile,
      MLMCSC_S3_ENDPOINT: s3Proxy.url,
      MLMCSC_S3_CA_FILE: authority.caFile,
      MLMCSC_S3_REGION: s3.region,
      MLMCSC_S3_BUCKET: await s3.createBucket(),
      MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId,
      MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
      MLMCSC_SESSION_SECRET: randomBytes(32).toString('hex'),
      MLMCSC_MEASURE_THREADS: '1',
      MLMCSC_LOG_LEVEL: 'warn',
    };
    const certificate = await issue();
    const apiEnvironment = {
      ...environment,
      MLMCSC_PUBLIC_URL: nginx.url,
      MLMCSC_TRUST_PROXY: '127.0.0.1',
      MLMCSC_TLS_CERT_FILE: certificate.certificateFile,
      MLMCSC_TLS_KEY_FILE: certificate.keyFile,
    };
    await mlmcsc(environment, 'migrate');
    const added = await mlmcsc(environment, 'user', 'add', 'admin', '--role', 'admin');
    const password = /^password\s+(\S+)/m.exec(added)?.[1] ?? '';
    const start = async (
      ...[kind, name, port, ofProcess]: [
        'api' | 'worker',
        string,
        number | null,
        Readonly<Record<string, string>>,
      ]
    ) => {
      const one = await startProcess(kind, name, folder.path, port, ofProcess, 'https://localhost');
      stops.push(() => one.process().stop());
      return one;
    };
    const apis = await Promise.all(
      apiPorts.map((port, index) => start('api', `api-${index + 1}`, port, apiEnvironment)),
    );
    const worker = await start('worker', 'worker', null, environment);
    return {
      ...{
        authority,
        url: nginx.url,
        administrator: { username: 'admin', password },
        database,
        pgbouncer,
        redis,
      },
      ...{ s3, s3Proxy, nginx, apis, worker, environment, apiEnvironment, stop },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
