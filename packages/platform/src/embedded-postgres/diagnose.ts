import { Unavailable } from '@mlmcsc/core';

/** Turns what PostgreSQL printed into one sentence with a remedy.
 * @param output - its last lines
 */
export function diagnose(code: string, output: string, folder: string, cause?: unknown): Unavailable {
  const context = { output: output.slice(-4000) };
  if (/No space left on device|could not extend file|Disk quota exceeded/i.test(output)) {
    return new Unavailable(
      'disk-full',
      `The disk that holds ${folder} is full; free some space (at least 1 GB), then start again.`,
      { context, cause },
    );
  }
  if (/Address already in use|could not bind IPv4 address/i.test(output)) {
    return new Unavailable(
      'port-in-use',
      'The port chosen for the database is taken by another program; start again, or stop that program.',
      { context, cause },
    );
  }
  if (/Permission denied|has wrong ownership|Read-only file system|invalid permissions/i.test(output)) {
    return new Unavailable(
      'data-folder-unwritable',
      `The database may not write in ${folder}; give this user the folder, or set MLMCSC_DATA_DIR to one it owns.`,
      { context, cause },
    );
  }
  if (/lock file "postmaster.pid" already exists/i.test(output)) {
    return new Unavailable(
      'database-already-running',
      `Another PostgreSQL already uses ${folder}; stop it, then start again.`,
      { context, cause },
    );
  }
  if (/database files are incompatible|not initialized by|incompatible with server/i.test(output)) {
    return new Unavailable(
      'database-version',
      `The data in ${folder} was written by another version of PostgreSQL; start the version that wrote it, export, and import here.`,
      { context, cause },
    );
  }
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  return new Unavailable(
    code,
    `The embedded database did not start (${lastLine.slice(0, 300)}); the log in ${folder} says more.`,
    { context, cause },
  );
}
