import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KernelAccelerator, KernelExports } from '@mlmcsc/kernels';

type Convolve = KernelExports['conv3x3'];
type Correlate = KernelExports['conv3x3WeightGradient'];

/** What the compiled library offers: the kernels' arguments after the memory they work in. */
interface NativeLibrary {
  conv3x3(memory: ArrayBuffer, ...call: Parameters<Convolve>): void;
  conv3x3WeightGradient(memory: ArrayBuffer, ...call: Parameters<Correlate>): void;
}

const SOURCE = fileURLToPath(new URL('../../native/convolution.cpp', import.meta.url));
const require = createRequire(import.meta.url);

/** `-ffp-contract=off`: a fused multiply-add rounds once where WebAssembly rounds twice. */
const FLAGS = [
  ...['-O3', '-march=native', '-ffp-contract=off', '-fno-math-errno', '-std=c++17', '-shared', '-fPIC'],
  ...(process.platform === 'darwin' ? ['-undefined', 'dynamic_lookup'] : []),
];

/** Compiles the two convolution kernels for this computer where a C++ compiler is found; the same bits, two to three times as fast.
 * @param folder - keeps the compiled library
 * @returns the path of the library, or why there is none */
export function buildNativeLibrary(folder: string): { path: string } | { missing: string } {
  const headers = require('node-api-headers').include_dir as string;
  const key = createHash('sha256')
    .update(readFileSync(SOURCE))
    .update(JSON.stringify([FLAGS, arch(), process.platform]))
    .digest('hex')
    .slice(0, 16);
  const path = join(folder, `convolution-${key}.node`);
  if (existsSync(path)) return { path };
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('g++', [...FLAGS, `-I${headers}`, SOURCE, '-o', `${path}.part`], { stdio: 'pipe' });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    return { missing: code === 'ENOENT' ? 'no g++ was found' : `g++ failed: ${String(stderr).trim()}` };
  }
  renameSync(`${path}.part`, path);
  return { path };
}

/** @param path - as `buildNativeLibrary` gives it */
export function nativeKernels(path: string): KernelAccelerator {
  const library = require(resolve(path)) as NativeLibrary;
  return (kernels) => ({
    ...kernels,
    conv3x3: (...call: Parameters<Convolve>) => library.conv3x3(kernels.memory.buffer, ...call),
    conv3x3WeightGradient: (...call: Parameters<Correlate>) =>
      library.conv3x3WeightGradient(kernels.memory.buffer, ...call),
  });
}
