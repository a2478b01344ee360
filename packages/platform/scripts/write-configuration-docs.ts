import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationPage, environmentExample } from '../src/config/index.ts';

/** Writes the reference page of the configuration and `.env.example`; with `--check` only compares (exit code 1). */
const root = join(import.meta.dirname, '..', '..', '..');
const files = [
  { path: join(root, 'docs', 'reference', 'configuration.md'), text: configurationPage() },
  { path: join(root, '.env.example'), text: environmentExample() },
];
const isCheck = process.argv.includes('--check');
for (const { path, text } of files) {
  if (!isCheck) {
    await writeFile(path, text);
  } else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
    console.error(`${path} is out of date; run: node packages/platform/scripts/write-configuration-docs.ts`);
    process.exitCode = 1;
  }
}
