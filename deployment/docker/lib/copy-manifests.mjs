import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `copy-manifests.mjs <from> <to>`: copies the lock file and every package.json of the workspaces. The layer of installed packages then
 * depends on these alone, not on every source file.
 */
const [from, to] = process.argv.slice(2);
const copy = (...parts) => cpSync(join(from, ...parts), join(to, ...parts), { preserveTimestamps: true });

for (const name of ['package.json', 'package-lock.json']) copy(name);
for (const group of ['apps', 'packages', 'tools']) {
  for (const name of readdirSync(join(from, group))) copy(group, name, 'package.json');
}
