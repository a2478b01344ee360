import { setTimeout as delay } from 'node:timers/promises';
import type { DomainEvent, EventListener, Logger } from '@mlmcsc/core';
import { Client } from 'pg';
import { eventChannel } from './rows/event-publisher.ts';

interface Subscriber {
  readonly listener: (event: DomainEvent) => void;
  readonly onGap: (() => void) | undefined;
}

const reconnectDelaysMs = [50, 200, 500, 1_000, 2_000, 5_000];
/** A silent connection may be dead without anybody noticing; asking now and then shows it. */
const probeIntervalMs = 15_000;

/** Hears committed events on a connection of its own and reconnects when that breaks. */
export class PostgresEventListener implements EventListener {
  readonly #url: string;
  readonly #log: Logger;
  readonly #subscribers = new Set<Subscriber>();
  readonly #closing = new AbortController();
  #client: Client | null = null;
  #running: Promise<void> | null = null;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  subscribe(listener: (event: DomainEvent) => void, onGap?: () => void): () => void {
    const subscriber = { listener, onGap };
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Connects and resolves once events are heard; later failures are mended in the background. */
  async start(): Promise<void> {
    if (this.#running !== null) return;
    await new Promise<void>((ready) => {
      this.#running = this.#run(ready);
    });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client?.end().catch(() => {});
    await this.#running;
  }

  async #run(ready: () => void): Promise<void> {
    const { signal } = this.#closing;
    let heardBefore = false;
    for (let failures = 0; !signal.aborted; ) {
      try {
        const { lost } = await this.#connect();
        if (heardBefore) for (const { onGap } of this.#subscribers) onGap?.();
        heardBefore = true;
        failures = 0;
        ready();
        await lost;
      } catch (error) {
        failures += 1;
        this.#log.warn(
          { reason: error instanceof Error ? error.message : String(error) },
          'events are not heard',
        );
      }
      if (signal.aborted) break;
      const wait = reconnectDelaysMs[Math.min(failures, reconnectDelaysMs.length - 1)];
      await delay(wait, undefined, { signal }).catch(() => {});
    }
    ready();
  }

  /** Listens; `lost` settles when the connection is gone. */
  async #connect(): Promise<{ lost: Promise<void> }> {
    const client = new Client({
      connectionString: this.#url,
      application_name: 'mlmcsc-events',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ payload }) => this.#deliver(payload));
    await client.connect();
    // `close()` may have come meanwhile: it could not end a client that it did not know.
    if (this.#closing.signal.aborted) {
      await client.end();
      return { lost };
    }
    this.#client = client;
    await client.query(`listen ${eventChannel}`);
    const probe = setInterval(() => {
      const late = setTimeout(() => client.end().catch(() => {}), 5_000);
      client
        .query('select 1')
        .catch(() => {})
        .finally(() => clearTimeout(late));
    }, probeIntervalMs);
    return { lost: lost.finally(() => clearInterval(probe)) };
  }

  #deliver(payload: string | undefined): void {
    if (payload === undefined) return;
    let event: DomainEvent;
    try {
      event = JSON.parse(payload) as DomainEvent;
    } catch {
      return;
    }
    for (const { listener } of this.#subscribers) {
      try {
        listener(event);
      } catch (error) {
        this.#log.error({ reason: String(error), event_type: event.type }, 'a listener of events failed');
      }
    }
  }
}
