import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, chmod, cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ObjectStore } from '@mlmcsc/core';
import { parseConfig } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { migrate } from '@mlmcsc/platform/postgres';
import { silentLog } from '@mlmcsc/platform/testing';
import { Client } from 'pg';
import { expect } from 'vitest';
import { freePort } from '../../../test/free-port.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { type ProgramResult, runMlmcsc, runProgram } from '../../../test/run-program.ts';
import { createTestAuthority, type TestAuthority } from '../../../test/services/certificates.ts';
import { startS3, type TestS3 } from '../../../test/services/s3.ts';
import { startTlsProxy, type TlsProxy } from '../../../test/services/tls-proxy.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { MONITORING } from './monitoring-programs.ts';

const execute = promisify(execFile);
/** Same version as the database of the product; Debian's, because pgBackRest and the runbooks call its programs. */
const binaries = '/usr/lib/postgresql/15/bin';
const password = 'recovery-lab-p4ssword';

/** Why drills cannot run here, or null. */
export const drillsMissing: string | null = (() => {
  const missing = [
    `${binaries}/postgres`,
    '/usr/bin/pgbackrest',
    '/usr/bin/radosgw',
    '/usr/sbin/nginx',
    '/usr/bin/aws',
    '/usr/bin/jq',
    MONITORING.prometheus,
    MONITORING.nodeExporter,
  ].filter((path) => !existsSync(path));
  return missing.length === 0 ? null : `there is no ${missing.join(', ')}; npm test installs them`;
})();

/** One region: an S3 server, TLS in front of it, and the bucket of objects. */
export interface Region {
  readonly s3: TestS3;
  readonly proxy: TlsProxy;
  readonly objectsBucket: string;
  readonly backupBucket: string;
  readonly objects: ObjectStore;
}

/** A database host as `deployment/docs` describes it, with its log archived to two regions. */
export interface RecoveryLab {
  readonly folder: string;
  readonly cluster: string;
  readonly databaseUrl: string;
  readonly regions: readonly [Region, Region];
  /** Settings of the product: database, objects in the first region, replica in the second. */
  readonly environment: Readonly<Record<string, string>>;
  /** File with the settings of pgBackRest, as /etc/mlmcsc/pgbackrest.env. */
  readonly settingsFile: string;
  start(): Promise<void>;
  /** kill -9 of the server with everything that came from it. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** One of `deployment/scripts`, as the user of the database. */
  script(name: string, ...args: readonly string[]): Promise<ProgramResult>;
  /** The commands of a runbook, as they stand there. */
  runbook(name: string, environment?: Readonly<Record<string, string>>): Promise<ProgramResult>;
  mlmcsc(...args: readonly string[]): Promise<ProgramResult>;
  query<T extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>;
  serverLog(): string;
  close(): Promise<void>;
}

export async function startRecoveryLab(): Promise<RecoveryLab> {
  const folder = await temporaryFolder('recovery');
  await chmod(folder.path, 0o755);
  const authority = await createTestAuthority();
  const regions = await Promise.all([startRegion(authority), startRegion(authority)]);
  const at = (...names: string[]) => join(folder.path, ...names);
  // As on a server: scripts where the database's user may read them.
  const installed = at('opt', 'deployment');
  for (const part of ['scripts', 'configs/pgbackrest', 'docs/runbooks']) {
    await cp(repositoryPath('deployment', part), join(installed, part), { recursive: true });
  }
  await cp(authority.caFile, at('ca.pem'));
  await chmod(at('ca.pem'), 0o644);
  const cluster = at('cluster');
  const port = await freePort();
  const settingsFile = at('pgbackrest.env');
  for (const name of ['spool', 'lock', 'socket', 'data']) await mkdir(at(name));
  await writeFile(settingsFile, pgbackrestSettings(at, cluster, port, regions));
  await writeFile(at('password'), password);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    await execute('chown', ['-R', 'postgres:postgres', folder.path]);
  }
  const serverEnvironment = {
    ...{ RECOVERY_SETTINGS: settingsFile, PGDATA: cluster, PGHOST: at('socket'), PGPORT: String(port) },
    ...{
      PGUSER: 'mlmcsc',
      PGDATABASE: 'postgres',
      PGPASSWORD: password,
      PATH: `${binaries}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
      LC_ALL: 'C.UTF-8',
    },
  };
  const asServer = (
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ) => {
    const all = {
      environment: { ...serverEnvironment, ...environment },
      folder: folder.path,
      timeoutMs: 1_800_000,
    };
    return isRoot
      ? runProgram('runuser', ['-u', 'postgres', '--', command, ...args], all)
      : runProgram(command, args, all);
  };
  const must = async (work: Promise<ProgramResult>) => {
    const result = await work;
    if (result.code !== 0) throw new Error(`exit ${result.code}: ${result.stdout}\n${result.stderr}`);
  };
  const start = () =>
    must(asServer(`${binaries}/pg_ctl`, ['-D', cluster, '-l', at('server.log'), '-w', '-t', '120', 'start']));
  const url = `postgres://mlmcsc:${password}@127.0.0.1:${port}/postgres`;
  const environment = {
    MLMCSC_DATABASE_URL: url,
    ...{ MLMCSC_S3_BUCKET: regions[0].objectsBucket, MLMCSC_S3_ENDPOINT: regions[0].s3.endpoint },
    ...{
      MLMCSC_S3_ACCESS_KEY_ID: regions[0].s3.accessKeyId,
      MLMCSC_S3_SECRET_ACCESS_KEY: regions[0].s3.secretAccessKey,
    },
    ...{
      MLMCSC_REPLICA_S3_BUCKET: regions[1].objectsBucket,
      MLMCSC_REPLICA_S3_ENDPOINT: regions[1].s3.endpoint,
    },
    MLMCSC_REPLICA_S3_ACCESS_KEY_ID: regions[1].s3.accessKeyId,
    MLMCSC_REPLICA_S3_SECRET_ACCESS_KEY: regions[1].s3.secretAccessKey,
    MLMCSC_DATA_DIR: at('data'),
  };
  await must(
    asServer(`${binaries}/initdb`, [
      ...[`--pgdata=${cluster}`, '--username=mlmcsc', `--pwfile=${at('password')}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums', '--no-sync'],
    ]),
  );
  const archiving = readFileSync(join(installed, 'configs/pgbackrest/postgresql-archiving.conf'), 'utf8');
  await appendFile(
    join(cluster, 'postgresql.conf'),
    // The standard of the product is half a minute; the drill waits less.
    `${archiving.replaceAll('/opt/mlmcsc/deployment', installed)}
archive_timeout = 5s
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = '${at('socket')}'
shared_buffers = 32MB
timezone = 'UTC'
`,
  );
  // The runbooks are read by somebody who may become the database's user for a step.
  const scriptsForRoot = isRoot ? at('as-database') : join(installed, 'scripts');
  if (isRoot) {
    await mkdir(scriptsForRoot);
    for (const name of await readdir(join(installed, 'scripts'))) {
      if (!name.endsWith('.sh')) continue;
      const path = join(scriptsForRoot, name);
      await writeFile(
        path,
        `#!/bin/sh\nexec runuser -u postgres -- ${join(installed, 'scripts', name)} "$@"\n`,
        { mode: 0o755 },
      );
    }
  }
  await start();
  await migrate(url, silentLog);
  const query = async <T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text, [...values])).rows as T[];
    } finally {
      await client.end();
    }
  };
  const postmaster = () => Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const kill = async () => {
    const pid = postmaster();
    const children = (await execute('pgrep', ['-P', String(pid)]).catch(() => ({ stdout: '' }))).stdout
      .split('\n')
      .map(Number)
      .filter((child) => child > 0);
    process.kill(pid, 'SIGKILL');
    // Until nobody knows the number any more: a dead server that was not yet collected still holds its lock file.
    for (const child of [pid, ...children]) while (isKnown(child)) await delay(20);
  };
  const stop = async () => {
    await asServer(`${binaries}/pg_ctl`, ['-D', cluster, '-m', 'immediate', '-w', 'stop']);
  };
  const lab: RecoveryLab = {
    ...{
      folder: folder.path,
      cluster,
      databaseUrl: url,
      regions,
      environment,
      settingsFile,
      start,
      kill,
      stop,
      query,
    },
    script: (name, ...args) => asServer(join(installed, 'scripts', name), args),
    runbook: (name, more = {}) =>
      runProgram(
        join(installed, 'scripts/drills/run-runbook.sh'),
        [join(installed, `docs/runbooks/${name}.md`)],
        {
          environment: {
            ...{ ...serverEnvironment, ...environment, ...more },
            MLMCSC: `${process.execPath} ${repositoryPath('apps/cli/bin/mlmcsc.mjs')}`,
            SCRIPTS: scriptsForRoot,
          },
          folder: folder.path,
        },
      ),
    mlmcsc: (...args) => runMlmcsc(args, { environment }),
    serverLog: () => readFileSync(at('server.log'), 'utf8'),
    async close() {
      await stop();
      for (const { proxy, s3, objects } of regions) {
        await objects.close();
        await proxy.stop();
        await s3.stop();
      }
      await authority.remove();
      await folder.remove();
    },
  };
  return lab;
}

const isKnown = (pid: number) => existsSync(`/proc/${pid}`);

async function startRegion(authority: TestAuthority): Promise<Region> {
  const s3 = await startS3();
  const proxy = await startTlsProxy(s3.port, await authority.issue());
  const [objectsBucket, backupBucket] = [await s3.createBucket(), await s3.createBucket()];
  const config = parseConfig({
    ...{ MLMCSC_S3_ENDPOINT: s3.endpoint, MLMCSC_S3_BUCKET: objectsBucket },
    ...{ MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId, MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey },
  });
  const objects = await openObjectStore(config);
  return { s3, proxy, objectsBucket, backupBucket, objects };
}

function pgbackrestSettings(
  at: (...names: string[]) => string,
  cluster: string,
  port: number,
  regions: readonly Region[],
): string {
  const lines = [
    `PGBACKREST_CONFIG=${at('opt/deployment/configs/pgbackrest/pgbackrest.conf')}`,
    `PGBACKREST_PG1_PATH=${cluster}`,
    `PGBACKREST_PG1_SOCKET_PATH=${at('socket')}`,
    `PGBACKREST_PG1_PORT=${port}`,
    'PGBACKREST_PG1_USER=mlmcsc',
    `PGBACKREST_LOCK_PATH=${at('lock')}`,
    `PGBACKREST_SPOOL_PATH=${at('spool')}`,
    // Fails soon instead of after a minute.
    'PGBACKREST_IO_TIMEOUT=10',
  ];
  for (const [index, { s3, proxy, backupBucket }] of regions.entries()) {
    const prefix = `PGBACKREST_REPO${index + 1}`;
    lines.push(
      `${prefix}_TYPE=s3`,
      `${prefix}_PATH=/mlmcsc`,
      `${prefix}_CIPHER_TYPE=aes-256-cbc`,
      `${prefix}_BUNDLE=y`,
      `${prefix}_RETENTION_FULL=4`,
      `${prefix}_S3_BUCKET=${backupBucket}`,
      `${prefix}_S3_ENDPOINT=localhost`,
      `${prefix}_STORAGE_HOST=localhost`,
      `${prefix}_STORAGE_PORT=${proxy.port}`,
      `${prefix}_STORAGE_CA_FILE=${at('ca.pem')}`,
      `${prefix}_S3_URI_STYLE=path`,
      `${prefix}_S3_REGION=${s3.region}`,
      `${prefix}_S3_KEY=${s3.accessKeyId}`,
      `${prefix}_S3_KEY_SECRET=${s3.secretAccessKey}`,
      `${prefix}_CIPHER_PASS=${randomBytes(24).toString('hex')}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What was acknowledged, with when. */
export interface Acknowledged {
  readonly number: number;
  readonly key: string;
  readonly at: Date;
}

/** Writes an object and then the row that refers to it, one after the other, as the product does, until stopped or refused. */
export function writeUnderLoad(lab: RecoveryLab, from: number) {
  const acknowledged: Acknowledged[] = [];
  let isStopped = false;
  let last: unknown = null;
  const working = (async () => {
    const client = new Client({ connectionString: lab.databaseUrl });
    client.on('error', () => {});
    try {
      await client.connect();
      for (let number = from; !isStopped; number += 1) {
        const { key, sha256 } = await lab.regions[0].objects.put(randomBytes(2_000));
        const { rows } = await client.query(
          `insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key, thumbnail_key, uploaded_by, uploaded_at)
           values (gen_random_uuid(), $1, $2, 'image/jpeg', 2000, 1, 1, $3, $3, 'tess', now()) returning clock_timestamp() as at`,
          [sha256, `drill-${number}.jpg`, key],
        );
        acknowledged.push({ number, key, at: rows[0].at });
      }
    } catch (error) {
      last = error;
    } finally {
      await client.end().catch(() => {});
    }
  })();
  return {
    acknowledged,
    async stop(): Promise<unknown> {
      isStopped = true;
      await working;
      return last;
    },
  };
}

/** Resolves when everything written so far is in the archive. */
export async function untilArchived(lab: RecoveryLab): Promise<void> {
  const [row] = await lab.query<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name');
  await expect
    .poll(async () => {
      const [archiver] = await lab.query<{ last: string | null }>(
        'select last_archived_wal as last from pg_stat_archiver',
      );
      return (archiver?.last ?? '') >= (row?.name ?? '~');
    })
    .toBe(true);
}

/** Numbers of the rows that are there, in order. */
export async function writtenNumbers(lab: RecoveryLab): Promise<number[]> {
  const rows = await lab.query<{ name: string }>(
    `select file_name as name from images where file_name like 'drill-%'`,
  );
  return rows.map(({ name }) => Number(/drill-(\d+)/.exec(name)?.[1])).sort((a, b) => a - b);
}
