/** What runs until the process is told to stop. */
export interface Running {
  close(): Promise<void>;
}

export interface StopOptions {
  readonly process: Pick<NodeJS.Process, 'on' | 'off' | 'exit' | 'connected'>;
  readonly log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
  /** Running requests get this long; then the process ends anyway. */
  readonly deadlineMs: number;
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Closes in good order on the first SIGTERM, SIGINT or SIGHUP, or when the parent process goes away (its IPC channel
 * disconnects), then exits with 0. A second signal, or the deadline, exits at once with 1.
 */
export function closeOnSignals(running: Running, { process, log, deadlineMs }: StopOptions): void {
  let stopping = false;

  const stop = (reason: string) => {
    if (stopping) {
      // The parent forwards the signal a terminal has sent to all, then disconnects: that is one wish, not two.
      if (reason === 'disconnect') return;
      log.error({ reason }, 'stopped at once, without waiting for running requests');
      process.exit(1);
    }
    stopping = true;
    log.info({ reason }, 'stopping: no new requests, running ones are finished');
    const deadline = setTimeout(() => {
      log.error({ deadline_ms: deadlineMs }, 'running requests did not finish in time');
      process.exit(1);
    }, deadlineMs);
    deadline.unref();
    running.close().then(
      () => {
        log.info({}, 'stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };

  for (const signal of SIGNALS) process.on(signal, () => stop(signal));
  if (process.connected) process.on('disconnect', () => stop('disconnect'));
}
