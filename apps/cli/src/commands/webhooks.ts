import { ChangeWebhookRequest, CreateWebhookRequest } from '@mlmcsc/contracts';
import {
  createWebhookUseCases,
  toJsonNames,
  type WebhookDeliveryRecord,
  type WebhookDeliveryState,
  type WebhookSubscriptionRecord,
  type WebhookUseCases,
} from '@mlmcsc/core';
import { type Config, sessionSecretOf } from '@mlmcsc/platform/config';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { createSecretBox, GuardedWebhookSender } from '@mlmcsc/platform/webhooks';
import { checkFields, operator } from './with-laboratory.ts';
import { withStore } from './with-store.ts';

/** What can be told about a subscription; absent parts stay as they are. */
export interface WebhookOptions {
  readonly url?: string;
  readonly events?: readonly string[];
  readonly description?: string;
  readonly on?: boolean;
  readonly off?: boolean;
}

const withWebhooks = async <T>(
  config: Config,
  work: (webhooks: WebhookUseCases) => Promise<T>,
): Promise<T> => {
  const secrets = createSecretBox(await sessionSecretOf(config));
  const sender = new GuardedWebhookSender({
    allowHttp: config.webhookAllowHttp,
    allowedNetworks: config.webhookAllowedNetworks,
  });
  return withStore(config, (store) =>
    work(createWebhookUseCases({ store, clock: systemClock, ids: uuidV7, secrets, sender })),
  );
};

const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** `mlmcsc webhooks list`: newest first. */
export const listWebhooks = (config: Config, { json = false }: { json?: boolean }): Promise<void> =>
  withWebhooks(config, async (webhooks) => {
    for (const one of await webhooks.listWebhooks()) print(json ? JSON.stringify(shownOf(one)) : lineOf(one));
  });

/** `mlmcsc webhooks add`: prints the secret, once. */
export const addWebhook = (config: Config, url: string, options: WebhookOptions): Promise<void> =>
  withWebhooks(config, async (webhooks) => {
    const { event_types: eventTypes, description } = checkFields(
      CreateWebhookRequest,
      fieldsOf({ ...options, url }),
    );
    const made = await webhooks.createWebhook({ url, eventTypes, description, username: operator });
    print(`webhook   ${made.subscription.id}`);
    print(`secret    ${made.secret}   (shown only now)`);
  });

/** `mlmcsc webhooks change`. */
export const changeWebhook = (config: Config, id: string, options: WebhookOptions): Promise<void> =>
  withWebhooks(config, async (webhooks) => {
    const asked = checkFields(ChangeWebhookRequest, fieldsOf(options));
    const { url, event_types: eventTypes, description, is_enabled: isEnabled } = asked;
    const change = { url, eventTypes, description, isEnabled };
    print(lineOf(await webhooks.changeWebhook(id, change, operator)));
  });

/** `mlmcsc webhooks remove`: with its deliveries. */
export const removeWebhook = (config: Config, id: string): Promise<void> =>
  withWebhooks(config, async (webhooks) => {
    await webhooks.deleteWebhook(id, operator);
    print('The webhook and its deliveries are deleted.');
  });

/** `mlmcsc webhooks rotate-secret`: prints the new one, once. */
export const rotateWebhookSecret = (config: Config, id: string): Promise<void> =>
  withWebhooks(config, async (webhooks) => {
    const { subscription, secret } = await webhooks.rotateWebhookSecret(id, operator);
    print(`secret    ${secret}   (shown only now)`);
    print(`the old one signs, too, until ${subscription.previousSecretUntil?.toISOString()}`);
  });

/** `mlmcsc webhooks test`: the worker sends it. */
export const testWebhook = (config: Config, id: string): Promise<void> =>
  withWebhooks(config, async (webhooks) => print(deliveryLine(await webhooks.testWebhook(id, operator))));

/** `mlmcsc webhooks deliveries`: newest first. */
export const listDeliveries = (
  config: Config,
  id: string,
  { state, limit, json = false }: { state?: WebhookDeliveryState; limit: number; json?: boolean },
): Promise<void> =>
  withWebhooks(config, async (webhooks) => {
    const { items } = await webhooks.listDeliveries(id, state, { limit });
    for (const one of items) print(json ? JSON.stringify(toJsonNames(one)) : deliveryLine(one));
  });

/** `mlmcsc webhooks delivery`: every attempt. */
export const showDelivery = (config: Config, id: string): Promise<void> =>
  withWebhooks(config, async (webhooks) => {
    const { delivery, attempts } = await webhooks.getDelivery(id);
    print(JSON.stringify({ ...toJsonNames(delivery), log: attempts.map(toJsonNames) }, null, 2));
  });

/** `mlmcsc webhooks retry`: the worker delivers it once more. */
export const retryDelivery = (config: Config, id: string): Promise<void> =>
  withWebhooks(config, async (webhooks) => print(deliveryLine(await webhooks.redeliver(id, operator))));

const fieldsOf = ({ url, events, description, on, off }: WebhookOptions) => ({
  ...(url === undefined ? {} : { url }),
  ...(events === undefined ? {} : { event_types: events }),
  ...(description === undefined ? {} : { description: description === '' ? null : description }),
  ...(on === true ? { is_enabled: true } : off === true ? { is_enabled: false } : {}),
});

/** Without its secrets. */
function shownOf(one: WebhookSubscriptionRecord) {
  const { secret: _secret, previousSecret: _previous, ...shown } = one;
  return toJsonNames(shown);
}

const lineOf = ({ id, isEnabled, url, eventTypes, description, disabledReason }: WebhookSubscriptionRecord) =>
  [
    id,
    isEnabled ? 'on ' : 'off',
    url,
    eventTypes.join(','),
    ...[description, disabledReason].filter((text) => text !== null),
  ].join('  ');

const deliveryLine = ({ id, state, eventType, attempts, createdAt }: WebhookDeliveryRecord) =>
  `${id}  ${state.padEnd(9)}  ${eventType.padEnd(18)}  ${String(attempts).padStart(2)} attempts  ${createdAt.toISOString()}`;
