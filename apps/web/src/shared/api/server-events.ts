import { apiUrl } from './api-request.ts';
import { createServerEventHub, type EventStream } from './server-event-hub.ts';

/** The page's one event stream. */
export const serverEvents = createServerEventHub({
  open: () => new EventSource(apiUrl('/events')) as unknown as EventStream,
  schedule: (callback, delayMs) => {
    const timer = window.setTimeout(callback, delayMs);
    return () => window.clearTimeout(timer);
  },
});
