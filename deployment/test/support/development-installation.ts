import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../../test/free-port.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { type ProgramResult, runProgram } from '../../../test/run-program.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import type { DockerEngine } from './docker-engine.ts';

const STAND_INS = repositoryPath('deployment/test/support/stand-ins/compose.yml');
const PROJECT = 'mlmcsc';
/** Grafana, Jaeger and the exporters cannot be had where no public image can be pulled; nothing of the product needs them. */
const SERVICES = ['nginx', 'worker-1', 'worker-2', 'prometheus', 'alertmanager'];

/** The Compose installation, started by the scripts that people start it with. */
export interface DevelopmentInstallation {
  /** Of nginx. */
  readonly url: string;
  readonly prometheusUrl: string;
  /** Certificates and secrets. */
  readonly folder: string;
  /** Runs `dev-up.sh`. @throws Error with its output when it fails */
  up(): Promise<string>;
  /** Runs `dev-down.sh`. */
  down(...args: string[]): Promise<void>;
  /** Runs `blue-green-host.sh` with the settings that `dev-up.sh` wrote. */
  release(...args: string[]): Promise<ProgramResult>;
  /** Servers that nginx asks. */
  servers(): Promise<readonly string[]>;
  /** Name of the container of a service. */
  container(service: string): string;
  remove(): Promise<void>;
}

export async function prepareDevelopmentInstallation(
  engine: DockerEngine,
  tag: string,
): Promise<DevelopmentInstallation> {
  const folder = await temporaryFolder('development');
  const [https, s3, prometheus, alertmanager] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const environment = {
    ...engine.environment,
    PATH: `/usr/bin:${process.env.PATH}`,
    MLMCSC_DEVELOPMENT_DIR: folder.path,
    MLMCSC_HTTPS_PORT: String(https),
    MLMCSC_S3_PORT: String(s3),
    MLMCSC_PROMETHEUS_PORT: String(prometheus),
    MLMCSC_ALERTMANAGER_PORT: String(alertmanager),
    MLMCSC_MEASURE_THREADS: '1',
    // Jaeger is not among the services.
    MLMCSC_OTLP_ENDPOINT: '',
    // Load of one test comes from one address.
    MLMCSC_REQUESTS_PER_SECOND: '10000',
  };
  const script = async (name: string, ...args: string[]) => {
    const { code, stdout, stderr } = await runProgram(
      'bash',
      [repositoryPath('deployment/scripts', name), '--project', PROJECT, '--file', STAND_INS, ...args],
      { environment, timeoutMs: 1_200_000 },
    );
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${(stdout + stderr).slice(-12_000)}`);
    return stdout + stderr;
  };
  return {
    url: `https://localhost:${https}`,
    prometheusUrl: `http://127.0.0.1:${prometheus}`,
    folder: folder.path,
    up: () => script('dev-up.sh', '--no-build', '--no-demonstration', '--tag', tag, ...SERVICES),
    async down(...args) {
      await script('dev-down.sh', ...args);
    },
    release: (...args) =>
      runProgram(
        'bash',
        [
          repositoryPath('deployment/scripts/blue-green-host.sh'),
          ...args,
          ...['--settings', join(folder.path, 'colours/host.env')],
        ],
        { environment, timeoutMs: 600_000 },
      ),
    async servers() {
      const list = await readFile(join(folder.path, 'colours/nginx/upstream.conf'), 'utf8');
      return [...list.matchAll(/server (\S+):8443 max_fails=0;/g)].map(([, address]) => String(address));
    },
    container: (service) => `${PROJECT}_${service}_1`,
    remove: folder.remove,
  };
}

/** A secret that `dev-up.sh` made. */
export const secretOf = async (installation: DevelopmentInstallation, name: string): Promise<string> =>
  (await readFile(join(installation.folder, 'secrets', name), 'utf8')).trim();
