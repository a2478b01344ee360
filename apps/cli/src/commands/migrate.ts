import type { Config } from '@mlmcsc/platform/config';
import { migrate } from '@mlmcsc/platform/postgres';
import { quietLog } from '../console/quiet-log.ts';
import { withDatabase } from '../up/reach-database.ts';

/** `mlmcsc migrate`: brings the schema of the installation's database up to date. */
export async function migrateDatabase(config: Config): Promise<void> {
  const { applied } = await withDatabase(config, quietLog, ({ url }) => migrate(url, quietLog));
  process.stdout.write(
    applied.length === 0 ? 'The schema is up to date.\n' : `Applied: ${applied.join(', ')}\n`,
  );
}
