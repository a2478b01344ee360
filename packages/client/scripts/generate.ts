import { writeFile } from 'node:fs/promises';
import { generateTypes } from './generate-types.ts';

/** Writes the generated types of the API. */
await writeFile(new URL('../src/openapi.generated.ts', import.meta.url), await generateTypes());
