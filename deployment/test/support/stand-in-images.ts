import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryPath } from '../../../test/repository-path.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import type { DockerEngine } from './docker-engine.ts';

const run = promisify(execFile);
const NAMES = {
  base: 'mlmcsc-stand-in/base:1',
  build: 'mlmcsc-stand-in/build:1',
  prometheus: 'mlmcsc-stand-in/prometheus:1',
  services: 'mlmcsc-stand-in/services:1',
} as const;
/** Programs in the build then trust what this machine trusts. */
const AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';

/** What takes the place of public images where none can be pulled: Debian's packages in the same roles. */
export interface StandInImages {
  /** For `debian:12-slim`. */
  readonly base: string;
  /** For `node:24-bookworm-slim`. */
  readonly build: string;
  /** For `prom/prometheus`. */
  readonly prometheus: string;
}

/** What the Compose file stands on, in one image. */
const SERVICE_PACKAGES = [
  ...['postgresql-15', 'postgresql-client', 'pgbouncer', 'redis-server', 'prometheus-alertmanager'],
  ...['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'],
];

/** Makes the stand-in for PostgreSQL, PgBouncer, Valkey, Alertmanager and an S3 server (`stand-ins/compose.yml`), unless it is there. */
export async function makeServicesStandIn(engine: DockerEngine): Promise<void> {
  const sources = repositoryPath('deployment', 'test', 'support', 'stand-ins');
  // The scripts are no part of what is kept: a changed one makes a new layer only.
  await buildWithPackages(engine, NAMES.services, SERVICE_PACKAGES, {
    instructions: [
      'RUN for name in server cli; do ln -s /usr/bin/redis-$name /usr/local/bin/valkey-$name; done',
      'RUN ln -s /usr/bin/prometheus-alertmanager /usr/local/bin/alertmanager && mkdir -p /data',
      'COPY docker-entrypoint.sh s3.sh /usr/local/bin/',
    ],
    files: ['docker-entrypoint.sh', 's3.sh'].map((name) => join(sources, name)),
  });
}

/** Makes the stand-ins that this engine does not have yet (debootstrap; a minute or two at the first time). */
export async function makeStandInImages(engine: DockerEngine): Promise<StandInImages> {
  const isThere = async (name: string) => (await engine.tryDocker('image', 'inspect', name)).code === 0;
  if (!(await isThere(NAMES.base))) await makeBase(engine);
  if (!(await isThere(NAMES.build))) await makeBuild(engine);
  if (!(await isThere(NAMES.prometheus))) {
    await buildWithPackages(engine, NAMES.prometheus, ['prometheus'], {
      instructions: ['RUN mkdir -p /prometheus && chown 65534 /prometheus'],
    });
  }
  return NAMES;
}

/** Builds a stand-in with Debian's packages on the base; the engine keeps it for the next test. */
async function buildWithPackages(
  engine: DockerEngine,
  name: string,
  packages: readonly string[],
  { instructions, files = [] }: { instructions: readonly string[]; files?: readonly string[] },
): Promise<void> {
  const folder = await temporaryFolder('stand-in');
  const install = `apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`;
  await writeFile(
    join(folder.path, 'Dockerfile'),
    [
      `FROM ${NAMES.base}`,
      'RUN printf "#!/bin/sh\\nexit 101\\n" > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d',
      `RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${install} && rm -rf /var/lib/apt/lists/*`,
      ...instructions,
      '',
    ].join('\n'),
  );
  for (const file of files) await copyFile(file, join(folder.path, basename(file)));
  await engine.docker('build', '--network=host', '--quiet', '--tag', name, folder.path);
  await folder.remove();
}

async function makeBase(engine: DockerEngine): Promise<void> {
  const folder = await temporaryFolder('debootstrap');
  const root = join(folder.path, 'root');
  const archive = join(folder.path, 'root.tar');
  const options = { maxBuffer: 64 * 1024 * 1024 };
  await run('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', root], options);
  await copyFile(AUTHORITIES, join(root, AUTHORITIES));
  await run('tar', [
    '--exclude=./var/cache/apt/archives/*.deb',
    '--exclude=./var/lib/apt/lists/*',
    '-C',
    root,
    '-cf',
    archive,
    '.',
  ]);
  await engine.docker('import', '--change', `ENV NODE_EXTRA_CA_CERTS=${AUTHORITIES}`, archive, NAMES.base);
  await folder.remove();
}

async function makeBuild(engine: DockerEngine): Promise<void> {
  const folder = await temporaryFolder('stand-in');
  const { stdout } = await run('sh', ['-c', 'command -v npm']);
  const npm = dirname(dirname(await realpath(stdout.trim())));
  await mkdir(join(folder.path, 'npm'));
  await cp(npm, join(folder.path, 'npm'), { recursive: true });
  await copyFile(process.execPath, join(folder.path, 'node'));
  await writeFile(
    join(folder.path, 'Dockerfile'),
    [
      `FROM ${NAMES.base}`,
      'COPY node /usr/local/bin/node',
      'COPY npm /usr/local/lib/node_modules/npm',
      'RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm',
      '',
    ].join('\n'),
  );
  await engine.docker('build', '--network=host', '--quiet', '--tag', NAMES.build, folder.path);
  await folder.remove();
}
