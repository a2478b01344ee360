import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface ServiceOptions {
  /** Shown in failures, e.g. `redis-server`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs as this user: some servers refuse root. Only root may give one. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Answers whether the service can be used, also from what it printed so far; a rejection counts as "not yet". */
  readonly isReady: (output: string) => Promise<boolean>;
  /** @default 30 s */
  readonly readyWithinMs?: number;
}

/** A server program that a test started; it dies with the test's process. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Ends it and waits for its end; a service that ended already is left alone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Why tests with real servers are skipped, or null: `npm test` installs the servers where it may. */
export const servicesMissing: string | null = (() => {
  const told = process.env.TEST_SERVICES_MISSING;
  if (told !== undefined) return told;
  const programs = [
    '/usr/bin/redis-server',
    '/usr/sbin/pgbouncer',
    '/usr/sbin/nginx',
    '/usr/bin/radosgw',
    '/usr/bin/pg_dump',
  ];
  const missing = programs.filter((path) => !existsSync(path));
  return missing.length === 0 ? null : `there is no ${missing.join(', ')}; npm test installs them`;
})();

/** Servers that die with this process. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a server in the foreground and resolves when it is ready. @throws Error with its output when it is not in time */
export async function startService(options: ServiceOptions): Promise<ServiceProcess> {
  const { name, command, args, isReady, readyWithinMs = 30_000 } = options;
  const child = spawn(command, args, {
    env: { ...process.env, ...options.environment },
    ...options.user,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.once('error', (error) => (output += error.message));
  running.add(child);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    running.delete(child);
    if (hasEnded() || child.pid === undefined) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const deadline = performance.now() + readyWithinMs;
  while (!(await isReady(output).catch(() => false))) {
    if (hasEnded() || child.pid === undefined || performance.now() > deadline) {
      await stop('SIGKILL');
      throw new Error(`${name} did not become ready:\n${output}`);
    }
    await delay(50);
  }
  return { child, output: () => output, stop };
}

/** Whether something accepts connections on this port of 127.0.0.1. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
