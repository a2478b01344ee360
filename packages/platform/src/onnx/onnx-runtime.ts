import { Unavailable } from '@mlmcsc/core';
import type * as Runtime from 'onnxruntime-node';
import { firstLine } from './onnx-errors.ts';

/** The part of the runtime that is used. */
export type OnnxRuntime = Pick<typeof Runtime, 'InferenceSession' | 'Tensor'>;

/** Loads the runtime: a native library of some 40 MB, so only when a network is opened.
 * @param load - stands in for the package in tests
 * @throws Unavailable `onnx-runtime-missing`, not retryable: the package or its library is not there */
export async function loadOnnxRuntime(
  load: () => Promise<unknown> = () => import('onnxruntime-node'),
): Promise<OnnxRuntime> {
  try {
    const loaded = (await load()) as OnnxRuntime & { readonly default?: OnnxRuntime };
    // A CommonJS package: its exports may be found under `default` only.
    return loaded.default ?? loaded;
  } catch (cause) {
    throw new Unavailable(
      'onnx-runtime-missing',
      `Networks of your own need the package onnxruntime-node, which cannot be loaded here (${firstLine(cause)}). Run npm ci, or leave the network out.`,
      { cause, retryable: false },
    );
  }
}
