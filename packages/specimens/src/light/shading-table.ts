import type { LightSpec } from '../scene/scene-spec.ts';

const SIZE = 64;

/** Light reflected to the camera for every direction of the surface normal: a grid over (nx, ny) in [-1, 1], three channels. */
export interface ShadingTable {
  readonly data: Float32Array;
}

/** Tabulates a material under a set of lamps, so that a pixel costs one look-up however many lamps there are.
 *
 * The camera is far (orthographic), so the reflected light depends on the normal alone. Diffuse part: wrapped Lambert (a lamp of
 * finite size lights a little beyond the terminator). Mirror part: each lamp is a spherical Gaussian; a rough mirror widens it,
 * and the product of two such lobes is again one, of sharpness a*b/(a+b), with its peak scaled to keep the energy.
 *
 * @source J. Wang et al., "All-frequency rendering of dynamic, spatially-varying reflectance", 10.1145/1618452.1618479 (spherical Gaussians)
 */
export function tabulateShading(
  light: LightSpec,
  diffuse: number,
  specular: number,
  gloss: number,
): ShadingTable {
  const data = new Float32Array(SIZE * SIZE * 3);
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      let nx = (2 * column) / (SIZE - 1) - 1;
      let ny = (2 * row) / (SIZE - 1) - 1;
      const length = Math.hypot(nx, ny);
      if (length > 0.995) {
        nx *= 0.995 / length;
        ny *= 0.995 / length;
      }
      const nz = Math.sqrt(1 - nx * nx - ny * ny);
      const reflectedX = 2 * nz * nx;
      const reflectedY = 2 * nz * ny;
      const reflectedZ = 2 * nz * nz - 1;
      // A normal that leans away sees less of the sky: its own neighbours hide the rest.
      const open = 0.45 + 0.55 * nz;
      let red = light.ambient[0] * open * (diffuse + specular);
      let green = light.ambient[1] * open * (diffuse + specular);
      let blue = light.ambient[2] * open * (diffuse + specular);
      const fresnel = 1 + 0.6 * (1 - nz) ** 4;
      for (const lobe of light.lobes) {
        const [lx, ly, lz] = lobe.direction;
        const cosine = nx * lx + ny * ly + nz * lz;
        const wrap = 1 / (1 + 0.6 * lobe.sharpness);
        const lambert = Math.max(0, (cosine + wrap) / (1 + wrap));
        const sharpness = (lobe.sharpness * gloss) / (lobe.sharpness + gloss);
        const mirrored = reflectedX * lx + reflectedY * ly + reflectedZ * lz;
        const highlight = (0.25 + 0.5 * sharpness) * Math.exp(sharpness * (mirrored - 1)) * fresnel;
        const weight = lobe.intensity * (diffuse * lambert + specular * highlight);
        red += weight * lobe.colour[0];
        green += weight * lobe.colour[1];
        blue += weight * lobe.colour[2];
      }
      const at = 3 * (row * SIZE + column);
      data[at] = Math.max(0, red);
      data[at + 1] = Math.max(0, green);
      data[at + 2] = Math.max(0, blue);
    }
  }
  return { data };
}

/** Adds `weight` times the light of a surface with slopes (dh/dx, dh/dy) to `out[0..2]`. */
export function addShading(
  table: ShadingTable,
  slopeX: number,
  slopeY: number,
  weight: number,
  out: Float64Array,
): void {
  const { data } = table;
  const inverse = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
  const x = (1 - slopeX * inverse) * 0.5 * (SIZE - 1);
  const y = (1 - slopeY * inverse) * 0.5 * (SIZE - 1);
  const column = Math.min(x | 0, SIZE - 2);
  const row = Math.min(y | 0, SIZE - 2);
  const fx = x - column;
  const fy = y - row;
  const at = 3 * (row * SIZE + column);
  const below = at + 3 * SIZE;
  const w00 = weight * (1 - fx) * (1 - fy);
  const w10 = weight * fx * (1 - fy);
  const w01 = weight * (1 - fx) * fy;
  const w11 = weight * fx * fy;
  out[0]! += w00 * data[at]! + w10 * data[at + 3]! + w01 * data[below]! + w11 * data[below + 3]!;
  out[1]! += w00 * data[at + 1]! + w10 * data[at + 4]! + w01 * data[below + 1]! + w11 * data[below + 4]!;
  out[2]! += w00 * data[at + 2]! + w10 * data[at + 5]! + w01 * data[below + 2]! + w11 * data[below + 5]!;
}
