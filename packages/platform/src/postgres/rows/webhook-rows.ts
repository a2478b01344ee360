import type {
  TakenDelivery,
  WebhookAttemptRecord,
  WebhookDeliveryRecord,
  WebhookDeliveryState,
  WebhookEventRecord,
  WebhookRows,
  WebhookSubscriptionRecord,
} from '@mlmcsc/core';
import { type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';

type Row = Record<string, unknown>;

const toDate = (value: unknown) => new Date(value as string);
const toDateOrNull = (value: unknown) => (value === null ? null : toDate(value));

const toSubscription = (row: Row): WebhookSubscriptionRecord => ({
  id: row.id as string,
  url: row.url as string,
  description: row.description as string | null,
  eventTypes: row.event_types as string[],
  isEnabled: row.is_enabled as boolean,
  disabledReason: row.disabled_reason as string | null,
  secret: row.secret as Uint8Array,
  previousSecret: row.previous_secret as Uint8Array | null,
  previousSecretUntil: toDateOrNull(row.previous_secret_until),
  createdBy: row.created_by as string,
  createdAt: toDate(row.created_at),
});

const toDelivery = (row: Row): WebhookDeliveryRecord => ({
  id: row.id as string,
  subscriptionId: row.subscription_id as string,
  eventId: row.event_id as string,
  eventType: row.event_type as string,
  state: row.state as WebhookDeliveryState,
  attempts: row.attempts as number,
  attemptsBefore: row.attempts_before as number,
  nextAt: toDate(row.next_at),
  createdAt: toDate(row.created_at),
  finishedAt: toDateOrNull(row.finished_at),
});

const toEvent = (row: Row): WebhookEventRecord => ({
  id: row.id as string,
  type: row.type as string,
  subject: row.subject as Record<string, string>,
  body: row.body as string | null,
  occurredAt: toDate(row.occurred_at),
});

const toAttempt = (row: Row): WebhookAttemptRecord => ({
  deliveryId: row.delivery_id as string,
  number: row.number as number,
  at: toDate(row.at),
  status: row.status as number | null,
  latencyMs: row.latency_ms as number,
  error: row.error as string | null,
  response: row.response as string | null,
});

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const instantOrNull = (at: Date | null) => (at === null ? sql`null::timestamptz` : instant(at));
const bytes = (value: Uint8Array | null) =>
  value === null ? sql`null::bytea` : sql`${Buffer.from(value)}::bytea`;
const names = (values: readonly string[]) =>
  values.length === 0
    ? sql`'{}'::text[]`
    : sql`array[${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )}]::text[]`;
/** Deliveries with the type of their event. */
const deliveriesWith = (condition: SQL) => sql`
  select delivery.*, event.type as event_type from webhook_deliveries delivery
  join webhook_events event on event.id = delivery.event_id where ${condition}`;
/** The oldest that are due; fairness is decided among them. */
const looked = 2_000;

/** Rows of subscriptions, of the outbox and of the log of attempts. */
export function createWebhookRows(db: Database): WebhookRows {
  const all = async (query: SQL) => (await db.execute<Row>(query)).rows;
  const first = async <T>(query: SQL, map: (row: Row) => T) => {
    const [row] = await all(query);
    return row === undefined ? null : map(row);
  };
  const delivery = (id: string) =>
    isUuid(id) ? first(deliveriesWith(sql`delivery.id = ${id}`), toDelivery) : Promise.resolve(null);
  return {
    async insertSubscription(one) {
      await db.execute(sql`
        insert into webhook_subscriptions (id, url, description, event_types, is_enabled, disabled_reason, secret, created_by, created_at)
        values (${one.id}, ${one.url}, ${one.description}, ${names(one.eventTypes)}, ${one.isEnabled}, ${one.disabledReason},
          ${bytes(one.secret)}, ${one.createdBy}, ${instant(one.createdAt)})`);
    },
    subscriptions: async () =>
      (await all(sql`select * from webhook_subscriptions order by created_at desc, id desc`)).map(
        toSubscription,
      ),
    subscription: async (id) =>
      isUuid(id) ? first(sql`select * from webhook_subscriptions where id = ${id}`, toSubscription) : null,
    takeSubscription: async (id) =>
      isUuid(id)
        ? first(sql`select * from webhook_subscriptions where id = ${id} for update`, toSubscription)
        : null,
    async updateSubscription(id, change) {
      if (!isUuid(id)) return null;
      const parts = [
        change.url === undefined ? null : sql`url = ${change.url}`,
        change.description === undefined ? null : sql`description = ${change.description}`,
        change.eventTypes === undefined ? null : sql`event_types = ${names(change.eventTypes)}`,
        change.isEnabled === undefined ? null : sql`is_enabled = ${change.isEnabled}`,
        change.disabledReason === undefined ? null : sql`disabled_reason = ${change.disabledReason}`,
        change.secret === undefined ? null : sql`secret = ${bytes(change.secret)}`,
        change.previousSecret === undefined ? null : sql`previous_secret = ${bytes(change.previousSecret)}`,
        change.previousSecretUntil === undefined
          ? null
          : sql`previous_secret_until = ${instantOrNull(change.previousSecretUntil)}`,
      ].filter((part) => part !== null);
      // Nothing to change: the row as it is.
      const set = parts.length === 0 ? sql`id = id` : sql.join(parts, sql`, `);
      return first(sql`update webhook_subscriptions set ${set} where id = ${id} returning *`, toSubscription);
    },
    async deleteSubscription(id) {
      const deleted = await all(sql`delete from webhook_subscriptions where id = ${id} returning id`);
      return deleted.length > 0;
    },
    async insertDelivery(event, subscriptionId) {
      const inserted = await first(
        sql`
          with event as (
            insert into webhook_events (id, type, subject, occurred_at)
            values (${event.id}, ${event.type}, ${JSON.stringify(event.subject)}::jsonb, ${instant(event.occurredAt)})
            returning id, type)
          insert into webhook_deliveries (subscription_id, event_id)
          select ${subscriptionId}::uuid, id from event
          returning *, ${event.type}::text as event_type`,
        toDelivery,
      );
      return inserted!;
    },
    async take({ at, until, limit, perSubscription, except }) {
      const taken = await all(sql`
        with due as (
          select delivery.id, delivery.subscription_id, delivery.next_at
          from webhook_deliveries delivery
          join webhook_subscriptions subscription on subscription.id = delivery.subscription_id
          where delivery.state = 'waiting' and delivery.next_at <= ${instant(at)} and subscription.is_enabled
            and not delivery.subscription_id::text = any(${names(except)})
          order by delivery.next_at limit ${looked}
        ), fair as (
          select id, next_at, row_number() over (partition by subscription_id order by next_at) as place from due
        )
        update webhook_deliveries delivery
        set attempts = delivery.attempts + 1, next_at = ${instant(until)}
        where delivery.id in (
            select id from fair where place <= ${perSubscription} order by next_at limit ${limit})
          -- Read again once the row's lock is had: another worker may have taken it.
          and delivery.state = 'waiting' and delivery.next_at <= ${instant(at)}
        returning delivery.*`);
      if (taken.length === 0) return [];
      const ids = (key: string) => names([...new Set(taken.map((row) => row[key] as string))]);
      const [events, subscriptions] = await Promise.all([
        all(sql`select * from webhook_events where id::text = any(${ids('event_id')})`),
        all(sql`select * from webhook_subscriptions where id::text = any(${ids('subscription_id')})`),
      ]);
      return taken.flatMap((row): TakenDelivery[] => {
        const event = events.find(({ id }) => id === row.event_id);
        const subscription = subscriptions.find(({ id }) => id === row.subscription_id);
        // Deleted in between: so is the delivery.
        if (event === undefined || subscription === undefined) return [];
        return [
          {
            delivery: toDelivery({ ...row, event_type: event.type }),
            subscription: toSubscription(subscription),
            event: toEvent(event),
          },
        ];
      });
    },
    async keepBody(eventId, body) {
      const [row] = await all(
        sql`update webhook_events set body = coalesce(body, ${body}::text) where id = ${eventId} returning body`,
      );
      return (row?.body as string | undefined) ?? body;
    },
    async insertAttempt(attempt) {
      await db.execute(sql`
        insert into webhook_attempts (delivery_id, number, at, status, latency_ms, error, response)
        select id, ${attempt.number}, ${instant(attempt.at)}, ${attempt.status}::int, ${attempt.latencyMs}::int,
          ${attempt.error}::text, ${attempt.response}::text
        from webhook_deliveries where id = ${attempt.deliveryId}
        on conflict do nothing`);
    },
    async settleDelivery(id, attempt, { state, nextAt, finishedAt }) {
      await db.execute(sql`
        update webhook_deliveries
        set state = ${state}, next_at = ${instant(nextAt)}, finished_at = ${instantOrNull(finishedAt)}
        where id = ${id} and attempts = ${attempt} and state = 'waiting'`);
    },
    async deliveries(subscriptionId, state, page) {
      const cursor = decodeCursor(page.cursor);
      const rows = await all(sql`
        ${deliveriesWith(sql`delivery.subscription_id = ${subscriptionId}`)}
          ${state === undefined ? sql`` : sql`and delivery.state = ${state}`}
          ${
            cursor === null
              ? sql``
              : sql`and (delivery.created_at, delivery.id) < (${instant(cursor.at)}, ${cursor.id}::uuid)`
          }
        order by delivery.created_at desc, delivery.id desc limit ${page.limit + 1}`);
      const items = rows.slice(0, page.limit).map(toDelivery);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
    },
    delivery,
    attempts: async (id) =>
      isUuid(id)
        ? (await all(sql`select * from webhook_attempts where delivery_id = ${id} order by number`)).map(
            toAttempt,
          )
        : [],
    async deliverAgain(id, at) {
      if (!isUuid(id)) return null;
      const changed = await all(sql`
        update webhook_deliveries
        set state = 'waiting', attempts_before = attempts, next_at = ${instant(at)}, finished_at = null
        where id = ${id} returning id`);
      return changed.length === 0 ? null : delivery(id);
    },
  };
}
