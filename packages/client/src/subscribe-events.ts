/// <reference lib="dom" />
import type { ServerEvent } from '@mlmcsc/contracts';

const EVENT_TYPES: readonly ServerEvent['type'][] = [
  'job.changed',
  'analysis.created',
  'label.created',
  'model.promoted',
  'dataset.created',
  'specimen.changed',
  'specimens.imported',
  'drift.raised',
  'trial.changed',
  'stream.reset',
];

export interface SubscribeEventsOptions {
  /** @default the page's own */
  readonly baseUrl?: string;
  /** Only this job; the stream ends with it. @default everything */
  readonly jobId?: string;
  /**
   * The connection stands (again). What happened in between follows by itself.
   * @param again - whether it was lost before
   */
  readonly onOpen?: (again: boolean) => void;
  /** What happened in between is not known any more: read again what is shown. */
  readonly onReset?: () => void;
  /** The connection is lost; it is tried again until the subscription is closed. */
  readonly onLost?: () => void;
}

/** Shortest and longest wait before the connection is tried again, ms. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Hears what happens on the server as it happens, each event once and in order, also over lost connections and restarts of
 * the server (EventSource alone gives up for good when a proxy answers with an error).
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
  /** Of the last event seen; a new EventSource does not know it. */
  let lastEventId: string | null = null;
  /** Whether the connection was made anew without knowing where the lost one had been. */
  let isUnknown = false;

  const hear = ({ data, lastEventId: id }: MessageEvent<string>) => {
    if (closed) return;
    if (id !== '') lastEventId = id;
    const event = JSON.parse(data) as ServerEvent;
    if (event.type === 'stream.reset') options.onReset?.();
    onEvent(event);
    // The server ends a job's stream with the job: reconnecting would only hear the end again.
    if (options.jobId !== undefined && event.type === 'job.changed' && isOver(event)) close();
  };

  const connect = () => {
    const query = lastEventId === null ? '' : `?last_event_id=${encodeURIComponent(lastEventId)}`;
    source = new EventSource(`${options.baseUrl ?? ''}${path}${query}`);
    for (const type of EVENT_TYPES) source.addEventListener(type, hear as (event: Event) => void);
    source.onopen = () => {
      waitMs = FIRST_WAIT_MS;
      options.onOpen?.(wasLost);
      if (isUnknown) options.onReset?.();
      isUnknown = false;
      wasLost = false;
    };
    source.onerror = () => {
      if (closed) return;
      if (!wasLost) options.onLost?.();
      wasLost = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      isUnknown = lastEventId === null;
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
