import { type EventPublisher, webhookEventOf } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Name of the notification channel; payloads are domain events as JSON, far below the limit of 8000 bytes. */
export const eventChannel = 'mlmcsc_events';

/** Writes to the log of events; a trigger gives the place in it and notifies at the commit. What other systems asked to be told
 * of goes into the outbox of webhooks in the same transaction: with the event, or not at all.
 */
export function createEventPublisher(db: Database): EventPublisher {
  return {
    async publish(event) {
      await db.execute(
        sql`insert into event_log (type, payload) values (${event.type}, ${JSON.stringify(event)}::jsonb)`,
      );
      const outside = webhookEventOf(event);
      if (outside === null) return;
      await db.execute(sql`
        with wanted as (
          select id from webhook_subscriptions where is_enabled and ${outside.type}::text = any(event_types)
        ), event as (
          insert into webhook_events (id, type, subject)
          select gen_random_uuid(), ${outside.type}, ${JSON.stringify(outside.subject)}::jsonb
          where exists (select from wanted) returning id
        )
        insert into webhook_deliveries (subscription_id, event_id) select wanted.id, event.id from wanted, event`);
    },
  };
}
