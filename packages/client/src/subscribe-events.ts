/// <reference lib="dom" />
import type { ServerEvent } from '@mlmcsc/contracts';

const EVENT_TYPES: readonly ServerEvent['type'][] = [
  'job.changed',
  'analysis.created',
  'label.created',
  'model.promoted',
];

export interface SubscribeEventsOptions {
  /** @default the page's own */
  readonly baseUrl?: string;
  /** Only this job; the stream ends with it. @default everything */
  readonly jobId?: string;
  /**
   * The connection stands (again). Events missed in between are not replayed: read again what is shown.
   * @param again - whether it was lost before
   */
  readonly onOpen?: (again: boolean) => void;
  /** The connection is lost; it is tried again until the subscription is closed. */
  readonly onLost?: () => void;
}

/** Shortest and longest wait before the connection is tried again, ms. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Hears what happens on the server as it happens, and reconnects by itself (EventSource gives up for good when a
 * proxy or the server's restart answers with an error).
 * @returns closes the subscription
 */
export function subscribeEvents(
  onEvent: (event: ServerEvent) => void,
  options: SubscribeEventsOptions = {},
): () => void {
  const path = options.jobId === undefined ? '/api/v1/events' : `/api/v1/jobs/${options.jobId}/events`;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let wasLost = false;
  let closed = false;

  const hear = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as ServerEvent;
    onEvent(event);
    // The server ends a job's stream with the job: reconnecting would only hear the end again.
    if (options.jobId !== undefined && event.type === 'job.changed' && isOver(event)) close();
  };

  const connect = () => {
    source = new EventSource(`${options.baseUrl ?? ''}${path}`);
    for (const type of EVENT_TYPES) source.addEventListener(type, hear as (event: Event) => void);
    source.onopen = () => {
      waitMs = FIRST_WAIT_MS;
      options.onOpen?.(wasLost);
      wasLost = false;
    };
    source.onerror = () => {
      if (closed) return;
      if (!wasLost) options.onLost?.();
      wasLost = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    };
  };

  const close = () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
  };

  connect();
  return close;
}

const isOver = (event: Extract<ServerEvent, { type: 'job.changed' }>) =>
  ['completed', 'cancelled', 'dead'].includes(event.job.state);
