import { spawn } from 'node:child_process';
import { repositoryRoot } from './repository.mjs';

/**
 * Runs a program in the repository root and waits for it.
 * @param {string} command
 * @param {string[]} args
 * @param {{environment?: NodeJS.ProcessEnv, capture?: boolean}} options `capture` collects the output instead of showing it
 * @returns {Promise<{code: number, output: string}>} code 128 + n when ended by a signal
 */
export function runCommand(command, args, { environment = process.env, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: repositoryRoot,
      env: environment,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output }),
    );
  });
}
