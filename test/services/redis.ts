import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { isListening, type ServiceProcess, startService } from './service-process.ts';

/** A real Redis server without persistence on a port of its own. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** The running server; replaced by `restart`. */
  process(): ServiceProcess;
  /** Starts a server on the same port after `process().stop()`. */
  restart(): Promise<void>;
  /** Ends it and deletes its folder. */
  stop(): Promise<void>;
}

/** Starts `redis-server` (Debian package `redis-server`). */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const folder = await temporaryFolder('redis');
  const start = () =>
    startService({
      name: 'redis-server',
      command: '/usr/bin/redis-server',
      args: [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder.path],
        ...['--save', '', '--appendonly', 'no'],
      ],
      isReady: () => isListening(port),
    });
  let running = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    process: () => running,
    async restart() {
      await running.stop();
      running = await start();
    },
    async stop() {
      await running.stop('SIGKILL');
      await folder.remove();
    },
  };
}
