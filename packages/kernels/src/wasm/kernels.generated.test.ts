import { expect, it } from 'vitest';
import { compileKernels } from '../../scripts/compile-kernels.ts';
import { decodeBase64 } from './decode-base64.ts';
import { KERNELS_BASE64 } from './kernels.generated.ts';

it('holds what assembly/ compiles to (else run scripts/build-wasm.ts)', async () => {
  const compiled = await compileKernels();
  expect(Buffer.from(decodeBase64(KERNELS_BASE64)).equals(Buffer.from(compiled))).toBe(true);
});

it('decodes base64 of every remainder and names a bad character', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'abcd']) {
    expect(Buffer.from(decodeBase64(Buffer.from(text).toString('base64'))).toString()).toBe(text);
  }
  expect(() => decodeBase64('ab*d')).toThrow(/at 2/);
});
