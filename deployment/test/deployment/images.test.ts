import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../test/free-port.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runProgram } from '../../../test/run-program.ts';
import { createTestAuthority, type TestAuthority } from '../../../test/services/certificates.ts';
import { startPostgres, type TestPostgres } from '../../../test/services/postgres.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { type BuiltImages, buildImages, IMAGES, type ImageName } from '../support/build-images.ts';
import { type Container, startContainer } from '../support/contained-process.ts';
import { type DockerEngine, dockerMissing, startDockerEngine } from '../support/docker-engine.ts';

const execute = promisify(execFile);
const title = `the images${dockerMissing === null ? '' : ` (skipped: ${dockerMissing})`}`;

/** What the engine says about an image. */
interface ImageConfig {
  readonly User: string;
  readonly Env: readonly string[];
  readonly Labels: Readonly<Record<string, string>>;
  readonly Healthcheck: { readonly Test: readonly string[] };
}

describe.skipIf(dockerMissing !== null)(title, () => {
  let engine: DockerEngine;
  let images: BuiltImages;
  /** Names of all files of an image, with mode and time, as `tar --list --verbose` prints them. */
  const listings = new Map<ImageName, string>();
  beforeAll(async () => {
    engine = await startDockerEngine();
    images = await buildImages(engine);
    for (const image of IMAGES) listings.set(image, await listFiles(image));
  });
  afterAll(() => engine?.stop());

  const listFiles = async (image: ImageName): Promise<string> => {
    const container = await engine.docker('create', images.reference(image), 'none');
    const { stdout } = await execute(
      'sh',
      ['-c', `/usr/bin/docker export ${container} | TZ=UTC tar --list --verbose --full-time --numeric-owner`],
      { env: { ...process.env, ...engine.environment }, maxBuffer: 64 * 1024 * 1024 },
    );
    await engine.docker('rm', container);
    return stdout;
  };
  const filesOf = (image: ImageName): string[] =>
    listings
      .get(image)!
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/).slice(5).join(' '));
  const configOf = async (image: ImageName): Promise<ImageConfig> =>
    JSON.parse(
      await engine.docker('image', 'inspect', '--format', '{{json .Config}}', images.reference(image)),
    );

  describe.each(IMAGES)('%s', (image) => {
    it('runs as a user of its own, says what it is, and how its health is looked at', async () => {
      const { User, Labels, Healthcheck, Env } = await configOf(image);
      expect(User).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      const { stdout: revision } = await execute('git', ['-C', repositoryPath(), 'rev-parse', 'HEAD']);
      expect(Labels).toMatchObject({
        'org.opencontainers.image.title': `mlmcsc-${image}`,
        'org.opencontainers.image.revision': revision.trim(),
        'org.opencontainers.image.licenses': 'Apache-2.0',
      });
      expect(Labels['org.opencontainers.image.version']).toMatch(/^\d+\.\d+\.\d+$/);
      expect(Healthcheck.Test[0]).toBe('CMD');
      expect(Env.filter((line) => /(SECRET|PASSWORD|TOKEN|DATABASE_URL|_KEY)=./.test(line))).toEqual([]);
    });

    it('holds no build tool, no test, no history and no secret', () => {
      const files = filesOf(image);
      const unwanted = files.filter(
        (path) =>
          /(^|\/)(gcc|cc|g\+\+|make|ld|npm|npx|git|tsc|vite|python3?|curl|wget)( |$)/.test(path) ||
          /(^|\/)\.(git|env|npmrc|ssh)(\/|$|\.)/.test(path) ||
          (/^app\/(apps|packages)\//.test(path) && /\.(test|fixture)\.|\/test\//.test(path)) ||
          /^app\/.*\.(pem|key|p12)$/.test(path),
      );
      expect(unwanted).toEqual([]);
      expect(files.length).toBeGreaterThan(500);
    });

    it('lists its contents, without any development package', async () => {
      const components = await images.contents(image);
      expect(components.filter(({ purl }) => purl.startsWith('pkg:deb/debian/libc6@'))).toHaveLength(1);
      const { packages } = JSON.parse(await readFile(repositoryPath('package-lock.json'), 'utf8')) as {
        packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
      };
      const named = (isTool: boolean) =>
        Object.entries(packages)
          .filter(([, { dev, devOptional }]) => (dev === true || devOptional === true) === isTool)
          .map(([path]) => path.split('node_modules/').at(-1)!);
      const running = new Set(named(false));
      // What the lock calls `dev` or `devOptional` is needed by nothing that runs; vite and its parts build the web application.
      const tools = new Set(named(true).filter((name) => !running.has(name)));
      for (const name of ['vite', 'rolldown', '@vitejs/plugin-react']) tools.add(name);
      expect([...tools]).toEqual(expect.arrayContaining(['knip', 'vitest', 'typescript']));
      expect(components.filter(({ name, purl }) => purl.startsWith('pkg:npm/') && tools.has(name))).toEqual(
        [],
      );
      const names = components.map(({ name }) => name);
      if (image === 'api') expect(names).toEqual(expect.arrayContaining(['fastify', 'sharp', 'pg']));
      if (image === 'worker') expect(names).not.toContain('fastify');
    });
  });

  it('have no shell, no package manager and one time in every file, where the product itself runs', async () => {
    const { stdout: commit } = await execute('git', ['-C', repositoryPath(), 'log', '-1', '--format=%cI']);
    const time = new Date(commit.trim()).toISOString().replace('T', ' ').replace('.000Z', '');
    for (const image of ['api', 'worker'] as const) {
      const files = filesOf(image);
      expect(files.filter((path) => /(^|\/)(sh|bash|dash|busybox|apt|dpkg)( |$)/.test(path))).toEqual([]);
      const lines = listings.get(image)!.trim().split('\n');
      expect(lines.filter((line) => /^-..[sS]|^-.....[sS]/.test(line))).toEqual([]);
      const others = lines.filter((line) => / app\/./.test(line) && !line.includes(time));
      expect(others).toEqual([]);
    }
  });

  it('take nothing from the build folder but what they need', async () => {
    const folder = await temporaryFolder('context');
    const planted = [
      ...[
        '.git/config',
        '.env',
        'apps/api/.env.production',
        'apps/api/certificates/server.key',
        'data/ca.pem',
      ],
      ...[
        'apps/api/test/integration/a.ts',
        'packages/core/src/a.test.ts',
        '.data/secrets/session',
        'e2e/a.ts',
      ],
      ...[
        'deployment/test/support/a.ts',
        'node_modules/a/index.js',
        'apps/web/node_modules/a.js',
        'notes.txt',
      ],
    ];
    const wanted = ['apps/api/src/main.ts', 'package-lock.json', 'models/default.mlmcsc'];
    for (const path of [...planted, ...wanted]) {
      await mkdir(dirname(join(folder.path, path)), { recursive: true });
      await writeFile(join(folder.path, path), 'content');
    }
    await copyFile(repositoryPath('.dockerignore'), join(folder.path, '.dockerignore'));
    const file = join(folder.path, 'Dockerfile.all');
    await writeFile(file, 'FROM scratch\nCOPY . /\n');
    await engine.docker('build', '--quiet', '--file', file, '--tag', 'context:test', folder.path);
    const container = await engine.docker('create', 'context:test', 'none');
    const { stdout } = await execute('sh', ['-c', `/usr/bin/docker export ${container} | tar --list`], {
      env: { ...process.env, ...engine.environment },
    });
    const files = stdout
      .split('\n')
      .filter((path) => /\w$/.test(path) && !/^(dev|etc|proc|sys)\/|^\.dockerenv/.test(path));
    expect(files.sort()).toEqual(wanted.sort());
    await folder.remove();
  });

  describe('in service, with a read-only root and no privilege', () => {
    let authority: TestAuthority;
    let database: TestPostgres;
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    const containers: Record<string, Container> = {};
    let ports: Readonly<Record<'api' | 'nginx' | 'status' | 'prometheus', number>>;
    const startAll = async () => {
      folder = await temporaryFolder('images-test');
      authority = await createTestAuthority();
      database = await startPostgres();
      const { certificateFile, keyFile } = await authority.issue(['localhost', '127.0.0.1']);
      // Read by the users of the containers.
      await chmod(folder.path, 0o755);
      for (const [from, name] of [
        [certificateFile, 'tls.crt'],
        [keyFile, 'tls.key'],
        [authority.caFile, 'ca.crt'],
      ] as const) {
        await copyFile(from, join(folder.path, name));
        await chmod(join(folder.path, name), 0o444);
      }
      ports = {
        api: await freePort(),
        nginx: await freePort(),
        status: await freePort(),
        prometheus: await freePort(),
      };
    };
    beforeAll(async () => {
      await startAll();
      const settings = {
        MLMCSC_DATABASE_URL: database.url,
        MLMCSC_SESSION_SECRET: 'a-session-secret-of-forty-characters-xxxx',
        MLMCSC_MEASURE_THREADS: '1',
      };
      const { code, stderr } = await engine.tryDocker(
        ...['run', '--rm', '--network=host', '--read-only', '--cap-drop=ALL', '--tmpfs=/tmp'],
        ...Object.entries(settings).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
        ...[images.reference('api'), 'migrate'],
      );
      expect(code, stderr).toBe(0);
      containers.api = await startContainer(engine, {
        ...{ image: images.reference('api'), name: 'api' },
        files: { [folder.path]: '/run/secrets/tls' },
        environment: {
          ...settings,
          MLMCSC_HOST: '127.0.0.1',
          MLMCSC_PORT: String(ports.api),
          MLMCSC_METRICS_PORT: String(await freePort()),
          MLMCSC_TLS_CERT_FILE: '/run/secrets/tls/tls.crt',
          MLMCSC_TLS_KEY_FILE: '/run/secrets/tls/tls.key',
        },
      });
      containers.worker = await startContainer(engine, {
        ...{ image: images.reference('worker'), name: 'worker' },
        environment: { ...settings, MLMCSC_METRICS_PORT: String(await freePort()) },
      });
      containers.nginx = await startContainer(engine, {
        ...{ image: images.reference('nginx'), name: 'nginx' },
        files: { [folder.path]: '/run/secrets/tls' },
        environment: {
          LISTEN: `127.0.0.1:${ports.nginx}`,
          STATUS_LISTEN: `127.0.0.1:${ports.status}`,
          TLS_CERT_FILE: '/run/secrets/tls/tls.crt',
          TLS_KEY_FILE: '/run/secrets/tls/tls.key',
          API_CA_FILE: '/run/secrets/tls/ca.crt',
          API_TLS_NAME: 'localhost',
          API_SERVERS: `server 127.0.0.1:${ports.api} max_fails=0;`,
        },
      });
      containers.monitoring = await startContainer(engine, {
        ...{ image: images.reference('monitoring'), name: 'monitoring' },
        command: [
          ...['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/tmp/prometheus'],
          `--web.listen-address=127.0.0.1:${ports.prometheus}`,
        ],
      });
    });
    afterAll(async () => {
      await database?.stop();
      await authority?.remove();
      await folder?.remove();
    });

    const get = (path: string) =>
      new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
        request(`https://localhost:${ports.nginx}${path}`, { agent: false, ca: authority.ca }, (answer) => {
          text(answer).then(
            (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
            reject,
          );
        })
          .once('error', reject)
          .end();
      });

    it.each(['api', 'worker', 'nginx'] as const)('%s becomes healthy', async (name) => {
      await expect
        .poll(() => containers[name]!.health(), { timeout: 300_000, interval: 500 })
        .toBe('healthy')
        .catch(async (error: unknown) => {
          throw new Error(`${String(error)}\n${await containers[name]!.log()}`);
        });
    });

    it('prometheus answers with the configuration of this release', async () => {
      await expect
        .poll(
          () =>
            fetch(`http://127.0.0.1:${ports.prometheus}/api/v1/status/config`).then(
              (answer) => answer.text(),
              () => '',
            ),
          { timeout: 120_000 },
        )
        .toContain('job_name: mlmcsc-worker');
    });

    it('nginx tells its figures to the monitoring', async () => {
      const answer = await fetch(`http://127.0.0.1:${ports.status}/status`);
      expect(await answer.text()).toMatch(/^Active connections: \d+/);
    });

    it('a health check fails where nobody answers', async () => {
      for (const [image, kind] of [
        ['api', 'api'],
        ['worker', 'worker'],
      ] as const) {
        const { code } = await engine.tryDocker(
          ...[
            'run',
            '--rm',
            '--network=none',
            '--entrypoint=node',
            images.reference(image),
            '/app/health-check.mjs',
            kind,
          ],
        );
        expect(code).toBe(1);
      }
    });

    it('the web interface and its assets come through nginx over TLS', async () => {
      expect((await get('/livez')).status).toBe(200);
      const page = await get('/');
      expect(page.status).toBe(200);
      const asset = /\/assets\/[\w.-]+\.js/.exec(page.body)?.[0];
      const answer = await get(asset!);
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.headers).toMatchObject({
        'content-type': 'text/javascript',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      });
      // Served by nginx itself, not by the API behind it.
      expect(await containers.nginx!.log()).toMatch(
        new RegExp(`"url.path":"${asset}","http.response.status_code":200[^\n]*"upstream.address":""`),
      );
      expect((await get('/assets/of-another-release.js')).status).toBe(404);
    });

    it.each(['nginx', 'api', 'worker', 'monitoring'])(
      '%s ends in time, and in order, when it is asked to',
      async (name) => {
        const { exitCode, seconds } = await containers[name]!.stop();
        expect(exitCode, await containers[name]!.log()).toBe(0);
        expect(seconds).toBeLessThan(60);
      },
    );
  });
});

describe('build-images.sh', () => {
  const build = (...args: string[]) =>
    runProgram('bash', [repositoryPath('deployment/scripts/build-images.sh'), ...args], {
      environment: { DOCKER_HOST: 'unix:///nowhere' },
    });

  it('explains itself', async () => {
    const { code, stdout } = await build('--help');
    expect(code).toBe(0);
    for (const option of ['--tag', '--push', '--platform', '--scan', '--dry-run'])
      expect(stdout).toContain(option);
  });

  it('says what it would do, without an engine', async () => {
    const { code, stderr } = await build(
      '--dry-run',
      '--tag',
      'v7',
      '--registry',
      'registry.example/lab/',
      '--push',
      'api',
    );
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(
      /would run: docker build .*--tag registry\.example\/lab\/mlmcsc-api:v7 .*docker\/api\/Dockerfile/,
    );
    expect(stderr).toContain('would run: docker push registry.example/lab/mlmcsc-api:v7');
    expect(stderr).not.toContain('worker');
  });

  it.each([
    [['--tag', 'latest'], /latest/],
    [['--tag', 'not a tag'], /cannot be the tag/],
    [['database'], /no image database/],
    [['--fast'], /no option --fast/],
    [['--tag'], /needs a value/],
    [['--platform', 'linux/amd64,linux/arm64'], /--push/],
  ])('refuses %j', async (args, reason) => {
    const { code, stderr } = await build('--dry-run', ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(reason);
  });

  it('says so when no engine answers', async () => {
    const { code, stderr } = await build('--tag', 'v7');
    expect(code).toBe(1);
    expect(stderr).toMatch(/engine does not answer|no docker/);
  });
});
