import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type DataFolder, databaseName } from './data-folder.ts';
import { diagnose } from './diagnose.ts';
import { isAlive, waitForExit } from './process-alive.ts';
import type { Identity } from './run-as.ts';

/** A server that answers. `child` is null for one that outlived its earlier parent. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly child: ChildProcess | null;
}

/** What the server's own pid file says. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
}

const maximumLogBytes = 10 * 1024 * 1024;
const longestSocketFolder = 80;

/** Starts a server and waits until it answers. @throws Unavailable see {@link diagnose} */
export async function startPostmaster(
  files: DataFolder,
  identity: Identity,
  port: number,
  timeoutMs = 60_000,
): Promise<Postmaster> {
  await keepLogSmall(files.logFile);
  const logStart = (await stat(files.logFile).catch(() => null))?.size ?? 0;
  const socketFolder = files.root.length <= longestSocketFolder ? files.root : '';
  const [program, parameters] = identity.command(identity.binaries.postgres, [
    ...['-D', files.cluster, '-p', String(port)],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${socketFolder}`],
    ...['-c', 'unix_socket_permissions=0700', '-c', 'max_connections=100', '-c', 'shared_buffers=128MB'],
    ...['-c', 'logging_collector=off', '-c', 'log_destination=stderr', '-c', 'timezone=UTC'],
    ...(files.isDurable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']),
  ]);
  // A file, not a pipe: the server outlives a killed parent. Detached: Ctrl-C reaches us first, and we stop it last.
  const log = openSync(files.logFile, 'a', 0o600);
  const child = spawn(program, parameters, {
    ...identity.spawnOptions,
    cwd: files.root,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let spawnError: Error | null = null;
  child.once('error', (error) => {
    spawnError = error;
  });
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (spawnError !== null || child.exitCode !== null || child.signalCode !== null) {
      throw diagnose(
        'database-start-failed',
        await readFrom(files.logFile, logStart),
        files.root,
        spawnError,
      );
    }
    if (await answers(files, port)) return { pid: child.pid!, port, child };
    if (performance.now() > deadline) {
      child.kill('SIGQUIT');
      throw diagnose('database-start-timeout', await readFrom(files.logFile, logStart), files.root);
    }
    await delay(20);
  }
}

/** Fast shutdown, then harder. True when the process is gone. */
export async function stopPostmaster(pid: number): Promise<boolean> {
  for (const [signal, timeoutMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return true;
    }
    if (await waitForExit(pid, timeoutMs)) return true;
  }
  return false;
}

/** Whether the server on this port accepts our password. */
export async function answers(files: DataFolder, port: number): Promise<boolean> {
  const client = new Client({ ...connectionTo(files, port), database: 'postgres', query_timeout: 3_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    // Somebody else's server might accept any password: the folder must be ours.
    const result = await client.query<{ data_directory: string }>('show data_directory');
    return result.rows[0]?.data_directory === files.cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the database on the first start. */
export async function ensureDatabase(files: DataFolder, port: number): Promise<void> {
  const client = new Client({ ...connectionTo(files, port), database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

function connectionTo(files: DataFolder, port: number) {
  return {
    host: '127.0.0.1',
    port,
    user: databaseName,
    password: files.password,
    connectionTimeoutMillis: 3_000,
  };
}

/** The running or last server of the cluster; null when there is none or its process is gone. */
export async function readPidFile(files: DataFolder): Promise<PidFile | null> {
  const text = await readFile(join(files.cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const [pid, , , port] = text.split('\n');
  const found = { pid: Number(pid), port: Number(port) };
  return found.pid > 1 && (await isAlive(found.pid)) ? found : null;
}

/** Removes what a dead server left; only after {@link readPidFile} said that nobody runs. */
export async function removeStalePidFile(files: DataFolder): Promise<void> {
  await rm(join(files.cluster, 'postmaster.pid'), { force: true });
  // PostgreSQL takes a zombie for a living owner of the socket, and does not start beside it.
  for (const name of await readdir(files.root)) {
    if (name.startsWith('.s.PGSQL.')) await rm(join(files.root, name), { force: true });
  }
}

/** A port that is free at this moment. */
export async function freePort(wanted = 0): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

async function keepLogSmall(path: string): Promise<void> {
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size > maximumLogBytes) await rename(path, `${path}.1`);
}

async function readFrom(path: string, start: number): Promise<string> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return '';
  try {
    const buffer = Buffer.alloc(64 * 1024);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
