import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { repositoryPath } from '../../../test/repository-path.ts';
import { type ProgramResult, runProgram } from '../../../test/run-program.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';

/** Debian's own client, in case there is another one beside it. */
const DOCKER = '/usr/bin/docker';
const READY_WITHIN_MS = 120_000;

/** Why tests that need a container engine are skipped, or null: `npm test` installs Debian's where it may. */
export const dockerMissing: string | null = (() => {
  if (process.getuid?.() !== 0) return 'a Docker engine can be started by root only';
  const missing = [DOCKER, '/usr/sbin/dockerd', '/usr/sbin/debootstrap', '/usr/bin/docker-compose'].filter(
    (path) => !existsSync(path),
  );
  return missing.length === 0
    ? null
    : `there is no ${missing.join(', ')}; npm run test:deployment installs them`;
})();

/** A Docker engine of this test alone; its images and build cache stay in `.data/` for the next one. */
export interface DockerEngine {
  /** For programs that talk to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs `docker …`. @returns its standard output, trimmed @throws Error with its output when it fails */
  docker(...args: string[]): Promise<string>;
  /** Runs `docker …` and leaves it to the caller what a failure means. */
  tryDocker(...args: string[]): Promise<ProgramResult>;
  /** Removes all containers, networks and volumes, and ends it. */
  stop(): Promise<void>;
}

/** Starts Debian's Docker engine without rules of the firewall: user networks, published ports and name resolution work all the same. */
export async function startDockerEngine(): Promise<DockerEngine> {
  const folder = await temporaryFolder('docker');
  const dataRoot = repositoryPath('.data', 'deployment-test', 'docker');
  await mkdir(dataRoot, { recursive: true });
  const socket = join(folder.path, 'docker.sock');
  const logFile = join(folder.path, 'dockerd.log');
  const configuration = join(folder.path, 'daemon.json');
  await writeFile(
    configuration,
    JSON.stringify({ builder: { gc: { enabled: true, defaultKeepStorage: '6GB' } } }),
  );
  const child = spawn(
    '/usr/sbin/dockerd',
    [
      ...[
        '--config-file',
        configuration,
        '--storage-driver',
        'overlay2',
        '--iptables=false',
        '--ip6tables=false',
      ],
      ...['--bridge=none', '--data-root', dataRoot, '--exec-root', join(folder.path, 'exec')],
      ...['--pidfile', join(dataRoot, 'dockerd.pid'), '--host', `unix://${socket}`],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  // Asked, not killed: it takes its containers along.
  const endWithTest = () => child.kill('SIGTERM');
  process.once('exit', endWithTest);
  const environment = { DOCKER_HOST: `unix://${socket}`, DOCKER_BUILDKIT: '1' };
  const tryDocker = (...args: string[]) => runProgram(DOCKER, args, { environment, timeoutMs: 900_000 });
  const docker = async (...args: string[]) => {
    const { code, stdout, stderr } = await tryDocker(...args);
    if (code !== 0) throw new Error(`docker ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
    return stdout.trim();
  };
  const end = async () => {
    process.removeListener('exit', endWithTest);
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    // It leaves the mount of its own network namespace.
    await runProgram('umount', [join(folder.path, 'exec', 'netns', 'default')]);
    await folder.remove();
  };
  const sweep = async () => {
    const containers = await docker('ps', '--all', '--quiet');
    if (containers !== '') await docker('rm', '--force', '--volumes', ...containers.split('\n'));
    await docker('volume', 'prune', '--force');
    await docker('network', 'prune', '--force');
    await docker('image', 'prune', '--force');
  };
  const deadline = performance.now() + READY_WITHIN_MS;
  while ((await tryDocker('version')).code !== 0) {
    if (child.exitCode !== null || performance.now() > deadline) {
      const output = await readFile(logFile, 'utf8');
      await end();
      throw new Error(`dockerd did not become ready:\n${output.split('\n').slice(-20).join('\n')}`);
    }
    await delay(100);
  }
  // What a test that was killed left.
  await sweep();
  return {
    environment,
    docker,
    tryDocker,
    async stop() {
      await sweep().catch(() => undefined);
      await end();
    },
  };
}
