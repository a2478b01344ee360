import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileKernels, renderModule } from './compile-kernels.ts';

/** Compiles the kernels and writes them, as base64, where the package reads them. */
const bytes = await compileKernels();
const target = fileURLToPath(new URL('../src/wasm/kernels.generated.ts', import.meta.url));
writeFileSync(target, renderModule(bytes));
console.log(`kernels: ${bytes.length} bytes -> src/wasm/kernels.generated.ts`);
