#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNTIME_MAJOR = 24;
const thisFile = fileURLToPath(import.meta.url);

if (Number(process.versions.node.split('.')[0]) >= RUNTIME_MAJOR) {
  nodeModule.enableCompileCache();
  const { main } = await import('../src/main.ts');
  await main(process.argv.slice(2));
} else {
  runAgainOnNode24();
}

/** This Node.js is too old to run TypeScript: the one that npm installed beside the packages takes over. */
function runAgainOnNode24() {
  const root = join(thisFile, '..', '..', '..', '..');
  const node24 = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (!existsSync(node24)) {
    process.stderr.write(
      `mlmcsc needs Node.js ${RUNTIME_MAJOR}, this is ${process.versions.node}, and no newer one is installed for ` +
        `${process.platform} ${process.arch}. Run npm ci in ${root}, or install Node.js ${RUNTIME_MAJOR}.\n`,
    );
    process.exitCode = 1;
    return;
  }
  // The channel tells the program when this process is killed, so that it never lives on alone.
  const child = spawn(node24, [thisFile, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 1);
  });
}
