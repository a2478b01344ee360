import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** Generates the client's types from docs/reference/openapi.json. */
const source = new URL('../../../docs/reference/openapi.json', import.meta.url);
const target = new URL('../src/openapi.generated.ts', import.meta.url);

const document = JSON.parse(await readFile(source, 'utf8')) as OpenAPI3;
const types = astToString(await openapiTypescript(document, { defaultNonNullable: false }));
await writeFile(
  target,
  `// Generated from docs/reference/openapi.json by packages/client/scripts/generate.ts; do not edit.\n${types}`,
);
