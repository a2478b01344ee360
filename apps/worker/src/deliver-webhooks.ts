import {
  attemptDelivery,
  type EventListener,
  type TakenDelivery,
  type TraceCarrier,
  takeDeliveries,
  type WebhookDeliveryDependencies,
} from '@mlmcsc/core';

export interface WebhookLoopOptions {
  readonly dependencies: WebhookDeliveryDependencies;
  readonly events: EventListener;
  readonly traces: TraceCarrier;
  /** Attempts at the same time in this process. @default 16 */
  readonly concurrency?: number | undefined;
  /** Of one subscription: a receiver that hangs leaves the rest free. @default 4 */
  readonly perSubscription?: number | undefined;
  /** How often it looks besides events. @default 1 s */
  readonly intervalMs?: number | undefined;
}

/** Delivers webhooks until stopped; any number of processes may.
 * @returns stops: takes no more, breaks off what is under way (it is due again when its lease ends), resolves when all has ended
 */
export function deliverWebhooks({
  dependencies,
  events,
  traces,
  concurrency = 16,
  perSubscription = 4,
  intervalMs = 1_000,
}: WebhookLoopOptions): () => Promise<void> {
  const { log } = dependencies;
  const stopping = new AbortController();
  const inHand = new Map<TakenDelivery, Promise<void>>();
  let looking: Promise<void> | null = null;
  let mustLookAgain = false;

  const attempt = async (taken: TakenDelivery) => {
    try {
      await traces.continueFrom({ name: 'deliver webhook', parent: null }, () =>
        attemptDelivery(dependencies, taken, stopping.signal),
      );
    } catch (error) {
      // What came of it is not written: it is due again when its lease ends.
      log.warn({ reason: (error as Error).message }, 'the outcome of a webhook was not written');
    }
    inHand.delete(taken);
    look();
  };
  const take = async () => {
    const limit = concurrency - inHand.size;
    if (limit <= 0) return;
    const counts = new Map<string, number>();
    for (const { subscription } of inHand.keys()) {
      counts.set(subscription.id, (counts.get(subscription.id) ?? 0) + 1);
    }
    const except = [...counts].filter(([, count]) => count >= perSubscription).map(([id]) => id);
    try {
      for (const taken of await takeDeliveries(dependencies, { limit, perSubscription, except })) {
        inHand.set(taken, attempt(taken));
      }
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'webhooks could not be looked at');
    }
  };
  const look = () => {
    if (stopping.signal.aborted) return;
    if (looking !== null) {
      mustLookAgain = true;
      return;
    }
    looking = take().finally(() => {
      looking = null;
      if (mustLookAgain) {
        mustLookAgain = false;
        look();
      }
    });
  };
  const unsubscribe = events.subscribe((event) => {
    if (event.type !== 'job.changed') look();
  });
  const timer = setInterval(look, intervalMs);
  look();
  return async () => {
    stopping.abort();
    unsubscribe();
    clearInterval(timer);
    await looking;
    await Promise.all(inHand.values());
  };
}
