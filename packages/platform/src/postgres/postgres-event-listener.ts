import { setTimeout as delay } from 'node:timers/promises';
import type { DomainEvent, EventListener, Logger } from '@mlmcsc/core';
import { Client } from 'pg';
import { READ_LOG_BOUNDS, READ_LOGGED_EVENTS, toLoggedEvent } from './postgres-event-log.ts';
import { eventChannel } from './rows/event-publisher.ts';

interface Subscriber {
  readonly listener: (event: DomainEvent, position: number | null) => void;
  readonly onGap: (() => void) | undefined;
}

const reconnectDelaysMs = [50, 200, 500, 1_000, 2_000, 5_000];
/** A silent connection may be dead without anybody noticing; asking now and then shows it. */
const probeIntervalMs = 15_000;

const EVENTS_A_READ = 500;

/** Hears committed events on a connection of its own, reconnects when that breaks and reads from the log what it missed. */
export class PostgresEventListener implements EventListener {
  readonly #url: string;
  readonly #log: Logger;
  readonly #subscribers = new Set<Subscriber>();
  readonly #closing = new AbortController();
  #client: Client | null = null;
  #running: Promise<void> | null = null;
  /** Position of the last event that was delivered; null before the first connection. */
  #heard: number | null = null;
  /** While what was missed is read, later events only leave their position here. */
  #catchUpTo: number | null = null;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  subscribe(listener: Subscriber['listener'], onGap?: () => void): () => void {
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
    for (let failures = 0; !signal.aborted; ) {
      try {
        const { lost } = await this.#connect();
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
    this.#catchUpTo = 0;
    try {
      await client.query(`listen ${eventChannel}`);
      await this.#catchUp(client);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    const probe = setInterval(() => {
      const late = setTimeout(() => client.end().catch(() => {}), 5_000);
      client
        .query('select 1')
        .catch(() => {})
        .finally(() => clearTimeout(late));
    }, probeIntervalMs);
    return { lost: lost.finally(() => clearInterval(probe)) };
  }

  /** Delivers what was committed since the last event heard; listening has begun already, so nothing falls in between. */
  async #catchUp(client: Client): Promise<void> {
    const { rows: bounds } = await client.query<{ pruned_to: string; last: string }>(READ_LOG_BOUNDS);
    const prunedTo = Number(bounds[0]?.pruned_to ?? 0);
    const last = Number(bounds[0]?.last ?? 0);
    // The first connection begins with now; a log that ends before what was heard is another one (a restored backup).
    if (this.#heard === null) this.#heard = last;
    else if (this.#heard < prunedTo || this.#heard > last) {
      this.#heard = last;
      for (const { onGap } of this.#subscribers) onGap?.();
    }
    for (;;) {
      const { rows } = await client.query(READ_LOGGED_EVENTS, [this.#heard, EVENTS_A_READ]);
      for (const { event, position } of rows.map(toLoggedEvent)) this.#tell(event, position);
      if (rows.length === 0 || (rows.length < EVENTS_A_READ && (this.#catchUpTo ?? 0) <= this.#heard)) break;
    }
    this.#catchUpTo = null;
  }

  #deliver(payload: string | undefined): void {
    if (payload === undefined) return;
    let notified: DomainEvent & { readonly position?: number };
    try {
      notified = JSON.parse(payload) as DomainEvent & { readonly position?: number };
    } catch {
      return;
    }
    const { position, ...event } = notified;
    if (position === undefined) this.#tell(event, null);
    else if (this.#catchUpTo !== null) this.#catchUpTo = Math.max(this.#catchUpTo, position);
    else this.#tell(event, position);
  }

  #tell(event: DomainEvent, position: number | null): void {
    if (position !== null) {
      if (this.#heard !== null && position <= this.#heard) return;
      this.#heard = position;
    }
    for (const { listener } of this.#subscribers) {
      try {
        listener(event, position);
      } catch (error) {
        this.#log.error({ reason: String(error), event_type: event.type }, 'a listener of events failed');
      }
    }
  }
}
