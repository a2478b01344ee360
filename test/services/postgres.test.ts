import { expect, test } from 'vitest';
import { startPgBouncer } from './pgbouncer.ts';
import { startPostgres } from './postgres.ts';
import { isListening, servicesMissing } from './service-process.ts';

test.skipIf(servicesMissing !== null)(
  `starts PostgreSQL with a replica and PgBouncer, kills and restarts them, leaves nothing${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  async () => {
    const primary = await startPostgres();
    const replica = await primary.startReplica();
    expect(replica.process().output()).toContain('read-only connections');
    const pooler = await startPgBouncer({ url: primary.url });
    await primary.process().stop('SIGKILL');
    expect(await isListening(primary.port)).toBe(false);
    await primary.start();
    await pooler.process().stop();
    await pooler.start();
    expect(await isListening(pooler.port)).toBe(true);
    await pooler.stop();
    await primary.stop();
    for (const { port } of [primary, replica, pooler]) expect(await isListening(port)).toBe(false);
  },
);
