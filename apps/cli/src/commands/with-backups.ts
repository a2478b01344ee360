import { readFile } from 'node:fs/promises';
import type { BackupStore } from '@mlmcsc/core/backup';
import { openBackups } from '@mlmcsc/platform/backup';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';

export interface KeyOptions {
  readonly keyFile?: string | undefined;
}

/** The backups of a place, for one command. */
export async function withBackups<T>(
  config: Config,
  place: string,
  { keyFile }: KeyOptions,
  work: (backups: BackupStore) => Promise<T>,
): Promise<T> {
  const backupKey = keyFile === undefined ? config.backupKey : await readKey(keyFile);
  const backups = await openBackups(place, { ...config, backupKey });
  try {
    return await work(backups);
  } finally {
    await backups.target.close();
  }
}

async function readKey(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`The key file ${path} cannot be read (${error.code}).`, exitCodes.usage);
  });
}
