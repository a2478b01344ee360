import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A real worker process. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** Log lines so far. */
  readonly lines: readonly string[];
  /** Waits for the signal's effect. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts a worker and waits until it takes jobs. */
export async function startWorkerProcess(
  environment: Readonly<Record<string, string>>,
): Promise<WorkerProcess> {
  const child = fork(join(import.meta.dirname, '../../src/main.ts'), [], {
    env: { PATH: '/usr/bin:/bin', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        lines.push(...chunk.toString('utf8').split('\n').filter(Boolean));
        if (lines.some((line) => line.includes('worker ready'))) resolve();
      });
    }
  });
  const failed = exited.then(([code]) => {
    throw new Error(`the worker ended with ${code}:\n${lines.join('\n')}`);
  });
  failed.catch(() => {});
  await Promise.race([ready, failed]);
  return {
    child,
    lines,
    async end(signal) {
      child.kill(signal);
      const [code, by] = await exited;
      return { code, signal: by };
    },
  };
}
