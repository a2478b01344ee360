import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure } from '../console/command-failure.ts';

/** The file that is there while an installation is being restored. */
export const unfinishedRestore = (dataDir: string) => join(dataDir, 'restore-unfinished');

/** @throws CommandFailure where a restore was broken off: what is there is not an installation */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (!existsSync(unfinishedRestore(dataDir))) return;
  throw new CommandFailure(
    `A restore into ${dataDir} was broken off, so it does not hold everything. Run mlmcsc restore again.`,
  );
}
