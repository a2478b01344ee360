/** Documents made by programs: what each program writes. Run all with `npm run docs`. */
export const GENERATED_DOCUMENTS = [
  { program: 'apps/api/scripts/write-openapi.ts', writes: ['docs/reference/openapi.json'] },
  { program: 'apps/api/scripts/write-route-table.ts', writes: ['docs/reference/api.md'] },
  { program: 'apps/api/scripts/write-problem-pages.ts', writes: ['docs/reference/problems/README.md'] },
  // After the document it is generated from.
  { program: 'packages/client/scripts/generate.ts', writes: ['packages/client/src/openapi.generated.ts'] },
];
