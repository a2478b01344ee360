import { writeFile } from 'node:fs/promises';
import { makeBackupKey } from '@mlmcsc/core/backup';
import { CommandFailure } from '../console/command-failure.ts';

/** `mlmcsc backup-key`: a new key in a file that only its owner reads; an existing file stays as it is. */
export async function makeKeyFile(path: string): Promise<void> {
  try {
    await writeFile(path, `${makeBackupKey()}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CommandFailure(`${path} exists already; a key that backups were made with must not be lost.`);
  }
  process.stdout.write(
    `${path} holds the key. Keep a copy where the backups are not: without it nobody can read them.\n`,
  );
}
