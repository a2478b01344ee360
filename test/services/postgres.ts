import { execFile } from 'node:child_process';
import { copyFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type PostgresPrograms, postgresPrograms } from '@mlmcsc/platform/testing';
import { descendantsOf, isAlive } from '../find-processes.ts';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { TestCertificate } from './certificates.ts';
import { isListening, type ServiceProcess, startService } from './service-process.ts';

const execute = promisify(execFile);
const USER = 'mlmcsc';
const PASSWORD = 'pg-test-p4ssword';

/** A real PostgreSQL server that stays away once it is stopped, unlike the one of `@mlmcsc/platform/testing`. */
export interface TestPostgres {
  /** Address of the (empty) database `postgres`, with the password of the superuser. */
  readonly url: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The running server; replaced by `start`. */
  process(): ServiceProcess;
  /** Starts it again after it was stopped or killed, on the same port and data. */
  start(): Promise<void>;
  /** A streaming replica of it, on a port of its own. The server is restarted for it. */
  startReplica(): Promise<TestPostgres>;
  /** Ends it and deletes its folder. */
  stop(): Promise<void>;
}

export interface TestPostgresOptions {
  /** Serves TLS with it, and refuses connections without. */
  readonly certificate?: TestCertificate | undefined;
  /** Further settings, e.g. `max_connections=30`. */
  readonly settings?: readonly string[];
}

/** Starts the PostgreSQL that the product ships, with data of its own. */
export async function startPostgres(options: TestPostgresOptions = {}): Promise<TestPostgres> {
  const programs = await postgresPrograms();
  const folder = await temporaryFolder('postgres');
  const cluster = join(folder.path, 'cluster');
  const passwordFile = join(folder.path, 'password');
  await programs.own(folder.path);
  await writeFile(passwordFile, PASSWORD);
  await programs.own(passwordFile);
  const [program, parameters] = programs.command(programs.binaries.initdb, [
    ...[`--pgdata=${cluster}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
  ]);
  await execute(program, parameters, { ...programs.spawnOptions, cwd: folder.path });
  if (options.certificate !== undefined) await serveTls(programs, cluster, options.certificate);
  return runServer(programs, folder, options);
}

/** Backends of a killed server answer until they notice that it is gone. */
async function stopWithBackends(service: ServiceProcess, signal?: NodeJS.Signals): Promise<void> {
  const backends = service.child.pid === undefined ? [] : descendantsOf(service.child.pid);
  await service.stop(signal);
  while (backends.some(({ pid }) => isAlive(pid))) await delay(20);
}

async function serveTls(programs: PostgresPrograms, cluster: string, certificate: TestCertificate) {
  for (const [from, name] of [
    [certificate.certificateFile, 'server.crt'],
    [certificate.keyFile, 'server.key'],
  ] as const) {
    await copyFile(from, join(cluster, name));
    await programs.own(join(cluster, name));
  }
  const rules = ['all', 'replication'].map((what) => `hostssl ${what} all 127.0.0.1/32 scram-sha-256\n`);
  await writeFile(join(cluster, 'pg_hba.conf'), rules.join(''));
}

async function runServer(
  programs: PostgresPrograms,
  folder: Awaited<ReturnType<typeof temporaryFolder>>,
  { certificate, settings = [] }: TestPostgresOptions,
): Promise<TestPostgres> {
  const port = await freePort();
  const cluster = join(folder.path, 'cluster');
  const all = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'full_page_writes=off'],
    ...['shared_buffers=32MB', 'timezone=UTC', ...(certificate === undefined ? [] : ['ssl=on']), ...settings],
  ];
  const [command, args] = programs.command(programs.binaries.postgres, [
    ...['-D', cluster, '-p', String(port)],
    ...all.flatMap((setting) => ['-c', setting]),
  ]);
  const { uid, gid, env } = programs.spawnOptions;
  const startOnce = async () => {
    const service = await startService({
      ...{ name: 'postgres', command, args, environment: (env ?? {}) as Record<string, string> },
      user: uid === undefined || gid === undefined ? undefined : { uid, gid },
      isReady: async (output) => output.includes('ready to accept') && isListening(port),
    });
    return { ...service, stop: (signal?: NodeJS.Signals) => stopWithBackends(service, signal) };
  };
  const start = async (attempts = 25): Promise<ServiceProcess> => {
    try {
      return await startOnce();
    } catch (error) {
      // Processes of a killed server may live a moment longer than it.
      if (attempts === 1 || !/pre-existing shared memory|already exists/.test(String(error))) throw error;
      await delay(200);
      return start(attempts - 1);
    }
  };
  let running = await start();
  const replicas: TestPostgres[] = [];
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`,
    port,
    user: USER,
    password: PASSWORD,
    process: () => running,
    async start() {
      running = await start();
    },
    async startReplica() {
      // A copy of the files while nobody writes is a base backup.
      await running.stop('SIGINT');
      const copy = await temporaryFolder('postgres-replica');
      await programs.own(copy.path);
      await cp(cluster, join(copy.path, 'cluster'), { recursive: true, preserveTimestamps: true });
      await writeFile(join(copy.path, 'cluster', 'standby.signal'), '');
      await execute('chown', ['-R', '--reference', cluster, copy.path]);
      running = await start();
      const replica = await runServer(programs, copy, {
        certificate,
        settings: [
          ...settings,
          `primary_conninfo=host=127.0.0.1 port=${port} user=${USER} password=${PASSWORD} sslmode=${certificate === undefined ? 'disable' : 'require'}`,
          ...['hot_standby_feedback=on', 'wal_retrieve_retry_interval=200ms'],
        ],
      });
      replicas.push(replica);
      return replica;
    },
    async stop() {
      for (const replica of replicas) await replica.stop();
      // A stopped process does not see an immediate shutdown before it goes on.
      running.child.kill('SIGCONT');
      await running.stop('SIGQUIT');
      await rm(folder.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
