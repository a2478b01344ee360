import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { StartFailure } from './fail.mjs';
import { environmentWithLocalPrograms, findNode24 } from './node-24.mjs';
import { inRepository, repositoryRoot } from './repository.mjs';
import { runCommand } from './run-command.mjs';

/** Everything the web build is made from. */
const SOURCES = [
  'apps/web',
  ...['contracts', 'charpy', 'client', 'vision', 'kernels'].map((name) => `packages/${name}`),
  'package-lock.json',
  'models/default.mlmcsc',
];
const FILES = /\.(json|mlmcsc)$/;
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'build', 'test', 'assembly']);

function* filesBelow(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) yield* filesBelow(join(path, entry.name));
    } else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield join(path, entry.name);
  }
}

function hashSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = inRepository(source);
    for (const file of FILES.test(source) ? [path] : filesBelow(path)) {
      hash.update(relative(repositoryRoot, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Builds the web application when the content of its sources differs from what the present build was made from. */
export async function ensureWebBuild() {
  const stampFile = inRepository('node_modules', '.cache', 'mlmcsc', 'web-build-sources.sha256');
  const digest = hashSources();
  const built = existsSync(inRepository('apps', 'web', 'dist', 'index.html'));
  if (built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return false;

  process.stdout.write('Building the web application …\n');
  const startedAt = Date.now();
  const vite = inRepository('node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await runCommand(findNode24(), [vite, 'build', 'apps/web', '--logLevel', 'warn'], {
    environment: environmentWithLocalPrograms(),
    capture: true,
  });
  if (code !== 0) throw new StartFailure(`${output}\nThe web application could not be built (see above).`);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
  process.stdout.write(`Web application built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.\n`);
  return true;
}
