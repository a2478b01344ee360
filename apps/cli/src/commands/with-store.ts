import type { Config } from '@mlmcsc/platform/config';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { asOperator } from '../console/operator.ts';
import { quietLog } from '../console/quiet-log.ts';
import { withDatabase } from '../up/reach-database.ts';

/** The rows of an installation, for one command. */
export const withStore = <T>(config: Config, work: (store: PostgresStore) => Promise<T>): Promise<T> =>
  withDatabase(config, quietLog, async ({ url }) => {
    const pool = createPool({ url, applicationName: 'mlmcsc-cli', maxConnections: 2, log: quietLog });
    try {
      return await asOperator(() => work(new PostgresStore(pool)));
    } finally {
      await pool.end();
    }
  });
