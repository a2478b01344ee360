import type { Logger } from '@mlmcsc/core';
import { UserAccounts } from '@mlmcsc/platform/auth';
import { createPool } from '@mlmcsc/platform/postgres';

/** Works with the users of a database over a small pool of its own. */
export async function withUserAccounts<T>(
  databaseUrl: string,
  log: Logger,
  work: (accounts: UserAccounts) => Promise<T>,
): Promise<T> {
  const pool = createPool({ url: databaseUrl, applicationName: 'mlmcsc-cli', maxConnections: 2, log });
  try {
    return await work(new UserAccounts(pool));
  } finally {
    await pool.end();
  }
}

/** Makes the first administrator when there is none. @returns what is shown once, on the console only, or null */
export const createFirstAdministrator = (databaseUrl: string, log: Logger) =>
  withUserAccounts(databaseUrl, log, (accounts) => accounts.createFirstAdministrator());
