import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { repositoryPath } from '../repository-path.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { TestCertificate } from './certificates.ts';
import { isListening, type ServiceProcess, startService } from './service-process.ts';

export interface ProductionNginxOptions {
  /** `host:port` of each API process; they serve TLS. */
  readonly apis: readonly string[];
  readonly certificate: TestCertificate;
  /** Who must have signed the certificates of the API. */
  readonly apiCaFile: string;
  /** Which name they must be for. */
  readonly apiName: string;
}

/** A real nginx with the configuration of the deployment. */
export interface ProductionNginx {
  /** `https://localhost:<port>` */
  readonly url: string;
  readonly port: number;
  /** Its prefix: `nginx.conf`, `conf.d/upstream.conf`, `logs/access.log`. */
  readonly folder: string;
  process(): ServiceProcess;
  stop(): Promise<void>;
}

const SOURCES = repositoryPath('deployment/docker/nginx');

/** Starts nginx (Debian package `nginx-light`) with `deployment/docker/nginx`, its templates filled as a container does. */
export async function startProductionNginx(options: ProductionNginxOptions): Promise<ProductionNginx> {
  const port = await freePort();
  const folder = await temporaryFolder('nginx');
  const inFolder = (...parts: string[]) => join(folder.path, ...parts);
  for (const name of ['conf.d', 'logs', 'run', 'tmp']) await mkdir(inFolder(name));
  for (const name of ['nginx.conf', 'mime-types.conf']) await copyFile(join(SOURCES, name), inFolder(name));
  const values: Readonly<Record<string, string>> = {
    LISTEN: `127.0.0.1:${port}`,
    SERVER_NAME: 'localhost',
    TLS_CERT_FILE: options.certificate.certificateFile,
    TLS_KEY_FILE: options.certificate.keyFile,
    API_SERVERS: options.apis.map((address) => `server ${address} max_fails=0;`).join(' '),
    API_TLS_NAME: options.apiName,
    API_CA_FILE: options.apiCaFile,
    WEB_ROOT: repositoryPath('apps/web/dist'),
    REQUESTS_PER_SECOND: '100',
    SIGN_INS_PER_MINUTE: '60',
  };
  for (const name of ['mlmcsc.conf', 'upstream.conf']) {
    const template = await readFile(join(SOURCES, 'templates', `${name}.template`), 'utf8');
    const filled = template.replace(/\$\{([A-Z_]+)\}/g, (_whole, key: string) => {
      const value = values[key];
      if (value === undefined) throw new Error(`${name}.template has an unknown placeholder ${key}`);
      return value;
    });
    await writeFile(inFolder('conf.d', name), filled);
  }
  const user = process.getuid?.() === 0 ? ' user root;' : '';
  const running = await startService({
    name: 'nginx',
    command: '/usr/sbin/nginx',
    args: ['-p', folder.path, '-c', inFolder('nginx.conf'), '-g', `daemon off;${user}`],
    isReady: () => isListening(port),
  });
  return {
    url: `https://localhost:${port}`,
    port,
    folder: folder.path,
    process: () => running,
    async stop() {
      // SIGTERM lets the main process take its workers along.
      await running.stop('SIGTERM');
      await folder.remove();
    },
  };
}
