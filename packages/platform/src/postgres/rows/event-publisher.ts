import type { EventPublisher } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Name of the notification channel; payloads are domain events as JSON, far below the limit of 8000 bytes. */
export const eventChannel = 'mlmcsc_events';

/** Writes to the log of events; a trigger gives the place in it and notifies at the commit. */
export function createEventPublisher(db: Database): EventPublisher {
  return {
    async publish(event) {
      await db.execute(
        sql`insert into event_log (type, payload) values (${event.type}, ${JSON.stringify(event)}::jsonb)`,
      );
    },
  };
}
