import { readFile, writeFile } from 'node:fs/promises';
import { openApiDocument } from '../src/openapi/openapi-document.ts';

/**
 * Writes the OpenAPI document of the routes to docs/reference/openapi.json; with `--check`, fails when the committed
 * one differs.
 */
const target = new URL('../../../docs/reference/openapi.json', import.meta.url);
const document = `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
if (process.argv.includes('--check')) {
  const committed = await readFile(target, 'utf8').catch(() => '');
  if (committed !== document) {
    console.error('docs/reference/openapi.json is out of date: run node apps/api/scripts/write-openapi.ts');
    process.exitCode = 1;
  }
} else {
  await writeFile(target, document);
}
