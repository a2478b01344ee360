import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandFailure } from '../console/command-failure.ts';

/** What a running `mlmcsc up` leaves in its data folder, readable by its owner only. */
export interface InstanceRecord {
  readonly pid: number;
  /** Start time of the process as the kernel counts it, or null where it cannot be told. */
  readonly startMark: string | null;
  /** Address of the web page once it is known. */
  readonly url: string | null;
  /** Where the other commands reach the database of this instance; contains its password. */
  readonly databaseUrl: string | null;
  /** It has been asked to stop and will soon let go. */
  readonly isStopping: boolean;
}

export interface InstanceLock {
  /** Adds what became known later. */
  update(change: Partial<Pick<InstanceRecord, 'url' | 'databaseUrl' | 'isStopping'>>): Promise<void>;
  release(): Promise<void>;
}

export interface AcquireOptions {
  /** How long a living holder is given before it is called running: one whose npm was just killed needs a moment to notice.
   * @default 4 s */
  readonly patienceMs?: number;
}

/** Longest orderly stop of a holder that is known to stop. */
const STOPPING_PATIENCE_MS = 40_000;
const RETRY_MS = 100;

const lockPath = (dataDir: string) => join(dataDir, 'instance.json');

/** The living instance of a data folder, or null. */
export async function findRunningInstance(dataDir: string): Promise<InstanceRecord | null> {
  const record = await readRecord(lockPath(dataDir));
  return record !== null && (await isRunning(record)) ? record : null;
}

/** Makes this process the only `mlmcsc up` of the data folder; the lock of a killed one is taken over at once.
 * @throws CommandFailure when another one is alive and stays so
 */
export async function acquireInstanceLock(
  dataDir: string,
  { patienceMs = 4_000 }: AcquireOptions = {},
): Promise<InstanceLock> {
  const path = lockPath(dataDir);
  let record: InstanceRecord = {
    pid: process.pid,
    startMark: await readStartMark(process.pid),
    url: null,
    databaseUrl: null,
    isStopping: false,
  };
  const startedAt = performance.now();
  while (!(await createExclusively(path, record))) {
    const holder = await readRecord(path);
    if (holder === null || !(await isRunning(holder))) {
      await removeStale(path, holder);
      continue;
    }
    const patience = holder.isStopping ? STOPPING_PATIENCE_MS : patienceMs;
    if (performance.now() - startedAt > patience) throw alreadyRunning(dataDir, holder);
    await delay(RETRY_MS);
  }
  return {
    async update(change) {
      record = { ...record, ...change };
      const fresh = `${path}.${process.pid}.new`;
      await rm(fresh, { force: true });
      await createExclusively(fresh, record);
      await rename(fresh, path);
    },
    async release() {
      const holder = await readRecord(path);
      if (holder?.pid === record.pid && holder.startMark === record.startMark)
        await rm(path, { force: true });
    },
  };
}

function alreadyRunning(dataDir: string, { pid, url }: InstanceRecord): CommandFailure {
  const address = url === null ? '' : ` at ${url}`;
  return new CommandFailure(
    `MLMCSC already runs on ${dataDir}${address} (process ${pid}). ` +
      'Use that one, stop it first, or choose another folder with --data-dir.',
  );
}

async function createExclusively(path: string, record: InstanceRecord): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(`${JSON.stringify(record)}\n`);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the stale lock aside; when somebody else was quicker and a living lock was moved, it is put back. */
async function removeStale(path: string, stale: InstanceRecord | null): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readRecord(aside);
  if (moved !== null && moved.pid !== stale?.pid && (await isRunning(moved)))
    await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

/** @returns null for a missing, half-written or foreign file */
async function readRecord(path: string): Promise<InstanceRecord | null> {
  try {
    const value = JSON.parse(await readFile(path, 'utf8')) as Partial<InstanceRecord>;
    if (!Number.isInteger(value.pid)) return null;
    return {
      pid: value.pid as number,
      startMark: value.startMark ?? null,
      url: value.url ?? null,
      databaseUrl: value.databaseUrl ?? null,
      isStopping: value.isStopping ?? false,
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

async function isRunning(record: InstanceRecord): Promise<boolean> {
  try {
    process.kill(record.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const mark = await readStartMark(record.pid);
  // A process number is used again after a while; its start time is not.
  return mark !== 'ended' && (mark === null || record.startMark === null || mark === record.startMark);
}

/** Start time from /proc, `ended` for a zombie, null where the system has no /proc. */
async function readStartMark(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
}
