import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setDefaultCACertificates } from 'node:tls';
import type { Analysis } from '@mlmcsc/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../../../test/api-session.ts';
import { renderSpecimenPicture } from '../../../test/render-pictures.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runProgram } from '../../../test/run-program.ts';
import { type BuiltImages, buildImages } from '../support/build-images.ts';
import { startLoad } from '../support/constant-load.ts';
import {
  type DevelopmentInstallation,
  prepareDevelopmentInstallation,
  secretOf,
} from '../support/development-installation.ts';
import { type DockerEngine, dockerMissing, startDockerEngine } from '../support/docker-engine.ts';
import { createPersistentClient } from '../support/persistent-client.ts';
import { makeServicesStandIn } from '../support/stand-in-images.ts';

const title = `the Compose installation${dockerMissing === null ? '' : ` (skipped: ${dockerMissing})`}`;

describe.skipIf(dockerMissing !== null)(title, () => {
  let engine: DockerEngine;
  let images: BuiltImages;
  let installation: DevelopmentInstallation;
  let printed: string;
  let session: ApiSession;
  let analysis: Analysis;
  let map: Uint8Array;
  beforeAll(async () => {
    engine = await startDockerEngine();
    images = await buildImages(engine);
    await makeServicesStandIn(engine);
    installation = await prepareDevelopmentInstallation(engine, images.tag);
    printed = await installation.up();
    setDefaultCACertificates([
      await readFile(join(installation.folder, 'certificates/trust/ca.crt'), 'utf8'),
    ]);
  });
  afterAll(async () => {
    await installation?.down('--delete-data', '--yes').catch(() => undefined);
    await engine?.stop();
    await installation?.remove();
  });

  const signInAsAdmin = async () =>
    signIn(installation.url, 'admin', await secretOf(installation, 'admin-password'));
  const mapOf = async ({ id }: Analysis) => {
    const answer = await fetch(`${installation.url}/api/v1/analyses/${id}/map`, {
      headers: { cookie: session.cookie },
    });
    expect(answer.headers.get('content-type')).toBe('image/png');
    return new Uint8Array(await answer.arrayBuffer());
  };

  it('is up with one command, which says where it is and who may come in', () => {
    expect(printed).toContain(`MLMCSC is ready:  ${installation.url}`);
    expect(printed).toContain('user admin');
  });

  it('measures a picture through nginx over TLS', async () => {
    session = await signInAsAdmin();
    const { jpeg } = await renderSpecimenPicture(71);
    const { status, body } = await session.upload(jpeg, 'picture.jpg');
    expect(status).toBe(201);
    analysis = await session.post<Analysis>('/api/v1/analyses', { image_id: body.id });
    expect(analysis.status).toBe('ok');
    map = await mapOf(analysis);
    expect(map.byteLength).toBeGreaterThan(100);
  });

  it('is watched: Prometheus reaches both API processes and both workers', async () => {
    const up = async () => {
      const answer = await fetch(
        `${installation.prometheusUrl}/api/v1/query?query=up{job=~"mlmcsc-(api|worker)"}==1`,
      );
      const { data } = (await answer.json()) as {
        data: { result: readonly { metric: { instance: string } }[] };
      };
      return data.result.map(({ metric }) => metric.instance).sort();
    };
    await expect
      .poll(up, { timeout: 120_000, interval: 1_000 })
      .toEqual(['api-1:9464', 'api-2:9464', 'worker-1:9464', 'worker-2:9464']);
  });

  it('loses no request when an API process is killed under load', async () => {
    const ca = await readFile(join(installation.folder, 'certificates/trust/ca.crt'), 'utf8');
    const pictures = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => (await renderSpecimenPicture(300 + index)).jpeg),
    );
    const readers = startLoad(installation.url, '/api/v1/history?limit=1', session.cookie, ca, 4);
    const client = createPersistentClient(installation.url, session.cookie);
    const analyses: string[] = [];
    const queue = pictures.map((picture, index) => ({ picture, name: `under-load-${index}.jpg` }));
    const killed = Promise.withResolvers<void>();
    const container = installation.container('api-1');
    const inspect = (format: string) => engine.docker('inspect', '--format', format, container);
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
          analyses.push(await client.analyse(await client.upload(next.picture, next.name)));
          // As the kernel kills: Docker's own `kill` would count as stopped by a person.
          if (analyses.length === 3)
            inspect('{{.State.Pid}}').then(
              (pid) => killed.resolve(void process.kill(Number(pid), 'SIGKILL')),
              killed.reject,
            );
        }
      }),
    );
    await killed.promise;
    await expect
      .poll(() => inspect('{{.RestartCount}} {{.State.Health.Status}}'), { timeout: 120_000, interval: 500 })
      .toBe('1 healthy');
    const answered = readers.answered();
    await expect.poll(() => readers.answered(), { timeout: 60_000 }).toBeGreaterThan(answered + 20);
    await readers.stop();
    expect(readers.failures).toEqual([]);
    const { items } = await session.get<{ items: readonly { analysis: { id: string } }[] }>(
      '/api/v1/history?text=under-load&limit=100',
    );
    expect(items.map(({ analysis }) => analysis.id).sort()).toEqual(analyses.sort());
    expect(new Set(analyses).size).toBe(pictures.length);
  });

  it('releases in the other colour under load: a bad one gets no request, a good one gets them all', async () => {
    const ca = await readFile(join(installation.folder, 'certificates/trust/ca.crt'), 'utf8');
    await engine.docker('tag', images.reference('api'), 'mlmcsc-api:v2');
    await engine.docker('tag', images.reference('worker'), 'mlmcsc-worker:v2');
    const api = installation.container('api-1');
    await engine.docker('commit', '--change', 'CMD ["never-ready"]', api, 'mlmcsc-api:never-ready');
    const readers = startLoad(installation.url, '/api/v1/history?limit=1', session.cookie, ca, 4);
    const bad = await installation.release('never-ready', '--ready', '5');
    expect(bad.stderr).toContain('release never-ready did not become ready; requests stayed with blue');
    expect(bad.code).toBe(1);
    const blue = await installation.servers();
    const good = await installation.release('v2', '--soak', '2', '--watch', '5');
    expect(good.code, good.stderr).toBe(0);
    const green = await installation.servers();
    expect(green).toHaveLength(2);
    expect(green.filter((server) => blue.includes(server))).toEqual([]);
    const running = (await engine.docker('ps', '--format', '{{.Names}} {{.Image}}')).split('\n');
    expect(running).toContain(`${installation.container('api-1-green')} mlmcsc-api:v2`);
    expect(running).toContain(`${installation.container('worker-2-green')} mlmcsc-worker:v2`);
    expect(running.join('\n'), 'the API of before stays warm').toContain(api);
    expect(running.join('\n')).not.toContain(`${installation.container('worker-1')} `);
    await expect(installation.up()).rejects.toThrow('green is live on this machine');
    const back = await installation.release('rollback');
    expect(back.code, back.stderr).toBe(0);
    expect(await installation.servers()).toEqual(blue);
    await readers.stop();
    expect(readers.failures).toEqual([]);
    expect(readers.answered()).toBeGreaterThan(100);
  });

  it('keeps its secrets in files: none stands in a setting, an argument or a log', async () => {
    const names = (await readdir(join(installation.folder, 'secrets'), { recursive: true })).filter((name) =>
      /(password|secret|key-id|access-key)$/.test(name),
    );
    const secrets = await Promise.all(names.map((name) => secretOf(installation, name)));
    expect(secrets.length).toBeGreaterThan(7);
    expect(new Set(secrets.map((secret) => secret.length >= 40))).toEqual(new Set([true]));
    const containers = (await engine.docker('ps', '--all', '--quiet')).split('\n');
    const seen = [await engine.docker('inspect', ...containers)];
    for (const container of containers) {
      const { stdout, stderr } = await engine.tryDocker('logs', container);
      seen.push(stdout, stderr);
    }
    expect(secrets.filter((secret) => seen.some((text) => text.includes(secret)))).toEqual([]);
  });

  it('has its data after it was taken down and started again', async () => {
    await installation.down();
    expect(await engine.docker('ps', '--all', '--quiet')).toBe('');
    await installation.up();
    session = await signInAsAdmin();
    const same = await session.get<Analysis>(`/api/v1/analyses/${analysis.id}`);
    expect(same.shear_percent).toBe(analysis.shear_percent);
    expect(await mapOf(same)).toEqual(map);
  });
});

describe('dev-up.sh and dev-down.sh', () => {
  const run = (name: string, ...args: string[]) =>
    runProgram('bash', [repositoryPath('deployment/scripts', name), ...args]);

  it('explain themselves', async () => {
    for (const name of ['dev-up.sh', 'dev-down.sh']) {
      const { code, stdout } = await run(name, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain('--dry-run');
    }
  });

  it('say what they would do, and do nothing', async () => {
    const up = await run('dev-up.sh', '--dry-run', '--tag', 'v7');
    expect(up.code, up.stderr).toBe(0);
    expect(up.stderr).toMatch(/would run: .*build-images\.sh --tag v7/);
    expect(up.stderr).toMatch(/would run: .*docker\/compose\.yml up --detach/);
    const down = await run('dev-down.sh', '--dry-run', '--delete-data');
    expect(down.code, down.stderr).toBe(0);
    expect(down.stderr).toMatch(/would run: .* down --remove-orphans --volumes/);
  });

  it.each([
    ['dev-up.sh', '--tag', 'latest'],
    ['dev-up.sh', '--fast'],
    ['dev-up.sh', '--timeout', 'soon'],
    ['dev-down.sh', 'everything'],
  ])('refuse what they do not know: %s %s %s', async (name, ...args) => {
    const { code, stderr } = await run(name, '--dry-run', ...args.filter((arg) => arg !== undefined));
    expect(code).toBe(2);
    expect(stderr).toContain('see --help');
  });
});
