import type { Logger } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { prepareDataFolder } from './data-folder.ts';
import { type Database, openDatabase } from './database.ts';
import { acquireInstanceLock, findRunningInstance } from './instance-lock.ts';

/** The database of an installation, for one command: the configured one, that of the running `mlmcsc up`, or the embedded
 * one, which is started for as long as the command needs it.
 */
export async function withDatabase<T>(
  config: Pick<Config, 'databaseUrl' | 'databaseDirectUrl' | 'dataDir'>,
  log: Logger,
  work: (database: Pick<Database, 'url'>) => Promise<T>,
): Promise<T> {
  const configured = config.databaseDirectUrl ?? config.databaseUrl;
  if (configured !== null) return work({ url: configured });
  const running = await findRunningInstance(config.dataDir);
  if (running?.databaseUrl) return work({ url: running.databaseUrl });
  await prepareDataFolder(config.dataDir);
  const lock = await acquireInstanceLock(config.dataDir);
  try {
    const database = await openDatabase(config, log);
    try {
      return await work(database);
    } finally {
      await database.stop();
    }
  } finally {
    await lock.release();
  }
}
