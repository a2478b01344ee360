import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { translateFileError } from '../files/translate-file-error.ts';
import { diagnose } from './diagnose.ts';
import type { Identity } from './run-as.ts';

const execute = promisify(execFile);

/** Name of the superuser and of the database. */
export const databaseName = 'mlmcsc';

/** The files of one embedded server. */
export interface DataFolder {
  /** Given by the caller; holds everything else unless the server's user cannot reach it. */
  readonly root: string;
  /** PGDATA. */
  readonly cluster: string;
  readonly password: string;
  readonly logFile: string;
  /** Who runs the server and where it listens. */
  readonly stateFile: string;
  /** False: nothing is forced to the disk; a killed process loses nothing, a power cut may destroy the cluster. */
  readonly isDurable: boolean;
}

/** Makes the folder, the password and the cluster when they are missing. A half-made cluster is made again.
 * @throws Unavailable `data-folder-unwritable | disk-full | database-init-failed`
 */
export async function prepareDataFolder(
  folder: string,
  identity: Identity,
  isDurable: boolean,
): Promise<DataFolder> {
  const root = await reachableFolder(folder, identity);
  try {
    await mkdir(root, { recursive: true, mode: 0o700 });
    await identity.own(root);
    await access(root, constants.W_OK);
    const password = await readOrMakePassword(join(root, 'password'));
    const cluster = join(root, 'cluster');
    const files = {
      root,
      cluster,
      password,
      logFile: join(root, 'postgres.log'),
      stateFile: join(root, 'launcher.json'),
      isDurable,
    };
    if (!(await stat(join(cluster, 'PG_VERSION')).catch(() => null))) await initialise(files, identity);
    return files;
  } catch (error) {
    throw translateFileError(error, root, 'the database');
  }
}

/** Stepping down to another user needs folders that this user may enter. */
async function reachableFolder(folder: string, identity: Identity): Promise<string> {
  if (identity.kind !== 'user') return folder;
  for (let at = dirname(folder); at !== dirname(at); at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found === null || (found.mode & 0o001) !== 0) continue;
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
    const root = `/var/lib/mlmcsc/${name}`;
    await mkdir(root, { recursive: true, mode: 0o755 });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'location.txt'), `${root}\n`);
    return root;
  }
  return folder;
}

async function readOrMakePassword(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept !== null && kept.trim() !== '') return kept.trim();
  const password = randomBytes(24).toString('base64url');
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(`${password}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return password;
}

async function initialise(files: DataFolder, identity: Identity): Promise<void> {
  const fresh = join(files.root, 'cluster.new');
  const passwordFile = join(files.root, 'password.initdb');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await identity.own(fresh);
  await writeFile(passwordFile, files.password, { mode: 0o600 });
  await identity.own(passwordFile);
  const [program, parameters] = identity.command(identity.binaries.initdb, [
    `--pgdata=${fresh}`,
    `--username=${databaseName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
    '--data-checksums',
    ...(files.isDurable ? [] : ['--no-sync']),
  ]);
  try {
    await execute(program, parameters, { ...identity.spawnOptions, cwd: files.root, timeout: 120_000 });
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string };
    await rm(fresh, { recursive: true, force: true });
    throw diagnose('database-init-failed', `${stdout}\n${stderr}`, files.root, error);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, files.cluster);
}
