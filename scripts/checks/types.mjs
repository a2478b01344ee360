import { existsSync } from 'node:fs';
import { inRepository } from '../lib/repository.mjs';
import { runCommand } from '../lib/run-command.mjs';

/**
 * Compiler projects, and the files of other projects that each of them meets through imports. Numeric code indexes arrays in
 * tight loops and is compiled without `noUncheckedIndexedAccess`; the stricter projects would complain about it again.
 */
const PROJECTS = [
  { config: 'tsconfig.pure.json' },
  { config: 'tsconfig.numeric.json' },
  { config: 'tsconfig.numeric-tests.json' },
  { config: 'tsconfig.node.json', foreign: /^packages\/(kernels|vision|learning|specimens)\// },
  { config: 'apps/web/tsconfig.json', foreign: /^(\.\.\/)*packages\/(kernels|vision)\// },
];

/** The diagnostics of a compiler's output that are the project's own: each with its indented further lines. */
export function ownDiagnostics(output, foreign) {
  const own = [];
  let keep = true;
  for (const line of output.split('\n')) {
    const isContinuation = /^\s/.test(line) || line === '';
    if (!isContinuation) keep = foreign === undefined || !foreign.test(line);
    if (keep && line !== '') own.push(line);
  }
  return own;
}

if (process.argv[1] === import.meta.filename) {
  let failed = false;
  for (const { config, foreign } of PROJECTS) {
    if (!existsSync(inRepository(config))) continue;
    const compiler = inRepository('node_modules', 'typescript-7', 'bin', 'tsc');
    const { code, output } = await runCommand(
      process.execPath,
      [compiler, '--pretty', 'false', '-p', config],
      { capture: true },
    );
    const own = ownDiagnostics(output, foreign);
    if (own.length > 0) process.stdout.write(`${own.join('\n')}\n`);
    // Without a single diagnostic, the compiler itself failed.
    failed ||= own.length > 0 || (code !== 0 && output.trim() === '');
  }
  process.exitCode = failed ? 1 : 0;
}
