import { execFile, type SpawnOptions } from 'node:child_process';
import { chmod, chown, cp, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Unavailable } from '@mlmcsc/core';
import { binariesAt, type PostgresBinaries } from './locate-binaries.ts';

const execute = promisify(execFile);

/** How the server is run: PostgreSQL refuses to run as root. */
export type IdentityKind = 'self' | 'namespace' | 'user';

/** Turns a program call into one with the right identity. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly binaries: PostgresBinaries;
  command(program: string, parameters: readonly string[]): readonly [string, readonly string[]];
  readonly spawnOptions: Pick<SpawnOptions, 'uid' | 'gid' | 'env'>;
  /** Gives a file or folder to the server's user. */
  own(path: string): Promise<void>;
}

/** No inherited settings: PG* variables of the caller must not reach the server. */
const environment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
const nobody = 65534;

/** Chooses how to run the server: as oneself, or as root in a user namespace (nothing changes owner and closed
 * folders above do not matter), or as root by stepping down to an ordinary user.
 * @throws Unavailable `database-identity`
 */
export async function chooseIdentity(binaries: PostgresBinaries, wanted?: IdentityKind): Promise<Identity> {
  if (process.getuid?.() !== 0) return asSelf(binaries);
  const failures: string[] = [];
  for (const kind of wanted === undefined ? (['namespace', 'user'] as const) : [wanted]) {
    const identity =
      kind === 'namespace'
        ? inNamespace(binaries)
        : kind === 'user'
          ? await asOrdinaryUser(binaries)
          : asSelf(binaries);
    const failure = await tryIdentity(identity);
    if (failure === null) return identity;
    failures.push(`${kind}: ${failure}`);
  }
  throw new Unavailable(
    'database-identity',
    'PostgreSQL does not run as root and neither a user namespace nor an ordinary user could be used; start as an ordinary user, or set MLMCSC_DATABASE_URL.',
    { context: { failures } },
  );
}

async function tryIdentity(identity: Identity): Promise<string | null> {
  const [program, parameters] = identity.command(identity.binaries.postgres, ['--version']);
  try {
    await execute(program, parameters, { ...identity.spawnOptions, timeout: 10_000 });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function asSelf(binaries: PostgresBinaries): Identity {
  return {
    kind: 'self',
    binaries,
    command: (program, parameters) => [program, parameters],
    spawnOptions: { env: environment },
    own: async () => {},
  };
}

function inNamespace(binaries: PostgresBinaries): Identity {
  const wrapping = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
  return {
    kind: 'namespace',
    binaries,
    command: (program, parameters) => ['unshare', [...wrapping, program, ...parameters]],
    spawnOptions: { env: environment },
    // Root outside is the mapped user inside: what root owns, the server owns.
    own: (path) => chown(path, 0, 0),
  };
}

async function asOrdinaryUser(binaries: PostgresBinaries): Promise<Identity> {
  const { uid, gid } = await ordinaryUser();
  const spawnOptions = { uid, gid, env: environment };
  const identity = (chosen: PostgresBinaries): Identity => ({
    kind: 'user',
    binaries: chosen,
    command: (program, parameters) => [program, parameters],
    spawnOptions,
    own: (path) => chown(path, uid, gid),
  });
  const inPlace = identity(binaries);
  return (await tryIdentity(inPlace)) === null ? inPlace : identity(await copyToReachableFolder(binaries));
}

async function ordinaryUser(): Promise<{ uid: number; gid: number }> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const line = users.split('\n').find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? nobody), gid: Number(gid ?? nobody) };
}

/** Binaries below a closed folder (a root home) cannot be run by others: a copy of root's own, readable by all, can. */
async function copyToReachableFolder(binaries: PostgresBinaries): Promise<PostgresBinaries> {
  const parent = '/var/lib/mlmcsc';
  const target = `${parent}/postgresql`;
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const existing = await lstat(target).catch(() => null);
  if (existing?.isDirectory() && existing.uid === 0) return binariesAt(target);
  const fresh = `${target}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await cp(binaries.home, fresh, { recursive: true, verbatimSymlinks: true });
  await chmod(fresh, 0o755);
  await rename(fresh, target);
  return binariesAt(target);
}
