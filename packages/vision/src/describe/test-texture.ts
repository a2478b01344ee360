import type { NormalisedLuminance } from './normalised-luminance.ts';

/** A square texture made from a function of (x, y), inside everywhere. For tests. */
export function textureOf(size: number, value: (x: number, y: number) => number): NormalisedLuminance {
  const values = new Float32Array(size * size);
  for (let i = 0; i < values.length; i += 1) values[i] = value(i % size, Math.floor(i / size));
  return { width: size, height: size, values, inside: new Uint8Array(size * size).fill(1) };
}
