import type { EventPublisher } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Name of the notification channel; payloads are domain events as JSON, far below the limit of 8000 bytes. */
export const eventChannel = 'mlmcsc_events';

/** Announces with NOTIFY: heard only after the commit. */
export function createEventPublisher(db: Database): EventPublisher {
  return {
    async publish(event) {
      await db.execute(sql`select pg_notify(${eventChannel}, ${JSON.stringify(event)})`);
    },
  };
}
