import type { PruneRows, PruneSubject } from '@mlmcsc/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Deletes at most `limit` rows of each subject, oldest first; skips rows that somebody has in hand. */
const statements: Readonly<Record<PruneSubject, (before: string, limit: number) => SQL>> = {
  'idempotency-keys': (before, limit) => sql`
    delete from idempotency_key where (username, key) in (
      select username, key from idempotency_key where claimed_at < ${before}::timestamptz
      order by claimed_at limit ${limit} for update skip locked)`,
  'expired-sessions': (before, limit) => sql`
    delete from auth_session where id in (
      select id from auth_session where expires_at < ${before}::timestamptz
      order by expires_at limit ${limit} for update skip locked)`,
  'stopped-workers': (before, limit) => sql`
    delete from worker_heartbeats where worker_id in (
      select worker_id from worker_heartbeats where beat_at < ${before}::timestamptz
      order by beat_at limit ${limit} for update skip locked)`,
  'finished-jobs': (before, limit) => sql`
    with old as (
      select id from jobs where state in ('completed', 'cancelled') and finished_at < ${before}::timestamptz
      order by finished_at limit ${limit} for update skip locked
    ), items as (delete from job_items where job_id in (select id from old))
    delete from jobs where id in (select id from old)`,
  // With their deliveries and attempts; what still waits to be delivered stays.
  'webhook-events': (before, limit) => sql`
    delete from webhook_events where id in (
      select event.id from webhook_events event where event.occurred_at < ${before}::timestamptz
        and not exists (
          select from webhook_deliveries delivery join webhook_subscriptions subscription
            on subscription.id = delivery.subscription_id
          where delivery.event_id = event.id and delivery.state = 'waiting' and subscription.is_enabled)
      order by event.occurred_at limit ${limit} for update skip locked)`,
};

/** Rows that are past their time. */
export function createPruneRows(db: Database): PruneRows {
  return {
    async prune(subject, before, limit) {
      const { rowCount } = await db.execute(statements[subject](before.toISOString(), limit));
      return rowCount ?? 0;
    },
  };
}
