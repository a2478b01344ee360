import { connect } from 'node:net';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { TestCertificate } from './certificates.ts';
import { isListening, type ServiceProcess, startService } from './service-process.ts';

export interface TestRedisOptions {
  /** Asked of everybody. */
  readonly password?: string;
  /** Only encrypted connections are accepted. */
  readonly certificate?: TestCertificate;
}

/** A real Redis server without persistence on a port of its own. */
export interface TestRedis {
  /** With the password; `rediss://localhost…` when it is encrypted. */
  readonly url: string;
  readonly port: number;
  /** The running server; replaced by `restart`. */
  process(): ServiceProcess;
  /** Starts a server on the same port after `process().stop()`. */
  restart(): Promise<void>;
  /** Sends one command over a connection of its own (plain servers only). @returns the server's answer as it came */
  command(...words: readonly string[]): Promise<string>;
  /** Ends it and deletes its folder. */
  stop(): Promise<void>;
}

/** Starts `redis-server` (Debian package `redis-server`). */
export async function startRedis({ password, certificate }: TestRedisOptions = {}): Promise<TestRedis> {
  const port = await freePort();
  const folder = await temporaryFolder('redis');
  const listening =
    certificate === undefined
      ? ['--port', String(port)]
      : [
          ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
          ...['--tls-cert-file', certificate.certificateFile, '--tls-key-file', certificate.keyFile],
        ];
  const start = () =>
    startService({
      name: 'redis-server',
      command: '/usr/bin/redis-server',
      args: [
        ...[...listening, '--bind', '127.0.0.1', '--dir', folder.path],
        ...['--save', '', '--appendonly', 'no'],
        ...(password === undefined ? [] : ['--requirepass', password]),
      ],
      isReady: () => isListening(port),
    });
  let running = await start();
  const login = password === undefined ? '' : `:${password}@`;
  return {
    url:
      certificate === undefined ? `redis://${login}127.0.0.1:${port}` : `rediss://${login}localhost:${port}`,
    port,
    process: () => running,
    async restart() {
      await running.stop();
      running = await start();
    },
    command: (...words) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port });
        socket.setEncoding('utf8');
        socket.once('error', reject);
        let text = '';
        const wanted = password === undefined ? 0 : 1;
        socket.on('data', (piece: string) => {
          text += piece;
          const lines = text.split('\r\n');
          if (lines.length - 1 <= wanted) return;
          socket.destroy();
          resolve(lines.slice(wanted).join('\r\n'));
        });
        if (password !== undefined) socket.write(encode(['AUTH', password]));
        socket.write(encode(words));
      }),
    async stop() {
      await running.stop('SIGKILL');
      await folder.remove();
    },
  };
}

function encode(words: readonly string[]): string {
  const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
  return `*${words.length}\r\n${parts.join('')}`;
}
