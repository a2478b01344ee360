import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Conflict, type DomainError, type Logger, Unavailable } from '@mlmcsc/core';
import { type DataFolder, databaseName, prepareDataFolder } from './data-folder.ts';
import { locateBinaries } from './locate-binaries.ts';
import {
  answers,
  ensureDatabase,
  freePort,
  type Postmaster,
  readPidFile,
  removeStalePidFile,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { isAlive, startMark, waitForExit } from './process-alive.ts';
import { chooseIdentity, type Identity, type IdentityKind } from './run-as.ts';

export interface EmbeddedPostgresOptions {
  /** Holds cluster, password and log; made when missing. */
  readonly folder: string;
  /** @default the port of the last start when it is free, else any free port */
  readonly port?: number | undefined;
  readonly log: Logger;
  /** How to run when started by root. @default a user namespace, else an ordinary user */
  readonly identity?: IdentityKind | undefined;
  /** False only for throw-away data: faster, but a power cut may destroy all of it. @default true */
  readonly isDurable?: boolean | undefined;
}

/** A running server of our own. */
export interface EmbeddedPostgres {
  /** Contains the password: never log it. Stays valid over restarts. */
  readonly url: string;
  readonly port: number;
  /** Process of the present server. */
  readonly pid: () => number;
  /** True when the server of an earlier, killed parent was taken over. */
  readonly adopted: boolean;
  /** Fast shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
}

interface LauncherState {
  readonly launcher: { readonly pid: number; readonly mark: string | null };
  readonly port: number;
}

const restartDelaysMs = [0, 100, 250, 500, 1_000, 2_000, 5_000];
const watchIntervalMs = 300;

/** Starts PostgreSQL from the npm-shipped binaries, or takes over the one a killed parent left, and keeps it
 * running until `stop()`: when it dies it is started again on the same port.
 * @throws Conflict `database-already-running` when a living program uses the folder;
 *   Unavailable `data-folder-unwritable | disk-full | port-in-use | database-binaries-missing | database-identity | …`
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const identity = await chooseIdentity(await locateBinaries(), options.identity);
  const files = await prepareDataFolder(resolve(options.folder), identity, options.isDurable ?? true);
  const state = await readState(files);
  await refuseSecondLauncher(files, state);
  const orphan = await takeOver(files, options);
  const first = orphan ?? (await startOnPort(files, identity, options.port, state?.port));
  await writeState(files, first.port);
  await ensureDatabase(files, first.port);
  options.log.info(
    { port: first.port, pid: first.pid, adopted: orphan !== null, identity: identity.kind },
    'embedded database ready',
  );
  const supervisor = superviseFrom(first, files, identity, options.log);
  return {
    url: `postgres://${databaseName}:${encodeURIComponent(files.password)}@127.0.0.1:${first.port}/${databaseName}`,
    port: first.port,
    pid: supervisor.pid,
    adopted: orphan !== null,
    stop: supervisor.stop,
  };
}

async function refuseSecondLauncher(files: DataFolder, state: LauncherState | null): Promise<void> {
  if (state === null || state.launcher.pid === process.pid) return;
  const { pid, mark } = state.launcher;
  if (!(await isAlive(pid)) || (await startMark(pid)) !== mark) return;
  if ((await readPidFile(files)) === null) return;
  throw new Conflict(
    'database-already-running',
    `Process ${pid} already runs the database in ${files.root}; stop it first, or use another MLMCSC_DATA_DIR.`,
  );
}

/** The server that survived its parent: taken over when it answers to our password, else stopped. */
async function takeOver(files: DataFolder, options: EmbeddedPostgresOptions): Promise<Postmaster | null> {
  const found = await readPidFile(files);
  if (found === null) {
    await removeStalePidFile(files);
    return null;
  }
  const portFits = options.port === undefined || options.port === found.port;
  for (let attempt = 0; portFits && attempt < 20; attempt += 1) {
    if (await answers(files, found.port)) return { ...found, child: null };
    if ((await readPidFile(files))?.pid !== found.pid) break;
    await delay(100);
  }
  options.log.warn({ pid: found.pid }, 'an earlier database does not answer and is stopped');
  if ((await readPidFile(files))?.pid === found.pid) await stopPostmaster(found.pid);
  await removeStalePidFile(files);
  return null;
}

async function startOnPort(
  files: DataFolder,
  identity: Identity,
  wanted: number | undefined,
  last: number | undefined,
): Promise<Postmaster> {
  if (wanted !== undefined) return startPostmaster(files, identity, await requirePort(wanted));
  for (let attempt = 1; ; attempt += 1) {
    const port = (attempt === 1 && last !== undefined ? await freePort(last) : null) ?? (await freePort());
    if (port === null) throw new Unavailable('port-in-use', 'No free port was found on 127.0.0.1.');
    try {
      return await startPostmaster(files, identity, port);
    } catch (error) {
      if ((error as DomainError).code !== 'port-in-use' || attempt === 3) throw error;
    }
  }
}

async function requirePort(port: number): Promise<number> {
  if ((await freePort(port)) !== null) return port;
  throw new Unavailable(
    'port-in-use',
    `Port ${port} on 127.0.0.1 is taken by another program; stop it, or choose another port for the database.`,
  );
}

/** Restarts a server that dies before `stop()`. */
function superviseFrom(first: Postmaster, files: DataFolder, identity: Identity, log: Logger) {
  let current = first;
  const stopping = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await gone(current, stopping.signal);
      if (stopping.signal.aborted) return;
      log.error({ pid: current.pid }, 'the embedded database ended unexpectedly and is started again');
      await restart();
    }
  }

  async function restart(): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      const wait = restartDelaysMs[Math.min(attempt, restartDelaysMs.length - 1)] ?? 0;
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        if ((await readPidFile(files)) === null) await removeStalePidFile(files);
        current = await startPostmaster(files, identity, current.port);
        log.info({ pid: current.pid, attempt }, 'embedded database ready again');
        return;
      } catch (error) {
        log.error({ attempt, reason: (error as DomainError).detail }, 'the embedded database did not start');
      }
    }
  }

  return {
    pid: () => current.pid,
    async stop(): Promise<void> {
      stopping.abort();
      await watching;
      if (!(await stopPostmaster(current.pid))) {
        log.error({ pid: current.pid }, 'the embedded database could not be stopped');
      }
    },
  };
}

/** Resolves when the server has ended, or when watching is over. */
async function gone(server: Postmaster, signal: AbortSignal): Promise<void> {
  if (server.child === null) {
    while (!signal.aborted && !(await waitForExit(server.pid, 0))) {
      await delay(watchIntervalMs, undefined, { signal }).catch(() => {});
    }
    return;
  }
  const { child } = server;
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((done) => {
    child.once('exit', () => done());
    signal.addEventListener('abort', () => done(), { once: true });
  });
}

async function readState(files: DataFolder): Promise<LauncherState | null> {
  try {
    return JSON.parse(await readFile(files.stateFile, 'utf8')) as LauncherState;
  } catch {
    return null;
  }
}

async function writeState(files: DataFolder, port: number): Promise<void> {
  const state: LauncherState = { launcher: { pid: process.pid, mark: await startMark(process.pid) }, port };
  await writeFile(files.stateFile, `${JSON.stringify(state)}\n`, { mode: 0o600 });
}
