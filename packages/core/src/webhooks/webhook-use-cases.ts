import { InvalidInput, NotFound } from '../errors.ts';
import type { Clock, IdGenerator } from '../ports/clock.ts';
import type { PageRequest, Slice } from '../ports/page.ts';
import type { Rows, Store } from '../ports/store.ts';
import type {
  SecretBox,
  WebhookAttemptRecord,
  WebhookDeliveryRecord,
  WebhookDeliveryState,
  WebhookSender,
  WebhookSubscriptionRecord,
} from '../ports/webhooks.ts';
import { newWebhookSecret } from './sign-webhook.ts';
import type { WebhookEventType } from './webhook-events.ts';

export interface WebhookDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly secrets: SecretBox;
  readonly sender: Pick<WebhookSender, 'checkUrl'>;
}

/** After a change of the secret the old one signs too for so long. */
const overlapMs = 24 * 60 * 60_000;
/** More would slow every event down. */
const mostSubscriptions = 50;

export interface WebhookChange {
  readonly url?: string | undefined;
  readonly eventTypes?: readonly WebhookEventType[] | undefined;
  readonly description?: string | null | undefined;
  readonly isEnabled?: boolean | undefined;
}

/** Looking after subscriptions and their deliveries. A secret is told once, when it is made. */
export interface WebhookUseCases {
  /** @throws InvalidInput `webhook-url-refused | webhooks-too-many` */
  createWebhook(request: {
    readonly url: string;
    readonly eventTypes: readonly WebhookEventType[];
    readonly description?: string | null | undefined;
    readonly username: string;
  }): Promise<{ subscription: WebhookSubscriptionRecord; secret: string }>;
  listWebhooks(): Promise<readonly WebhookSubscriptionRecord[]>;
  /** @throws NotFound `webhook-not-found` (all that take an id) */
  getWebhook(id: string): Promise<WebhookSubscriptionRecord>;
  /** @param mayReplace - throws when the subscription as it is now must stay */
  changeWebhook(
    id: string,
    change: WebhookChange,
    username: string,
    mayReplace?: (now: WebhookSubscriptionRecord) => void,
  ): Promise<WebhookSubscriptionRecord>;
  rotateWebhookSecret(
    id: string,
    username: string,
  ): Promise<{ subscription: WebhookSubscriptionRecord; secret: string }>;
  deleteWebhook(
    id: string,
    username: string,
    mayReplace?: (now: WebhookSubscriptionRecord) => void,
  ): Promise<void>;
  /** Sends `webhook.test`. */
  testWebhook(id: string, username: string): Promise<WebhookDeliveryRecord>;
  listDeliveries(
    id: string,
    state: WebhookDeliveryState | undefined,
    page: PageRequest,
  ): Promise<Slice<WebhookDeliveryRecord>>;
  /** @throws NotFound `webhook-delivery-not-found` */
  getDelivery(
    id: string,
  ): Promise<{ delivery: WebhookDeliveryRecord; attempts: readonly WebhookAttemptRecord[] }>;
  /** Delivers once more, whatever came of it before, with the same identifier and bytes. */
  redeliver(id: string, username: string): Promise<WebhookDeliveryRecord>;
}

export function createWebhookUseCases(dependencies: WebhookDependencies): WebhookUseCases {
  const { store, clock, ids, secrets, sender } = dependencies;
  const { rows } = store;
  return {
    async createWebhook({ url, eventTypes, description, username }) {
      sender.checkUrl(url);
      const secret = newWebhookSecret();
      const subscription: WebhookSubscriptionRecord = {
        id: ids.next(),
        url,
        description: description ?? null,
        eventTypes: [...new Set(eventTypes)],
        isEnabled: true,
        disabledReason: null,
        secret: secrets.seal(secret),
        previousSecret: null,
        previousSecretUntil: null,
        createdBy: username,
        createdAt: clock.now(),
      };
      await store.transaction(async (tx) => {
        if ((await tx.webhooks.subscriptions()).length >= mostSubscriptions) {
          throw new InvalidInput(
            'webhooks-too-many',
            `There are ${mostSubscriptions} subscriptions already.`,
          );
        }
        await tx.webhooks.insertSubscription(subscription);
        await record(tx, 'webhook.created', username, subscription);
      });
      return { subscription, secret };
    },
    listWebhooks: () => rows.webhooks.subscriptions(),
    getWebhook: (id) => findWebhook(rows, id),
    changeWebhook(id, change, username, mayReplace) {
      if (change.url !== undefined) sender.checkUrl(change.url);
      return store.transaction(async (tx) => {
        mayReplace?.(await takeWebhook(tx, id));
        const changed = await tx.webhooks.updateSubscription(id, {
          ...(change.url === undefined ? {} : { url: change.url }),
          ...(change.eventTypes === undefined ? {} : { eventTypes: [...new Set(change.eventTypes)] }),
          ...(change.description === undefined ? {} : { description: change.description }),
          ...(change.isEnabled === undefined ? {} : { isEnabled: change.isEnabled, disabledReason: null }),
        });
        const subscription = known(changed, id);
        await record(tx, 'webhook.changed', username, subscription);
        return subscription;
      });
    },
    rotateWebhookSecret: (id, username) =>
      store.transaction(async (tx) => {
        const before = await takeWebhook(tx, id);
        const secret = newWebhookSecret();
        const changed = await tx.webhooks.updateSubscription(id, {
          secret: secrets.seal(secret),
          previousSecret: before.secret,
          previousSecretUntil: new Date(clock.now().getTime() + overlapMs),
        });
        const subscription = known(changed, id);
        await record(tx, 'webhook.secret-rotated', username, subscription);
        return { subscription, secret };
      }),
    deleteWebhook: (id, username, mayReplace) =>
      store.transaction(async (tx) => {
        const subscription = await takeWebhook(tx, id);
        mayReplace?.(subscription);
        await tx.webhooks.deleteSubscription(id);
        await record(tx, 'webhook.deleted', username, subscription);
      }),
    testWebhook: (id, username) =>
      store.transaction(async (tx) => {
        await findWebhook(tx, id);
        const event = {
          id: ids.next(),
          type: 'webhook.test',
          subject: {},
          body: null,
          occurredAt: clock.now(),
        };
        const delivery = await tx.webhooks.insertDelivery(event, id);
        await recordDelivery(tx, 'webhook.tested', username, delivery);
        return delivery;
      }),
    async listDeliveries(id, state, page) {
      await findWebhook(rows, id);
      return rows.webhooks.deliveries(id, state, page);
    },
    async getDelivery(id) {
      const [delivery, attempts] = await Promise.all([
        rows.webhooks.delivery(id),
        rows.webhooks.attempts(id),
      ]);
      return { delivery: knownDelivery(delivery, id), attempts };
    },
    redeliver: (id, username) =>
      store.transaction(async (tx) => {
        const delivery = knownDelivery(await tx.webhooks.deliverAgain(id, clock.now()), id);
        await recordDelivery(tx, 'webhook.delivery-repeated', username, delivery);
        return delivery;
      }),
  };
}

const findWebhook = async (rows: Rows, id: string) => known(await rows.webhooks.subscription(id), id);
const takeWebhook = async (rows: Rows, id: string) => known(await rows.webhooks.takeSubscription(id), id);

function known(found: WebhookSubscriptionRecord | null, id: string): WebhookSubscriptionRecord {
  if (found === null) throw new NotFound('webhook-not-found', `There is no webhook ${id}.`);
  return found;
}

function knownDelivery(found: WebhookDeliveryRecord | null, id: string): WebhookDeliveryRecord {
  if (found === null) throw new NotFound('webhook-delivery-not-found', `There is no delivery ${id}.`);
  return found;
}

async function record(
  rows: Rows,
  action: 'webhook.created' | 'webhook.changed' | 'webhook.secret-rotated' | 'webhook.deleted',
  username: string,
  { id, url, eventTypes, isEnabled }: WebhookSubscriptionRecord,
): Promise<void> {
  await rows.audit.append({
    ...{ action, actor: username, subject: { kind: 'webhook', id } },
    details: { host: new URL(url).host, events: eventTypes, is_enabled: isEnabled },
  });
}

async function recordDelivery(
  rows: Rows,
  action: 'webhook.tested' | 'webhook.delivery-repeated',
  username: string,
  { id, subscriptionId, eventType }: WebhookDeliveryRecord,
): Promise<void> {
  await rows.audit.append({
    ...{ action, actor: username, subject: { kind: 'webhook', id: subscriptionId } },
    details: { delivery_id: id, event: eventType },
  });
}
