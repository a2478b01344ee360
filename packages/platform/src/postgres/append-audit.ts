import type { NewAuditEntry } from '@mlmcsc/core';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { createAuditRows } from './rows/audit-rows.ts';

/** Records an entry in the transaction that the client has begun, for adapters with statements of their own. */
export const appendAudit = (client: PoolClient, entry: NewAuditEntry): Promise<void> =>
  createAuditRows(drizzle({ client })).append(entry);
