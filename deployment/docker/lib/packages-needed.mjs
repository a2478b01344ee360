import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Packages that hold declarations only. */
const TYPES = '@types/';

/**
 * Folders of all packages that programs need at run time: their dependencies, and those of these. What is there for development only, or as
 * an optional partner of a package, is left out.
 * @param {string} application folder of the workspaces with their node_modules
 * @param {readonly string[]} apps folders below apps/
 * @param {readonly string[]} without names of packages that are left out together with what only they need
 * @returns {string[]} absolute paths, sorted; links to workspaces, and the workspaces themselves
 */
export function packagesNeeded(application, apps, without = []) {
  const found = new Set();
  const seen = new Set();
  const queue = apps
    .map((app) => join(application, 'apps', app))
    .filter((path) => existsSync(join(path, 'package.json')));
  while (queue.length > 0) {
    const folder = queue.pop();
    if (seen.has(folder)) continue;
    seen.add(folder);
    for (const name of dependenciesOf(folder)) {
      if (without.includes(name) || name.startsWith(TYPES)) continue;
      const path = resolve(folder, name, application);
      // Optional ones of other systems are not installed.
      if (path === null) continue;
      found.add(path);
      const real = realpathSync(path);
      if (lstatSync(path).isSymbolicLink()) found.add(real);
      queue.push(real);
    }
  }
  return [...found].sort();
}

function dependenciesOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  } = manifest;
  const partners = Object.keys(peerDependencies).filter(
    (name) => peerDependenciesMeta[name]?.optional !== true,
  );
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...partners];
}

/** Where Node.js finds a package, from a folder upwards. */
function resolve(from, name, top) {
  for (let folder = from; folder.length >= top.length; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(path)) return path;
  }
  return null;
}
