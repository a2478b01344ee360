import type { EventEmitter } from 'node:events';

/** What a stop was asked for by. */
export type StopCause = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'parent-gone';

export interface StopRequest {
  /** Resolves once, at the first request. */
  readonly requested: Promise<StopCause>;
  readonly signal: AbortSignal;
  /** Takes the listeners away again. */
  dispose(): void;
}

/** A terminal signals the whole group and npm passes the same signal on: within this time it is the same request. */
const SAME_REQUEST_MS = 1_500;
const PARENT_CHECK_MS = 1_000;

/** What of `process` is listened to. */
export type SignalSource = Pick<EventEmitter, 'on' | 'off'>;

/** Listens for whatever should end `mlmcsc up`: Ctrl-C, a terminating signal, or the end of the program that started it.
 * @param onSecond - called when somebody insists
 * @param isStarterThere - asked every second; null when nobody's end matters
 */
export function listenForStop(
  onSecond: () => void,
  isStarterThere: (() => boolean) | null,
  source: SignalSource = process,
): StopRequest {
  const abort = new AbortController();
  let firstAt: number | null = null;
  let resolve: (cause: StopCause) => void = () => {};
  const requested = new Promise<StopCause>((settle) => {
    resolve = settle;
  });
  const request = (cause: StopCause) => {
    if (firstAt === null) {
      firstAt = performance.now();
      resolve(cause);
      abort.abort(cause);
    } else if (performance.now() - firstAt > SAME_REQUEST_MS) onSecond();
  };

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const listeners = signals.map((signal) => [signal, () => request(signal)] as const);
  for (const [signal, listener] of listeners) source.on(signal, listener);
  const onDisconnect = () => request('parent-gone');
  source.on('disconnect', onDisconnect);
  const check = () => {
    if (isStarterThere?.() === false) request('parent-gone');
  };
  const timer = isStarterThere === null ? null : setInterval(check, PARENT_CHECK_MS).unref();

  return {
    requested,
    signal: abort.signal,
    dispose() {
      for (const [signal, listener] of listeners) source.off(signal, listener);
      source.off('disconnect', onDisconnect);
      if (timer !== null) clearInterval(timer);
    },
  };
}
