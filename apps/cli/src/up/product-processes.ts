import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandFailure } from '../console/command-failure.ts';
import { type ChildLog, openChildLog } from './child-log.ts';
import type { StartConsole } from './start-console.ts';
import { type SupervisedChild, superviseChild } from './supervise-child.ts';

/** Commands of this program that run as child processes of `mlmcsc up`. */
export const processNames = ['api', 'worker'] as const;
export type ProcessName = (typeof processNames)[number];

export interface ProductProcessesOptions {
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly console: StartConsole;
  /** Told when a process cannot be started several times in a row. */
  readonly onHopeless: (failure: CommandFailure) => void;
}

const program = fileURLToPath(new URL('../../bin/mlmcsc.mjs', import.meta.url));
/** As often a process may end soon after its start before a person must look. */
const HOPELESS_AFTER = 4;

/** Starts API and worker and keeps them running. Their logs go to files; warnings are shown.
 * @returns stops both, and resolves when both are gone
 */
export function startProductProcesses(options: ProductProcessesOptions): {
  stop(graceMs: number): Promise<void>;
} {
  const children = processNames.map((name) => startOne(name, options));
  return {
    async stop(graceMs) {
      await Promise.all(children.map(({ child }) => child.stop(graceMs)));
      for (const { log } of children) log.close();
    },
  };
}

function startOne(
  name: ProcessName,
  { dataDir, environment, console, onHopeless }: ProductProcessesOptions,
): { child: SupervisedChild; log: ChildLog } {
  const path = join(dataDir, 'logs', `${name}.log`);
  const log = openChildLog({ path, onRemark: ({ message }) => console.remark(name, message) });
  const child = superviseChild({
    start: () => forkProcess(name, environmentOf(name, environment), log),
    onUnexpectedExit: ({ code, signal, quickExits, restartInMs }) => {
      if (quickExits >= HOPELESS_AFTER) {
        const said = log.plainTail().join('\n  ');
        onHopeless(new CommandFailure(`The ${name} process does not start; its log is ${path}.\n  ${said}`));
        return;
      }
      const pause = `${(restartInMs / 1000).toFixed(1)} s`;
      console.remark(
        name,
        `ended unexpectedly (${signal ?? `exit code ${code}`}), started again in ${pause}`,
      );
    },
  });
  return { child, log };
}

/** Two processes of one machine cannot serve their metrics on one port: the worker takes the next. */
function environmentOf(name: ProcessName, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const port = Number(environment.MLMCSC_METRICS_PORT);
  return name === 'worker' && port > 0
    ? { ...environment, MLMCSC_METRICS_PORT: String(port + 1) }
    : environment;
}

function forkProcess(name: ProcessName, environment: NodeJS.ProcessEnv, log: ChildLog): ChildProcess {
  const child = fork(program, [name], {
    env: environment,
    // A group of its own: Ctrl-C in the terminal reaches only the parent, which stops things in order. When the parent
    // is killed, the channel closes, and the child ends by itself.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.on('data', log.write);
  child.stderr?.on('data', log.write);
  return child;
}
