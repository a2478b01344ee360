import { spawn } from 'node:child_process';
import { watchPeakMemory } from './peak-memory.ts';
import { repositoryPath } from './repository-path.ts';

export interface ProgramResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunProgramOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly timeoutMs?: number;
  /** Resident bytes that the program may not exceed; not checked where the system has no /proc. */
  readonly memoryLimit?: number;
}

/** Runs a program to its end and collects what it prints. */
export function runProgram(
  command: string,
  args: readonly string[],
  { environment = {}, folder = repositoryPath(), timeoutMs = 300_000, memoryLimit }: RunProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const peakMemory = watchPeakMemory(child.pid ?? 0);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const peak = peakMemory() ?? 0;
      if (memoryLimit !== undefined && peak > memoryLimit) {
        reject(
          new Error(`${command} ${args.join(' ')} used ${peak} bytes; at most ${memoryLimit} are allowed`),
        );
      }
      resolve({ code, signal, stdout, stderr });
    });
  });
}

/** Runs `mlmcsc` from the sources. */
export const runMlmcsc = (args: readonly string[], options?: RunProgramOptions): Promise<ProgramResult> =>
  runProgram(process.execPath, [repositoryPath('apps/cli/bin/mlmcsc.mjs'), ...args], options);
