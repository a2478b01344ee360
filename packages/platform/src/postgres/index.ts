export { appendAudit } from './append-audit.ts';
export { CaughtUpReplica } from './caught-up-replica.ts';
export { createPool, type PoolOptions } from './create-pool.ts';
export { type MigrationResult, migrate, pendingMigrations } from './migrate.ts';
export { PostgresEventListener } from './postgres-event-listener.ts';
export { PostgresEventLog } from './postgres-event-log.ts';
export { PostgresIdempotencyStore } from './postgres-idempotency-store.ts';
export { PostgresStore } from './postgres-store.ts';
export { waitForDatabase } from './wait-for-database.ts';
