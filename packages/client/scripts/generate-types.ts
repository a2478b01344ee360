import { readFile } from 'node:fs/promises';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** The types of the API as TypeScript source, generated from docs/reference/openapi.json. */
export async function generateTypes(): Promise<string> {
  const source = new URL('../../../docs/reference/openapi.json', import.meta.url);
  const document = JSON.parse(await readFile(source, 'utf8')) as OpenAPI3;
  const types = astToString(await openapiTypescript(document, { defaultNonNullable: false }));
  return `// Generated from docs/reference/openapi.json by packages/client/scripts/generate.ts; do not edit.\n${types}`;
}
