import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { generateTypes } from '../scripts/generate-types.ts';

it('has types that are generated from the committed OpenAPI document', async () => {
  const committed = await readFile(new URL('./openapi.generated.ts', import.meta.url), 'utf8');
  expect(committed === (await generateTypes()), 'run npm run docs').toBe(true);
});
