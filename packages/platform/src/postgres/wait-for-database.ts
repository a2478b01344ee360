import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, Unavailable } from '@mlmcsc/core';
import { pendingMigrations } from './migrate.ts';

export interface WaitForDatabaseOptions {
  /** How long a database that is away, or not migrated yet, is waited for, ms. */
  readonly waitMs: number;
  readonly log: Logger;
  /** Whether the pool reaches it. @throws Unavailable */
  readonly check: () => Promise<void>;
  /** The database itself, without a pooler. */
  readonly directUrl: string;
}

const pauseMs = 250;
const remindEveryMs = 10_000;

/** Resolves once the database answers on both ways and has the schema of this release. Services that are started together come
 * up in any order, so a process waits for a while; what waiting cannot mend ends it at once.
 * @throws Unavailable the last failure when the time is over: `database-unavailable`, `schema-behind`; at once `database-unverified`;
 * what else the database says, e.g. to a wrong password
 */
export async function waitForDatabase({
  waitMs,
  log,
  check,
  directUrl,
}: WaitForDatabaseOptions): Promise<void> {
  const startedAt = performance.now();
  let remindedAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    try {
      await requireSchema(directUrl);
      await check();
      if (remindedAt > 0)
        log.info({ waited_ms: Math.round(performance.now() - startedAt) }, 'the database answers');
      return;
    } catch (error) {
      const now = performance.now();
      if (!(error instanceof Unavailable) || !error.retryable || now - startedAt >= waitMs) throw error;
      if (now - remindedAt >= remindEveryMs) {
        log.warn({ reason: error.detail, wait_ms: waitMs }, 'the start waits for the database');
        remindedAt = now;
      }
      await delay(pauseMs);
    }
  }
}

/** @throws Unavailable `schema-behind`, and as `pendingMigrations` */
async function requireSchema(url: string): Promise<void> {
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return;
  throw new Unavailable(
    'schema-behind',
    `The database lacks ${pending.length === 1 ? pending[0] : `${pending.length} migrations, ${pending[0]} first`}; run \`mlmcsc migrate\`.`,
  );
}
