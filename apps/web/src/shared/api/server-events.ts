import { subscribeEvents } from '@mlmcsc/client';
import type { ServerEvent } from '@mlmcsc/contracts';

interface Listener {
  readonly onEvent: (event: ServerEvent) => void;
  /** Events were missed for good: read again what is shown. */
  readonly onRecovered: () => void;
}

const listeners = new Set<Listener>();
let close: (() => void) | null = null;

/** Hears the page's one event stream (browsers allow only six connections to a server) until the returned function
 * is called. */
export function listenToServer(listener: Listener): () => void {
  listeners.add(listener);
  close ??= subscribeEvents(
    (event) => {
      for (const each of [...listeners]) each.onEvent(event);
    },
    {
      onReset: () => {
        for (const each of [...listeners]) each.onRecovered();
      },
    },
  );
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    close?.();
    close = null;
  };
}
