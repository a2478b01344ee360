import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, PageQuery } from './common.ts';

/** What other systems can be told of. */
export const WebhookEventType = Type.Union(
  [
    Type.Literal('analysis.completed'),
    Type.Literal('label.submitted'),
    Type.Literal('model.promoted'),
    Type.Literal('dataset.created'),
    Type.Literal('specimen.changed'),
    Type.Literal('specimens.imported'),
    Type.Literal('drift.raised'),
  ],
  { $id: 'WebhookEventType' },
);
export type WebhookEventType = Static<typeof WebhookEventType>;

const Url = Type.String({
  minLength: 1,
  maxLength: 2000,
  description: 'HTTPS address that takes the events',
});
const EventTypes = Type.Array(WebhookEventType, { minItems: 1, maxItems: 20, uniqueItems: true });
const Description = nullable(Type.String({ maxLength: 200 }));

const subscriptionFields = {
  id: Id,
  url: Url,
  description: Description,
  event_types: EventTypes,
  is_enabled: Type.Boolean(),
  disabled_reason: nullable(Type.String({ description: 'Why the system itself turned it off' })),
  old_secret_until: nullable(
    Type.Unsafe<string>({ ...Instant, description: 'Until then the secret before signs, too' }),
  ),
  created_by: Type.String(),
  created_at: Instant,
};

/** Another system that is told of events. */
export const Webhook = Type.Object(subscriptionFields, { $id: 'Webhook', additionalProperties: false });
export type Webhook = Static<typeof Webhook>;

export const WebhookList = Type.Object(
  { items: Type.Array(Webhook) },
  { $id: 'WebhookList', additionalProperties: false },
);
export type WebhookList = Static<typeof WebhookList>;

export const WebhookWithSecret = Type.Object(
  {
    ...subscriptionFields,
    secret: Type.String({
      pattern: '^whsec_',
      description: 'Shown only now; keep it where the receiver runs',
    }),
  },
  { $id: 'WebhookWithSecret', additionalProperties: false },
);
export type WebhookWithSecret = Static<typeof WebhookWithSecret>;

export const CreateWebhookRequest = Type.Object(
  { url: Url, event_types: EventTypes, description: Type.Optional(Description) },
  { $id: 'CreateWebhookRequest', additionalProperties: false },
);
export type CreateWebhookRequest = Static<typeof CreateWebhookRequest>;

export const ChangeWebhookRequest = Type.Object(
  {
    url: Type.Optional(Url),
    event_types: Type.Optional(EventTypes),
    description: Type.Optional(Description),
    is_enabled: Type.Optional(Type.Boolean()),
  },
  { $id: 'ChangeWebhookRequest', additionalProperties: false, minProperties: 1 },
);
export type ChangeWebhookRequest = Static<typeof ChangeWebhookRequest>;

export const WebhookDeliveryState = Type.Union(
  [Type.Literal('waiting'), Type.Literal('delivered'), Type.Literal('dead')],
  {
    $id: 'WebhookDeliveryState',
    description: '`dead`: tried for a day in vain; deliver it again when mended',
  },
);
export type WebhookDeliveryState = Static<typeof WebhookDeliveryState>;

const deliveryFields = {
  id: Id,
  webhook_id: Type.Unsafe<string>({ ...Id, description: 'The subscription' }),
  event_id: Type.Unsafe<string>({ ...Id, description: 'The `webhook-id` header, the same at every attempt' }),
  event_type: Type.String(),
  state: WebhookDeliveryState,
  attempts: Type.Integer({ minimum: 0 }),
  next_attempt_at: nullable(Instant),
  created_at: Instant,
  finished_at: nullable(Instant),
};

/** One event for one subscription. */
export const WebhookDelivery = Type.Object(deliveryFields, {
  $id: 'WebhookDelivery',
  additionalProperties: false,
});
export type WebhookDelivery = Static<typeof WebhookDelivery>;

export const WebhookDeliveryDetail = Type.Object(
  {
    ...deliveryFields,
    log: Type.Array(
      Type.Object(
        {
          number: Type.Integer({ minimum: 1 }),
          at: Instant,
          status: nullable(Type.Integer({ description: 'HTTP status; null without an answer' })),
          latency_ms: Type.Integer({ minimum: 0 }),
          error: nullable(Type.String()),
          response: nullable(Type.String({ description: 'Beginning of the answer' })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'WebhookDeliveryDetail', additionalProperties: false },
);
export type WebhookDeliveryDetail = Static<typeof WebhookDeliveryDetail>;

export const WebhookDeliveryQuery = Type.Object(
  { state: Type.Optional(WebhookDeliveryState), ...PageQuery.properties },
  { additionalProperties: false },
);
export type WebhookDeliveryQuery = Static<typeof WebhookDeliveryQuery>;
