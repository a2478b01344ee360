import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.ts';
import { repositoryPath } from './repository-path.ts';

export interface StartProductOptions {
  readonly dataDir: string;
  /** @default a free one */
  readonly port?: number;
  /** Whether the demonstration series is loaded. @default false */
  readonly demonstration?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** @default 5 minutes */
  readonly timeoutMs?: number;
}

/** A running `mlmcsc up`. */
export interface Product {
  readonly url: string;
  readonly port: number;
  /** Of the first start of a data folder only. */
  readonly password: string | null;
  readonly process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** kill -9 of the main process only. */
  kill(): Promise<void>;
}

/** Starts the whole product as `npm start` does and waits until it prints its address. */
export async function startProduct(options: StartProductOptions): Promise<Product> {
  const port = options.port ?? (await freePort());
  const args = ['up', '--port', String(port), '--data-dir', options.dataDir];
  if (options.demonstration !== true) args.push('--no-demo');
  const child = spawn(process.execPath, [repositoryPath('apps/cli/bin/mlmcsc.mjs'), ...args], {
    cwd: repositoryPath(),
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);

  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + (options.timeoutMs ?? 300_000);
  while (!output.includes(`ready: ${url}`)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`mlmcsc up ended with ${child.exitCode ?? child.signalCode}:\n${output}`);
    }
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`mlmcsc up was not ready in time:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    url,
    port,
    password: /^\s*password\s+(\S+)/m.exec(output)?.[1] ?? null,
    process: child,
    output: () => output,
    stop: () => end('SIGINT'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}
