import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const assembly = fileURLToPath(new URL('../assembly/', import.meta.url));

/**
 * Compiles `assembly/` to WebAssembly without touching the disk.
 * @throws Error with the compiler's messages
 */
export async function compileKernels(): Promise<Uint8Array> {
  const { main } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await main(
    [
      'index.ts',
      '--outFile',
      'kernels.wasm',
      // Higher levels re-order the statements of the convolutions, so that V8 runs out of registers: a third slower.
      '-O1',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--noAssert',
      '--use',
      'abort=',
    ],
    {
      readFile: (name: string) => {
        try {
          return readFileSync(new URL(name, new URL('../assembly/', import.meta.url)), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (_name: string, contents: string | Uint8Array) => {
        if (typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || binary === undefined)
    throw new Error(`compiling ${assembly} failed: ${error?.message}\n${stderr.toString()}`);
  return binary;
}

/** The generated module's text. */
export function renderModule(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,120}/g) ?? [];
  return [
    '// Written by scripts/build-wasm.ts from assembly/; do not edit.',
    'export const KERNELS_BASE64 =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}
