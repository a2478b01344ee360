import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../test/free-port.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { createTestAuthority, type TestAuthority } from '../../../test/services/certificates.ts';
import { isListening, type ServiceProcess, startService } from '../../../test/services/service-process.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';

/** The server of `monitoring.<domain>` in a real nginx, before a Grafana that only says who asked. */
describe('monitoring.<domain>', () => {
  let authority: TestAuthority;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let nginx: ServiceProcess;
  let port: number;
  const grafanas: Server[] = [];

  beforeAll(async () => {
    authority = await createTestAuthority();
    folder = await temporaryFolder('monitoring');
    const web = await authority.issue(['monitoring.localhost', 'other.localhost']);
    port = await freePort();
    const real = await startGrafana(['mlmcsc-grafana']);
    const impostor = await startGrafana(['localhost']);
    for (const name of ['conf.d', 'logs', 'run', 'tmp']) await mkdir(join(folder.path, name));
    const image = repositoryPath('deployment/docker/nginx');
    for (const name of ['nginx.conf', 'mime-types.conf']) {
      await copyFile(join(image, name), join(folder.path, name));
    }
    const template = await readFile(
      repositoryPath('deployment/kubernetes/base/nginx/monitoring.conf.template'),
      'utf8',
    );
    const fill = (domain: string, grafana: number) => {
      const values: Readonly<Record<string, string>> = {
        LISTEN: `127.0.0.1:${port}`,
        SERVER_NAME: domain,
        TLS_CERT_FILE: web.certificateFile,
        TLS_KEY_FILE: web.keyFile,
        API_CA_FILE: authority.caFile,
      };
      return template
        .replace(/\$\{([A-Z_]+)\}/g, (_whole, name: string) => values[name]!)
        .replace('https://mlmcsc-grafana:3000', `https://127.0.0.1:${grafana}`);
    };
    await writeFile(join(folder.path, 'conf.d/monitoring.conf'), fill('localhost', real));
    // The same server once more, before somebody who is not Grafana.
    const second = fill('localhost', impostor);
    await writeFile(
      join(folder.path, 'conf.d/other.conf'),
      second.slice(second.indexOf('server {')).replace('monitoring.localhost', 'other.localhost'),
    );
    const user = process.getuid?.() === 0 ? ' user root;' : '';
    nginx = await startService({
      name: 'nginx',
      command: '/usr/sbin/nginx',
      args: ['-p', folder.path, '-c', join(folder.path, 'nginx.conf'), '-g', `daemon off;${user}`],
      isReady: () => isListening(port),
    });
  });
  afterAll(async () => {
    await nginx?.stop('SIGTERM');
    for (const one of grafanas) one.close();
    await folder?.remove();
    await authority?.remove();
  });

  it('leads to Grafana, which hears the address of the asker and not what he claims', async () => {
    const { status, body } = await ask('monitoring.localhost', '/d/service', {
      'x-forwarded-for': '1.2.3.4',
    });
    expect([status, body]).toEqual([200, '/d/service for monitoring.localhost from 127.0.0.1 over https']);
  });

  it('keeps the figures of Grafana itself to Prometheus', async () => {
    expect((await ask('monitoring.localhost', '/metrics')).status).toBe(404);
  });

  it('gives no request to somebody who cannot prove to be Grafana', async () => {
    expect((await ask('other.localhost', '/login')).status).toBe(502);
  });

  async function startGrafana(names: readonly string[]): Promise<number> {
    const { certificateFile, keyFile } = await authority.issue([...names]);
    const server = createServer(
      { cert: await readFile(certificateFile), key: await readFile(keyFile) },
      ({ url, headers }, answer) => {
        answer.end(
          `${url} for ${headers.host} from ${headers['x-forwarded-for']} over ${headers['x-forwarded-proto']}`,
        );
      },
    );
    grafanas.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  async function ask(
    host: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number | undefined; body: string }> {
    const ca = await readFile(authority.caFile, 'utf8');
    return new Promise((resolve, reject) => {
      request(
        { host: '127.0.0.1', port, path, servername: host, ca, headers: { host, ...headers }, agent: false },
        (answer) => {
          let body = '';
          answer.setEncoding('utf8').on('data', (text: string) => (body += text));
          answer.once('end', () => resolve({ status: answer.statusCode, body }));
        },
      )
        .once('error', reject)
        .end();
    });
  }
});
