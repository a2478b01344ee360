import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { ensureWebBuild } from './lib/ensure-web-build.mjs';
import { reportFailure } from './lib/fail.mjs';
import { findNode24 } from './lib/node-24.mjs';
import { inRepository } from './lib/repository.mjs';

/** `npm start`: installs and builds what is missing, then becomes `mlmcsc up` (further arguments are passed on). */
try {
  await ensureInstalled();
  await ensureWebBuild();
  await startProduct(['up', ...process.argv.slice(2)]);
} catch (error) {
  reportFailure(error);
}

async function startProduct(args) {
  const program = inRepository('apps', 'cli', 'bin', 'mlmcsc.mjs');
  const node24 = findNode24();
  if (node24 === process.execPath) {
    // One process fewer, and a signal to this process is a signal to the product.
    process.argv = [node24, program, ...args];
    await import(pathToFileURL(program).href);
    return;
  }
  // The channel tells the product when this process is killed, so that it never lives on alone.
  const child = spawn(node24, [program, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 1);
  });
}
