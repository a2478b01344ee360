import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { reportFailure, StartFailure } from './lib/fail.mjs';
import { GENERATED_DOCUMENTS } from './lib/generated-documents.mjs';
import { environmentWithLocalPrograms, findNode24 } from './lib/node-24.mjs';
import { inRepository } from './lib/repository.mjs';
import { runCommand } from './lib/run-command.mjs';

const readAll = (paths) =>
  new Map(
    paths.map((path) => [
      path,
      existsSync(inRepository(path)) ? readFileSync(inRepository(path), 'utf8') : null,
    ]),
  );

function restore(contents) {
  for (const [path, text] of contents) {
    if (text === null) rmSync(inRepository(path), { force: true });
    else writeFileSync(inRepository(path), text);
  }
}

/** `npm run docs`: writes every generated document; with `--check`, only says which ones are out of date. */
try {
  const checkOnly = process.argv.includes('--check');
  const stale = [];
  for (const { program, args = [], writes } of GENERATED_DOCUMENTS) {
    const before = readAll(writes);
    const { code, output } = await runCommand(findNode24(), [inRepository(program), ...args], {
      environment: environmentWithLocalPrograms(),
      capture: true,
    });
    const after = readAll(writes);
    if (checkOnly || code !== 0) restore(before);
    if (code !== 0) throw new StartFailure(`${program} failed:\n${output}`);
    stale.push(...writes.filter((path) => after.get(path) !== before.get(path)));
  }
  if (checkOnly && stale.length > 0)
    throw new StartFailure(`Out of date, run \`npm run docs\`: ${stale.join(', ')}`);
  process.stdout.write(
    stale.length === 0 ? 'All generated documents are up to date.\n' : `Written: ${stale.join(', ')}\n`,
  );
} catch (error) {
  reportFailure(error);
}
