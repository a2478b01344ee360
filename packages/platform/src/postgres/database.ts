import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';

/** Runs queries: the pool, or one transaction of it. */
export type Database = Pick<
  NodePgDatabase,
  'select' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute' | 'with' | '$with'
>;

/** The query builder on a pool. */
export function databaseOn(pool: Pool): NodePgDatabase {
  return drizzle({ client: pool });
}
