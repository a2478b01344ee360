import { writeFile } from 'node:fs/promises';
import { openApiDocument } from '../src/openapi/openapi-document.ts';

/** Writes the OpenAPI document of the routes to docs/reference/openapi.json. */
const target = new URL('../../../docs/reference/openapi.json', import.meta.url);
await writeFile(target, `${JSON.stringify(await openApiDocument(), null, 2)}\n`);
