import type { WebhookDeliveryState, WebhookEventType } from '@mlmcsc/contracts';

/** When each event is sent. */
export const EVENT_TITLES: Readonly<Record<WebhookEventType, string>> = {
  'analysis.completed': 'A picture was measured',
  'label.submitted': 'A person judged a measurement',
  'model.promoted': 'Another model answers',
  'dataset.created': 'A dataset was frozen or taken in',
  'specimen.changed': 'A specimen was entered or changed',
  'specimens.imported': 'A list of specimens was read in',
  'drift.raised': 'Pictures, answers or labels are not as they were',
};

export const EVENT_TYPES = Object.keys(EVENT_TITLES) as WebhookEventType[];

export const DELIVERY_STATES: Readonly<Record<WebhookDeliveryState, { title: string; color: string }>> = {
  waiting: { title: 'Waiting', color: 'gray' },
  delivered: { title: 'Delivered', color: 'teal' },
  dead: { title: 'Given up', color: 'red' },
};
