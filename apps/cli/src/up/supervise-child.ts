import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly ranMs: number;
  /** How many times in a row it has ended soon after its start, this time included; 0 after a long run. */
  readonly quickExits: number;
  /** Pause before it is started again. */
  readonly restartInMs: number;
}

export interface SuperviseChildOptions {
  /** Starts the process once; called again after each unexpected end. */
  readonly start: () => ChildProcess;
  /** Told of each end that nobody asked for. */
  readonly onUnexpectedExit: (exit: ChildExit) => void;
  /** A run at least this long counts as healthy. @default 30 s */
  readonly stableMs?: number;
  /** First pause; doubles with each quick exit up to `longestPauseMs`. @default 250 ms */
  readonly firstPauseMs?: number;
  /** @default 10 s */
  readonly longestPauseMs?: number;
}

export interface SupervisedChild {
  /** Process number of the present run, null between two runs. */
  pid(): number | null;
  /** Asks the child to end, kills it after the grace time, and never starts it again. */
  stop(graceMs: number): Promise<void>;
}

/** Keeps one child process running: started again after every unexpected end, with growing pauses. */
export function superviseChild(options: SuperviseChildOptions): SupervisedChild {
  const { start, onUnexpectedExit, stableMs = 30_000, firstPauseMs = 250, longestPauseMs = 10_000 } = options;
  const stopping = new AbortController();
  let child: ChildProcess | null = null;
  const running = keepRunning();

  async function keepRunning(): Promise<void> {
    let quickExits = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      child = start();
      const [code, signal] = await ended(child);
      child = null;
      if (stopping.signal.aborted) return;
      const ranMs = performance.now() - startedAt;
      quickExits = ranMs >= stableMs ? 0 : quickExits + 1;
      const restartInMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, quickExits - 1));
      onUnexpectedExit({ code, signal, ranMs, quickExits, restartInMs });
      await delay(restartInMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  return {
    pid: () => child?.pid ?? null,
    async stop(graceMs) {
      stopping.abort();
      const present = child;
      if (present !== null) {
        present.kill('SIGTERM');
        const timer = setTimeout(() => present.kill('SIGKILL'), graceMs);
        await running;
        clearTimeout(timer);
      } else await running;
    },
  };
}

/** Exit code and signal; a process that could not be started at all counts as ended with code 1. */
async function ended(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  try {
    return (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  } catch {
    return [1, null];
  }
}
