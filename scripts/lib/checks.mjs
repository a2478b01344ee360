import { environmentWithLocalPrograms, findNode24 } from './node-24.mjs';
import { inRepository } from './repository.mjs';
import { runCommand } from './run-command.mjs';

const local = (name, ...args) => [inRepository('node_modules', '.bin', name), args];
const node = (path, ...args) => [findNode24(), [inRepository(path), ...args]];

/** Every static check: its name on the command line, what it checks, and the programs it runs one after another. */
export function staticChecks() {
  return [
    {
      name: 'lint',
      title: 'format and lint (mend: npm run format)',
      steps: [local('biome', 'check', '--colors=off', '.')],
    },
    { name: 'types', title: 'types', steps: [node('scripts/checks/types.mjs')] },
    { name: 'layers', title: 'layers: who imports whom', steps: [node('scripts/checks/layers.mjs')] },
    { name: 'knip', title: 'unused and undeclared things', steps: [local('knip')] },
    {
      name: 'docs',
      title: 'generated documents (mend: npm run docs)',
      steps: [node('scripts/docs.mjs', '--check')],
    },
    { name: 'links', title: 'links and quoted paths', steps: [node('scripts/checks/links.mjs')] },
  ];
}

/** Runs one check; its output is shown only when it fails. */
export async function runCheck({ title, steps }) {
  const startedAt = Date.now();
  let passed = true;
  for (const [command, args] of steps) {
    const { code, output } = await runCommand(command, args, {
      environment: environmentWithLocalPrograms(),
      capture: true,
    });
    if (code === 0) continue;
    passed = false;
    process.stdout.write(`${output.trimEnd()}\n`);
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${passed ? '✓' : '✗'} ${title} (${seconds} s)\n`);
  return passed;
}
