import type { PageRequest, Slice } from './page.ts';

/** Another system that is told of events. Its secrets are encrypted. */
export interface WebhookSubscriptionRecord {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly eventTypes: readonly string[];
  readonly isEnabled: boolean;
  /** Why the system itself turned it off. */
  readonly disabledReason: string | null;
  readonly secret: Uint8Array;
  /** Signs besides the new one until `previousSecretUntil`. */
  readonly previousSecret: Uint8Array | null;
  readonly previousSecretUntil: Date | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export interface WebhookEventRecord {
  readonly id: string;
  readonly type: string;
  /** Identifiers of what it is about. */
  readonly subject: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly occurredAt: Date;
}

export type WebhookDeliveryState = 'waiting' | 'delivered' | 'dead';

/** One event for one subscription. */
export interface WebhookDeliveryRecord {
  readonly id: string;
  readonly subscriptionId: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly state: WebhookDeliveryState;
  readonly attempts: number;
  readonly attemptsBefore: number;
  readonly nextAt: Date;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface WebhookAttemptRecord {
  readonly deliveryId: string;
  readonly number: number;
  readonly at: Date;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly latencyMs: number;
  readonly error: string | null;
  /** Beginning of the answer. */
  readonly response: string | null;
}

/** A delivery that this process has taken, with all it needs. */
export interface TakenDelivery {
  readonly delivery: WebhookDeliveryRecord;
  readonly subscription: WebhookSubscriptionRecord;
  readonly event: WebhookEventRecord;
}

export interface WebhookRows {
  insertSubscription(subscription: WebhookSubscriptionRecord): Promise<void>;
  /** By age, newest first. */
  subscriptions(): Promise<readonly WebhookSubscriptionRecord[]>;
  subscription(id: string): Promise<WebhookSubscriptionRecord | null>;
  /** Locked until the transaction ends; null when there is none. */
  takeSubscription(id: string): Promise<WebhookSubscriptionRecord | null>;
  /** Null when there is none. */
  updateSubscription(
    id: string,
    change: Partial<Omit<WebhookSubscriptionRecord, 'id' | 'createdBy' | 'createdAt'>>,
  ): Promise<WebhookSubscriptionRecord | null>;
  /** With its deliveries. @returns whether there was one */
  deleteSubscription(id: string): Promise<boolean>;
  /** An event for one subscription alone. */
  insertDelivery(event: WebhookEventRecord, subscriptionId: string): Promise<WebhookDeliveryRecord>;
  /** Takes due deliveries, the attempt counted, and keeps others away until `until`. At most `perSubscription` of one
   * subscription, none of those in `except`.
   */
  take(request: {
    readonly at: Date;
    readonly until: Date;
    readonly limit: number;
    readonly perSubscription: number;
    readonly except: readonly string[];
  }): Promise<readonly TakenDelivery[]>;
  /** Keeps the first body. @returns the body that counts */
  keepBody(eventId: string, body: string): Promise<string>;
  insertAttempt(attempt: WebhookAttemptRecord): Promise<void>;
  /** Only while the attempt is the newest. */
  settleDelivery(
    id: string,
    attempt: number,
    change: Pick<WebhookDeliveryRecord, 'state' | 'nextAt' | 'finishedAt'>,
  ): Promise<void>;
  /** Newest first. */
  deliveries(
    subscriptionId: string,
    state: WebhookDeliveryState | undefined,
    page: PageRequest,
  ): Promise<Slice<WebhookDeliveryRecord>>;
  delivery(id: string): Promise<WebhookDeliveryRecord | null>;
  /** Oldest first. */
  attempts(deliveryId: string): Promise<readonly WebhookAttemptRecord[]>;
  /** Begins a new round of attempts. */
  deliverAgain(id: string, at: Date): Promise<WebhookDeliveryRecord | null>;
}

/** Encrypts what must be read again. */
export interface SecretBox {
  seal(text: string): Uint8Array;
  /** @throws Unavailable `secret-unreadable` when it was sealed with another secret, or changed */
  open(sealed: Uint8Array): string;
}

/** Speaks to other systems, and only to those that the installation allows. */
export interface WebhookSender {
  /** @throws InvalidInput `webhook-url-refused` */
  checkUrl(url: string): void;
  /** Never rejects: a failure is an outcome. */
  send(request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly signal: AbortSignal;
  }): Promise<Pick<WebhookAttemptRecord, 'status' | 'latencyMs' | 'error' | 'response'>>;
}
