import type { ServerEvent } from '@mlmcsc/contracts';

/** The part of `EventSource` in use. */
export interface EventStream {
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data: string }) => void): void;
  close(): void;
}

const EVENT_TYPES: readonly ServerEvent['type'][] = [
  'job.changed',
  'analysis.created',
  'label.created',
  'model.promoted',
];
const CLOSED = 2;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;

export interface ServerEventHub {
  /** Hears every event until the returned function is called; the stream is open while anybody listens. */
  readonly subscribe: (listener: (event: ServerEvent) => void) => () => void;
  /** Told after a broken stream came back: events may have been missed. */
  readonly onRecovered: (listener: () => void) => () => void;
}

export interface ServerEventHubOptions {
  readonly open: () => EventStream;
  /** Calls back after a delay; returns a function that cancels. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
}

/** One event stream shared by the whole page. The browser reconnects after network failures on its own; after a
 * refusal (the server restarts behind a proxy) it gives up, and the hub opens a new stream with growing delays. */
export function createServerEventHub({ open, schedule }: ServerEventHubOptions): ServerEventHub {
  const listeners = new Set<(event: ServerEvent) => void>();
  const recoveredListeners = new Set<() => void>();
  let stream: EventStream | null = null;
  let cancelRetry: (() => void) | null = null;
  let delayMs = FIRST_DELAY_MS;
  let wasBroken = false;

  const connect = () => {
    cancelRetry = null;
    const opened = open();
    stream = opened;
    opened.onopen = () => {
      delayMs = FIRST_DELAY_MS;
      if (!wasBroken) return;
      wasBroken = false;
      for (const listener of [...recoveredListeners]) listener();
    };
    opened.onerror = () => {
      wasBroken = true;
      if (opened.readyState !== CLOSED || stream !== opened) return;
      stream = null;
      cancelRetry = schedule(connect, delayMs);
      delayMs = Math.min(LONGEST_DELAY_MS, delayMs * 2);
    };
    for (const type of EVENT_TYPES) {
      opened.addEventListener(type, (message) => {
        const event = parseEvent(type, message.data);
        if (event === null) return;
        for (const listener of [...listeners]) listener(event);
      });
    }
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (stream === null && cancelRetry === null) connect();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancelRetry?.();
        cancelRetry = null;
        stream?.close();
        stream = null;
        wasBroken = false;
      };
    },
    onRecovered(listener) {
      recoveredListeners.add(listener);
      return () => {
        recoveredListeners.delete(listener);
      };
    },
  };
}

function parseEvent(type: ServerEvent['type'], data: string): ServerEvent | null {
  try {
    const event = JSON.parse(data) as ServerEvent;
    return event.type === type ? event : null;
  } catch {
    return null;
  }
}
