import type { Webhook, WebhookDelivery, WebhookDeliveryDetail, WebhookEventType } from '@mlmcsc/contracts';
import type { WebhookAttemptRecord, WebhookDeliveryRecord, WebhookSubscriptionRecord } from '@mlmcsc/core';

/** A subscription as the API shows it; its secrets stay inside. */
export const presentWebhook = (one: WebhookSubscriptionRecord): Webhook => ({
  id: one.id,
  url: one.url,
  description: one.description,
  event_types: [...(one.eventTypes as readonly WebhookEventType[])],
  is_enabled: one.isEnabled,
  disabled_reason: one.disabledReason,
  old_secret_until: one.previousSecretUntil?.toISOString() ?? null,
  created_by: one.createdBy,
  created_at: one.createdAt.toISOString(),
});

export const presentDelivery = (one: WebhookDeliveryRecord): WebhookDelivery => ({
  id: one.id,
  webhook_id: one.subscriptionId,
  event_id: one.eventId,
  event_type: one.eventType,
  state: one.state,
  attempts: one.attempts,
  next_attempt_at: one.state === 'waiting' ? one.nextAt.toISOString() : null,
  created_at: one.createdAt.toISOString(),
  finished_at: one.finishedAt?.toISOString() ?? null,
});

export const presentDeliveryDetail = (
  delivery: WebhookDeliveryRecord,
  attempts: readonly WebhookAttemptRecord[],
): WebhookDeliveryDetail => ({
  ...presentDelivery(delivery),
  log: attempts.map(({ number, at, status, latencyMs, error, response }) => ({
    ...{ number, at: at.toISOString(), status, latency_ms: latencyMs, error, response },
  })),
});
