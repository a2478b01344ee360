import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDependencyCruiserOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { inRepository } from '../lib/repository.mjs';

const ROOTS = ['packages', 'apps', 'tools', 'bench', 'e2e', 'test', 'deployment'];
const SOURCE = /(?<!\.d)\.(ts|tsx|mjs)$/;
const SKIPPED = new Set(['node_modules', 'dist', 'assembly']);

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourceFiles(join(folder, entry.name));
    return SOURCE.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}

const existingRoots = (directory) => {
  const present = new Set(readdirSync(directory));
  return ROOTS.filter((root) => present.has(root));
};

/**
 * Applies the layer rules to a tree laid out like this repository.
 * @param {string} directory root of the tree
 * @returns {Promise<{violations: string[], cruised: number, files: number}>} `cruised < files` means that modules were
 *   overlooked (a TypeScript without its JavaScript interface makes the tool pass on 0 modules), so the result is void
 */
export async function checkLayers(directory) {
  const roots = existingRoots(directory);
  const files = roots
    .flatMap((root) => sourceFiles(join(directory, root)))
    .map((file) => relative(directory, file));
  const options = await extractDependencyCruiserOptions(inRepository('.dependency-cruiser.cjs'));
  const result = await cruise(roots, { ...options, baseDir: directory, validate: true });
  const seen = new Set(result.output.modules.map((module) => module.source));
  const violations = result.output.summary.violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.severity} ${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name ?? step).join(' → ') : to}`,
  );
  return { violations, cruised: files.filter((file) => seen.has(file)).length, files: files.length };
}

if (process.argv[1] === import.meta.filename) {
  const { violations, cruised, files } = await checkLayers(inRepository());
  for (const violation of violations) process.stdout.write(`${violation}\n`);
  if (cruised < files || files === 0) {
    process.stdout.write(`Only ${cruised} of ${files} modules were read; the layer check proves nothing.\n`);
  }
  process.stdout.write(`${violations.length} violations in ${cruised} modules\n`);
  process.exitCode = violations.length > 0 || cruised < files || files === 0 ? 1 : 0;
}
