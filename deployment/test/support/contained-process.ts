import type { DockerEngine } from './docker-engine.ts';

export interface ContainerOptions {
  readonly image: string;
  readonly name: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Read-only files, host path to path inside. */
  readonly files?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
}

export interface Container {
  readonly name: string;
  log(): Promise<string>;
  /** `starting`, `healthy`, `unhealthy`, or the state of a container that does not run. */
  health(): Promise<string>;
  /** Asks it to end as an operator does. @returns how */
  stop(): Promise<{ readonly exitCode: number; readonly seconds: number }>;
}

/** What a hardened installation allows a container: nothing but memory, threads and a temporary folder. */
export const RESTRICTIONS: readonly string[] = [
  ...[
    '--read-only',
    '--cap-drop=ALL',
    '--security-opt=no-new-privileges',
    '--tmpfs=/tmp:mode=1777,size=512m',
  ],
  ...['--memory=1g', '--pids-limit=256'],
];

/** Starts an image of ours in the network of this machine, restricted. */
export async function startContainer(engine: DockerEngine, options: ContainerOptions): Promise<Container> {
  const { image, name, environment = {}, files = {}, command = [] } = options;
  await engine.docker(
    ...['run', '--detach', '--name', name, '--network=host', ...RESTRICTIONS],
    ...['--health-interval=1s', '--health-start-period=120s'],
    ...Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ...Object.entries(files).flatMap(([from, to]) => ['--volume', `${from}:${to}:ro`]),
    ...[image, ...command],
  );
  const inspect = (format: string) => engine.docker('inspect', '--format', format, name);
  return {
    name,
    async log() {
      const { stdout, stderr } = await engine.tryDocker('logs', name);
      return stdout + stderr;
    },
    health: () => inspect('{{if .State.Running}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}}'),
    async stop() {
      const startedAt = performance.now();
      await engine.docker('stop', '--time=120', name);
      const seconds = (performance.now() - startedAt) / 1000;
      return { exitCode: Number(await inspect('{{.State.ExitCode}}')), seconds };
    },
  };
}
