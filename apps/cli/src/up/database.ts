import { join } from 'node:path';
import type { Logger } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { startEmbeddedPostgres } from '@mlmcsc/platform/embedded-postgres';

/** A database to work with, and how to let go of it. */
export interface Database {
  /** Contains the password: never shown or logged. */
  readonly url: string;
  readonly isEmbedded: boolean;
  stop(): Promise<void>;
}

/** The configured database, or the embedded one of the data folder, which is started.
 * @throws Unavailable, Conflict as `startEmbeddedPostgres`
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databaseDirectUrl' | 'dataDir'>,
  log: Logger,
): Promise<Database> {
  const configured = config.databaseDirectUrl ?? config.databaseUrl;
  if (configured !== null) return { url: configured, isEmbedded: false, stop: async () => {} };
  const server = await startEmbeddedPostgres({ folder: join(config.dataDir, 'postgres'), log });
  return { url: server.url, isEmbedded: true, stop: () => server.stop() };
}
