import type { NetworkParts } from '@mlmcsc/vision';

export interface FaceFinderParts {
  readonly locator: NetworkParts;
  readonly acceptance: Readonly<Record<string, unknown>>;
}

interface Head {
  readonly definition: NetworkParts['definition'];
  readonly acceptance: Readonly<Record<string, unknown>>;
  readonly tensors: readonly { readonly name: string; readonly length: number }[];
}

/** Reads what `vite.config.ts` packs of the shipped model: length of the head, head (JSON, padded to four bytes), float32 weights. */
export function readFaceFinder(bytes: ArrayBuffer): FaceFinderParts {
  const headLength = new DataView(bytes).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, headLength))) as Head;
  const weights: Record<string, Float32Array> = {};
  let offset = 4 + headLength;
  for (const { name, length } of head.tensors) {
    weights[name] = new Float32Array(bytes, offset, length);
    offset += 4 * length;
  }
  return { locator: { definition: head.definition, weights }, acceptance: head.acceptance };
}
