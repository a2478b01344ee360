type StoppableProcess = Pick<NodeJS.Process, 'on' | 'exit' | 'connected'>;

/** A terminal signals the whole group and the parent passes the signal on: within this time it is the same wish. */
const SAME_WISH_MS = 1500;

/**
 * Closes what the process runs on the first SIGTERM, SIGINT or SIGHUP, or when the parent process goes away (its channel closes),
 * then exits with 0. A second signal, or the deadline, exits at once with 1: what still runs breaks off.
 */
export function stopOnSignals(
  service: { close(): Promise<void> },
  process: StoppableProcess,
  deadlineMs: number,
): void {
  let firstAt: number | null = null;
  const stop = (isSignal: boolean) => {
    if (firstAt !== null) {
      if (isSignal && performance.now() - firstAt > SAME_WISH_MS) process.exit(1);
      return;
    }
    firstAt = performance.now();
    setTimeout(() => process.exit(1), deadlineMs).unref();
    service.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(true));
  if (process.connected) process.on('disconnect', () => stop(false));
}
