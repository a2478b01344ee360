import { DomainError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import type {
  SecretBox,
  TakenDelivery,
  WebhookAttemptRecord,
  WebhookDeliveryRecord,
  WebhookSender,
} from '../ports/webhooks.ts';
import { signWebhook } from './sign-webhook.ts';
import { WEBHOOK_EVENTS, type WebhookEventType } from './webhook-events.ts';

export interface WebhookDeliveryDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secrets: SecretBox;
  readonly sender: WebhookSender;
  /** From 0 (included) to 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** Waits after each failed attempt: twelve attempts within a day, then the delivery is dead. */
export const WEBHOOK_RETRY_WAITS_MS: readonly number[] = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  5 * hour,
  5 * hour,
  6 * hour,
];
/** A worker that dies with a delivery in hand keeps it from others for so long; far above the longest attempt. */
const leaseMs = minute;
const gone = 410;

export interface DeliverySlots {
  readonly limit: number;
  readonly perSubscription: number;
  /** Subscriptions that are busy enough. */
  readonly except: readonly string[];
}

/** Takes deliveries whose time has come. */
export function takeDeliveries(
  { store, clock }: Pick<WebhookDeliveryDependencies, 'store' | 'clock'>,
  slots: DeliverySlots,
): Promise<readonly TakenDelivery[]> {
  const at = clock.now();
  return store.rows.webhooks.take({ ...slots, at, until: new Date(at.getTime() + leaseMs) });
}

/** Makes one attempt and writes what came of it. The receiver may hear an event more than once (its answer was lost, or this
 * process died after it), always with the same identifier and the same bytes; the order is not kept.
 */
export async function attemptDelivery(
  dependencies: WebhookDeliveryDependencies,
  { delivery, subscription, event }: TakenDelivery,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, log } = dependencies;
  const at = clock.now();
  const outcome = await send(dependencies, { delivery, subscription, event }, signal);
  // Stopped in the middle: nothing is known, the delivery is due again when its lease ends.
  if (signal.aborted && outcome.status === null) return;
  const isDelivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
  const wait = waitAfter(dependencies, delivery);
  const isDead = !isDelivered && (wait === null || outcome.status === gone);
  const now = clock.now();
  await store.transaction(async (rows) => {
    await rows.webhooks.insertAttempt({ ...outcome, deliveryId: delivery.id, number: delivery.attempts, at });
    await rows.webhooks.settleDelivery(delivery.id, delivery.attempts, {
      state: isDelivered ? 'delivered' : isDead ? 'dead' : 'waiting',
      nextAt: new Date(now.getTime() + (wait ?? 0)),
      finishedAt: isDelivered || isDead ? now : null,
    });
    if (outcome.status === gone) {
      await rows.webhooks.updateSubscription(subscription.id, {
        isEnabled: false,
        disabledReason: 'The receiver answered 410 Gone.',
      });
    }
  });
  const fields = {
    ...{ webhook_id: event.id, webhook_delivery_id: delivery.id, webhook_event: event.type },
    ...{ attempt: delivery.attempts, status: outcome.status, reason: outcome.error },
  };
  if (isDelivered) log.info(fields, 'webhook delivered');
  else if (isDead) log.error(fields, 'webhook dead');
  else log.warn({ ...fields, wait_ms: wait }, 'webhook failed and is tried again');
}

async function send(
  { store, clock, secrets, sender, log }: WebhookDeliveryDependencies,
  { subscription, event }: TakenDelivery,
  signal: AbortSignal,
): Promise<Pick<WebhookAttemptRecord, 'status' | 'latencyMs' | 'error' | 'response'>> {
  try {
    const body = event.body ?? (await store.rows.webhooks.keepBody(event.id, await bodyOf(store, event)));
    const now = clock.now();
    const { secret, previousSecret, previousSecretUntil: until } = subscription;
    const sealed = [
      secret,
      ...(previousSecret !== null && until !== null && until > now ? [previousSecret] : []),
    ];
    const timestamp = Math.floor(now.getTime() / 1000);
    const keys = sealed.map((one) => secrets.open(one));
    const headers = await signWebhook({ id: event.id, timestamp, body, secrets: keys });
    return await sender.send({ url: subscription.url, headers, body, signal });
  } catch (error) {
    log.error({ err: error, webhook_id: event.id }, 'a webhook could not be made');
    const detail = error instanceof DomainError ? error.detail : 'An internal error; the log says more.';
    return { status: null, latencyMs: 0, error: detail, response: null };
  }
}

async function bodyOf(store: Store, { type, subject, occurredAt }: TakenDelivery['event']): Promise<string> {
  const data = await WEBHOOK_EVENTS[type as WebhookEventType].data(store.rows, subject);
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data });
}

/** Null when it was the last attempt. Up to a tenth more, so that many do not come back together. */
function waitAfter(
  { random = Math.random }: WebhookDeliveryDependencies,
  { attempts, attemptsBefore }: WebhookDeliveryRecord,
): number | null {
  const wait = WEBHOOK_RETRY_WAITS_MS[attempts - attemptsBefore - 1];
  return wait === undefined ? null : Math.round(wait * (1 + 0.1 * random()));
}
