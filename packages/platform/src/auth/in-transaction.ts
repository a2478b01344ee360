import type { Pool, PoolClient } from 'pg';
import { translateAuthError } from './translate-auth-error.ts';

/** Runs the work in one transaction. @throws Unavailable `database-unavailable`, or what `work` throws */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let client: PoolClient | null = null;
  let broken = false;
  try {
    client = await pool.connect();
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client?.query('rollback').catch(() => {
      broken = true;
    });
    throw translateAuthError(error);
  } finally {
    client?.release(broken);
  }
}

/** Runs single statements. @throws Unavailable `database-unavailable`, or what `work` throws */
export async function onPool<T>(pool: Pool, work: (pool: Pool) => Promise<T>): Promise<T> {
  try {
    return await work(pool);
  } catch (error) {
    throw translateAuthError(error);
  }
}
