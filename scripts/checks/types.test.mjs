import { expect, it } from 'vitest';
import { ownDiagnostics } from './types.mjs';

const output = [
  "packages/vision/src/a.ts(1,2): error TS2532: Object is possibly 'undefined'.",
  "  Type 'undefined' is not assignable to type 'number'.",
  'packages/core/src/b.ts(3,4): error TS2345: Argument of type X.',
  '  Type X is not assignable.',
  '',
].join('\n');

it("keeps a project's own diagnostics with their further lines", () => {
  expect(ownDiagnostics(output, /^packages\/vision\//)).toEqual([
    'packages/core/src/b.ts(3,4): error TS2345: Argument of type X.',
    '  Type X is not assignable.',
  ]);
});

it('keeps everything when nothing is foreign, errors without a file included', () => {
  expect(ownDiagnostics(`error TS5083: Cannot read file.\n${output}`)).toHaveLength(5);
});
