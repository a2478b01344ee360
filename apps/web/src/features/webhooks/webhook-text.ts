import type { WebhookDeliveryState, WebhookEventType } from '@mlmcsc/contracts';
import { text } from './texts/text.ts';

/** When each event is sent. */
export const EVENT_TITLES: Readonly<Record<WebhookEventType, string>> = {
  get 'analysis.completed'() {
    return text.aPictureWasMeasured;
  },
  get 'label.submitted'() {
    return text.aPersonJudgedA;
  },
  get 'model.promoted'() {
    return text.anotherModelAnswers;
  },
  get 'dataset.created'() {
    return text.aDatasetWasFrozen;
  },
  get 'specimen.changed'() {
    return text.aSpecimenWasEntered;
  },
  get 'specimens.imported'() {
    return text.aListOfSpecimens;
  },
  get 'drift.raised'() {
    return text.picturesAnswersOrLabels;
  },
};

export const EVENT_TYPES = Object.keys(EVENT_TITLES) as WebhookEventType[];

export const DELIVERY_STATES: Readonly<Record<WebhookDeliveryState, { title: string; color: string }>> = {
  waiting: {
    get title() {
      return text.waiting;
    },
    color: 'gray',
  },
  delivered: {
    get title() {
      return text.delivered;
    },
    color: 'teal',
  },
  dead: {
    get title() {
      return text.givenUp;
    },
    color: 'red',
  },
};
