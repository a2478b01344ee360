import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { StartFailure } from './fail.mjs';
import { inRepository } from './repository.mjs';

const RUNTIME_MAJOR = 24;

/** Path of the Node.js 24 that the product runs on: this process when it is new enough, else the one npm installed. */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= RUNTIME_MAJOR) return process.execPath;
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = inRepository(
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    executable,
  );
  if (existsSync(installed)) return installed;
  throw new StartFailure(
    `No Node.js ${RUNTIME_MAJOR} comes with the packages for ${process.platform} ${process.arch}. ` +
      `Install Node.js ${RUNTIME_MAJOR} (https://nodejs.org) and run the same command again.`,
  );
}

/** The environment for children: the repository's own programs (and its Node.js) come first in PATH. */
export function environmentWithLocalPrograms(extra = {}) {
  return {
    ...process.env,
    PATH: `${inRepository('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    ...extra,
  };
}
