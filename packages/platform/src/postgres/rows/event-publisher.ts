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
    async publish(...events) {
      if (events.length === 0) return;
      const given = JSON.stringify(
        events.map((event) => {
          const outside = webhookEventOf(event);
          return {
            ...{ type: event.type, payload: event },
            ...(outside === null ? {} : { outside_type: outside.type, subject: outside.subject }),
          };
        }),
      );
      await db.execute(sql`
        with given as (
          select * from rows from (
            jsonb_to_recordset(${given}::jsonb) as (type text, payload jsonb, outside_type text, subject jsonb)
          ) with ordinality as given(type, payload, outside_type, subject, place)
        ), logged as (
          insert into event_log (type, payload) select type, payload from given order by place
        ), told as (
          insert into webhook_events (id, type, subject)
          select gen_random_uuid(), outside_type, subject from given
          where exists (
            select from webhook_subscriptions where is_enabled and given.outside_type = any(event_types))
          order by place
          returning id, type
        )
        insert into webhook_deliveries (subscription_id, event_id)
        select subscription.id, told.id
        from told join webhook_subscriptions subscription
          on subscription.is_enabled and told.type = any(subscription.event_types)`);
    },
  };
}
