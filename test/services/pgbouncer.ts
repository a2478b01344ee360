import { chmod, copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { TestCertificate } from './certificates.ts';
import { isListening, type ServiceProcess, startService } from './service-process.ts';

/** A real PgBouncer in transaction mode before a PostgreSQL server of this machine. */
export interface TestPgBouncer {
  readonly port: number;
  /** The same address through the pooler. */
  urlOf(directUrl: string): string;
  /** The running pooler; replaced by `start`. */
  process(): ServiceProcess;
  /** Starts it again after it was stopped or killed, on the same port. */
  start(): Promise<void>;
  /** Ends it and deletes its folder. */
  stop(): Promise<void>;
}

export interface TestPgBouncerOptions {
  /** Any address on the server, with the user and password that clients come with. */
  readonly url: string;
  /** Server connections of one database. @default 20 */
  readonly poolSize?: number;
  /** Serves TLS with it, and refuses clients without. */
  readonly certificate?: TestCertificate | undefined;
  /** Certificate authority of the server; it must come with a certificate of it. */
  readonly serverCaFile?: string | undefined;
}

const NOBODY = { uid: 65_534, gid: 65_534 };

/** Starts `pgbouncer` (Debian package `pgbouncer`). Nothing is ignored: what transaction mode cannot keep is refused. */
export async function startPgBouncer(options: TestPgBouncerOptions): Promise<TestPgBouncer> {
  const server = new URL(options.url);
  const port = await freePort();
  const folder = await temporaryFolder('pgbouncer');
  const inFolder = (name: string) => join(folder.path, name);
  const { certificate, serverCaFile } = options;
  // It does not run as root and must read these as somebody else.
  await chmod(folder.path, 0o755);
  const copies = [
    [certificate?.certificateFile, 'client.crt'],
    [certificate?.keyFile, 'client.key'],
    [serverCaFile, 'server-ca.crt'],
  ] as const;
  for (const [from, name] of copies) {
    if (from === undefined) continue;
    await copyFile(from, inFolder(name));
    await chmod(inFolder(name), 0o644);
  }
  await writeFile(inFolder('users.txt'), `"${server.username}" "${decodeURIComponent(server.password)}"\n`);
  await writeFile(
    inFolder('pgbouncer.ini'),
    [
      '[databases]',
      `* = host=${serverCaFile === undefined ? '127.0.0.1' : 'localhost'} port=${server.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${inFolder('users.txt')}`,
      'pool_mode = transaction',
      'max_client_conn = 1000',
      `default_pool_size = ${options.poolSize ?? 20}`,
      'server_connect_timeout = 3',
      'server_login_retry = 1',
      'query_wait_timeout = 10',
      ...(certificate === undefined
        ? []
        : [
            'client_tls_sslmode = require',
            `client_tls_cert_file = ${inFolder('client.crt')}`,
            `client_tls_key_file = ${inFolder('client.key')}`,
          ]),
      ...(serverCaFile === undefined
        ? []
        : ['server_tls_sslmode = verify-full', `server_tls_ca_file = ${inFolder('server-ca.crt')}`]),
      '',
    ].join('\n'),
  );
  const start = () =>
    startService({
      ...{ name: 'pgbouncer', command: '/usr/sbin/pgbouncer', args: [inFolder('pgbouncer.ini')] },
      user: process.getuid?.() === 0 ? NOBODY : undefined,
      isReady: () => isListening(port),
    });
  let running = await start();
  return {
    port,
    urlOf(directUrl) {
      const url = new URL(directUrl);
      url.port = String(port);
      return url.href;
    },
    process: () => running,
    async start() {
      running = await start();
    },
    async stop() {
      await running.stop('SIGKILL');
      await folder.remove();
    },
  };
}
