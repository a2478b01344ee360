import type { Logger } from '@mlmcsc/core';
import { PostgresApiKeys, TimeBasedSecondFactors, UserAccounts } from '@mlmcsc/platform/auth';
import { appendAudit, createPool } from '@mlmcsc/platform/postgres';

/** Adapters of an installation's users. */
export interface UserAdapters {
  readonly accounts: UserAccounts;
  readonly keys: PostgresApiKeys;
  /** @param secret - the session secret of the installation */
  secondFactors(secret: string): TimeBasedSecondFactors;
}

/** Works with the users of a database over a small pool of its own. */
export async function withUserAccounts<T>(
  databaseUrl: string,
  log: Logger,
  work: (adapters: UserAdapters) => Promise<T>,
): Promise<T> {
  const pool = createPool({ url: databaseUrl, applicationName: 'mlmcsc-cli', maxConnections: 2, log });
  try {
    return await work({
      accounts: new UserAccounts(pool, appendAudit),
      keys: new PostgresApiKeys(pool, appendAudit),
      secondFactors: (secret) => new TimeBasedSecondFactors({ pool, secret, record: appendAudit }),
    });
  } finally {
    await pool.end();
  }
}

/** Makes the first administrator when there is none. @returns what is shown once, on the console only, or null */
export const createFirstAdministrator = (databaseUrl: string, log: Logger) =>
  withUserAccounts(databaseUrl, log, ({ accounts }) => accounts.createFirstAdministrator());
