import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { startEmbeddedPostgres } from '@mlmcsc/platform/embedded-postgres';
import { silentLog } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApiSession, signIn } from '../../../test/api-session.ts';
import { freePort } from '../../../test/free-port.ts';
import { renderSpecimenPicture } from '../../../test/render-pictures.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runProgram } from '../../../test/run-program.ts';
import { createTestAuthority, type TestAuthority } from '../../../test/services/certificates.ts';
import { type ProductionNginx, startProductionNginx } from '../../../test/services/production-nginx.ts';
import { mlmcsc } from '../../../test/services/system.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { type ConstantLoad, startLoad } from '../support/constant-load.ts';

const needed = ['/usr/sbin/nginx', '/usr/bin/jq', '/usr/bin/curl'].filter((path) => !existsSync(path));
const title = `a release on one host, under constant load${needed.length === 0 ? '' : ` (skipped: there is no ${needed.join(', ')}; npm test installs them)`}`;

describe.skipIf(needed.length > 0)(title, () => {
  const stops: (() => Promise<unknown>)[] = [];
  let folder: string;
  let authority: TestAuthority;
  let nginx: ProductionNginx;
  let session: ApiSession;
  let settings: string;
  let load: ConstantLoad;
  let ports: { readonly blue: number; readonly green: number };
  const jobs: string[] = [];
  const certificatesBefore = getCACertificates('default');

  const control = (...args: string[]) =>
    runProgram('bash', [repositoryPath('deployment/test/support/host-control.sh'), ...args], {
      environment: {
        HOST_FOLDER: folder,
        HOST_NODE: process.execPath,
        HOST_PROGRAM: repositoryPath('apps/cli/bin/mlmcsc.mjs'),
        HOST_UPSTREAM: join(nginx.folder, 'conf.d/upstream.conf'),
      },
    });
  const release = (...args: string[]) =>
    runProgram(
      'bash',
      [repositoryPath('deployment/scripts/blue-green-host.sh'), ...args, '--settings', settings],
      {
        environment: {
          HOST_FOLDER: folder,
          HOST_NODE: process.execPath,
          HOST_PROGRAM: repositoryPath('apps/cli/bin/mlmcsc.mjs'),
          HOST_UPSTREAM: join(nginx.folder, 'conf.d/upstream.conf'),
        },
      },
    );
  const serving = async () => {
    const text = await readFile(join(nginx.folder, 'conf.d/upstream.conf'), 'utf8');
    return [...text.matchAll(/server 127\.0\.0\.1:(\d+) max_fails=0;/g)].map(([, port]) =>
      Number(port) === ports.blue ? 'blue' : 'green',
    );
  };
  /** A batch that is in the queue while colours change. */
  const startBatch = async (images: readonly string[]) => {
    const { id } = await session.post<{ id: string }>('/api/v1/jobs', {
      kind: 'analysis.batch.v1',
      image_ids: images,
    });
    jobs.push(id);
  };
  let images: string[];

  beforeAll(async () => {
    const scratch = await temporaryFolder('blue-green');
    stops.push(scratch.remove);
    folder = scratch.path;
    authority = await createTestAuthority();
    stops.push(() => authority.remove());
    setDefaultCACertificates([...certificatesBefore, authority.ca]);
    const database = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), log: silentLog });
    stops.push(() => database.stop());
    const certificate = await authority.issue(['localhost', '127.0.0.1']);
    ports = { blue: await freePort(), green: await freePort() };
    nginx = await startProductionNginx({
      apis: [`127.0.0.1:${ports.blue}`],
      certificate,
      apiCaFile: authority.caFile,
      apiName: 'localhost',
    });
    stops.push(() => nginx.stop());
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    const environment = {
      MLMCSC_DATABASE_URL: database.url,
      MLMCSC_DATABASE_DIRECT_URL: database.url,
      MLMCSC_DATA_DIR: dataDir,
      MLMCSC_SESSION_SECRET: randomBytes(32).toString('hex'),
      MLMCSC_PUBLIC_URL: nginx.url,
      MLMCSC_TRUST_PROXY: '127.0.0.1',
      MLMCSC_TLS_CERT_FILE: certificate.certificateFile,
      MLMCSC_TLS_KEY_FILE: certificate.keyFile,
      MLMCSC_MEASURE_THREADS: '1',
      MLMCSC_REQUESTS_PER_MINUTE: '1000000',
      MLMCSC_LOG_LEVEL: 'warn',
    };
    const lines = { ...environment, BLUE_PORT: String(ports.blue), GREEN_PORT: String(ports.green) };
    await writeFile(
      join(folder, 'environment'),
      Object.entries(lines)
        .map(([name, value]) => `${name}='${value}'\n`)
        .join(''),
    );
    const user = process.getuid?.() === 0 ? ` -g 'user root;'` : '';
    const nginxCommand = join(folder, 'nginx.sh');
    await writeFile(
      nginxCommand,
      `#!/bin/bash\nexec /usr/sbin/nginx -p '${nginx.folder}' -c '${nginx.folder}/nginx.conf'${user} "$@"\n`,
      { mode: 0o755 },
    );
    settings = join(folder, 'host.env');
    await writeFile(
      settings,
      [
        `PUBLIC_URL=${nginx.url}`,
        `BLUE_SERVERS=127.0.0.1:${ports.blue}`,
        `GREEN_SERVERS=127.0.0.1:${ports.green}`,
        `CA_FILE=${authority.caFile}`,
        `UPSTREAM_FILE=${nginx.folder}/conf.d/upstream.conf`,
        `NGINX=${nginxCommand}`,
        `CONTROL=bash ${repositoryPath('deployment/test/support/host-control.sh')}`,
        `STATE_FILE=${folder}/colours`,
        'READY_SECONDS=300',
        'SOAK_SECONDS=1',
        'WATCH_SECONDS=2',
        '',
      ].join('\n'),
    );
    await writeFile(join(folder, 'colours'), 'live=blue\nblue=v1\ngreen=\n');
    await mlmcsc(environment, 'migrate');
    const added = await mlmcsc(environment, 'user', 'add', 'admin', '--role', 'admin');
    const password = /^password\s+(\S+)/m.exec(added)?.[1] ?? '';
    stops.push(async () => {
      for (const colour of ['blue', 'green']) {
        for (const part of ['api', 'worker']) await control('stop', part, colour, 'any');
      }
    });
    expect((await control('start', 'api', 'blue', 'v1')).code).toBe(0);
    expect((await control('start', 'worker', 'blue', 'v1')).code).toBe(0);
    await vi.waitFor(async () => expect((await fetch(`${nginx.url}/readyz`)).status).toBe(200), {
      timeout: 120_000,
      interval: 200,
    });
    session = await signIn(nginx.url, 'admin', password);
    images = await Promise.all(
      [1, 2, 3].map(async (seed) => {
        const { jpeg } = await renderSpecimenPicture(seed);
        return String((await session.upload(jpeg, `${seed}.jpg`)).body.id);
      }),
    );
    load = startLoad(nginx.url, '/api/v1/history?limit=1', session.cookie, authority.ca, 4);
  });
  afterAll(async () => {
    await load?.stop();
    for (const stop of stops.reverse()) await stop();
    setDefaultCACertificates(certificatesBefore);
  });

  it('a release that never becomes ready gets no request', async () => {
    await startBatch(images);
    const { code, stderr } = await release('never-ready', '--ready', '5');
    expect(stderr).toContain('release never-ready did not become ready; requests stayed with blue');
    expect(code).toBe(1);
    expect(await serving()).toEqual(['blue']);
    expect(load.failures).toEqual([]);
  });

  it('a good release gets the requests; the workers of before end in good order', async () => {
    await startBatch(images);
    const { code, stderr } = await release('v2');
    expect(code, stderr).toBe(0);
    expect(await serving()).toEqual(['green']);
    expect(existsSync(join(folder, 'worker-blue.pid'))).toBe(false);
    expect(existsSync(join(folder, 'worker-green.pid'))).toBe(true);
    expect(existsSync(join(folder, 'api-blue.pid')), 'blue stays warm').toBe(true);
    expect(load.failures).toEqual([]);
  });

  it('a release that becomes ready and then dies is rolled back', async () => {
    await startBatch(images);
    const { code, stderr } = await release('dies-live', '--watch', '60');
    expect(stderr).toContain('rolled back: release dies-live does not answer as it must any more');
    expect(code).toBe(1);
    expect(await serving()).toEqual(['green']);
    expect(existsSync(join(folder, 'worker-green.pid')), 'the workers of before go on').toBe(true);
    expect(load.failures).toEqual([]);
  });

  it('no request failed, and no job was lost', async () => {
    await expect
      .poll(
        async () =>
          (
            await Promise.all(
              jobs.map((id) => session.get<{ state: string; done: number }>(`/api/v1/jobs/${id}`)),
            )
          ).map(({ state }) => state),
        { timeout: 120_000 },
      )
      .toEqual(['completed', 'completed', 'completed']);
    await load.stop();
    expect(load.failures).toEqual([]);
    expect(load.answered()).toBeGreaterThan(200);
    process.stdout.write(
      `${load.answered()} requests answered, 0 failed, ${load.repeated()} repeated on a kept connection\n`,
    );
  });
});
