import type { NormalisedLuminance } from './normalised-luminance.ts';
import { TEXTURE_ZONES } from './texture-zones.ts';

/** Orientations of the energy, degrees from the notch edge direction; a filter answers most to lines along its angle. */
export const ENERGY_ANGLES = [0, 45, 90, 135] as const;

/** Second-derivative-of-Gaussian energies of a face at one scale. */
export interface OrientedEnergy {
  /** Mean squared response of the steered filter for each of `ENERGY_ANGLES`. */
  readonly byAngle: Float64Array;
  /** Mean squared Laplacian-like response (all orientations) of each of `TEXTURE_ZONES`; 0 where a zone is empty. */
  readonly byZone: Float64Array;
}

/** Standard deviation of the Gaussian, samples of the octave it is applied to. */
export const ENERGY_SIGMA = 1.2;
const RADIUS = 4;

interface Kernels {
  readonly smooth: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Sampled Gaussian and its first two derivatives, scaled so that a unit ramp and a unit parabola answer 1. */
function gaussianKernels(): Kernels {
  const size = 2 * RADIUS + 1;
  const kernels = {
    smooth: new Float64Array(size),
    first: new Float64Array(size),
    second: new Float64Array(size),
  };
  const variance = ENERGY_SIGMA * ENERGY_SIGMA;
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    const t = i - RADIUS;
    kernels.smooth[i] = Math.exp((-t * t) / (2 * variance));
    sum += kernels.smooth[i];
  }
  let mean = 0;
  for (let i = 0; i < size; i += 1) {
    const t = i - RADIUS;
    kernels.smooth[i] /= sum;
    kernels.first[i] = (-t / variance) * kernels.smooth[i];
    kernels.second[i] = (t * t - variance) * kernels.smooth[i];
    mean += kernels.second[i] / size;
  }
  let curvature = 0;
  for (let i = 0; i < size; i += 1) {
    // The cut-off tail would leave a response to a constant: take it out, then fix the gain.
    kernels.second[i] -= mean;
    curvature += (kernels.second[i] * (i - RADIUS) * (i - RADIUS)) / 2;
  }
  for (let i = 0; i < size; i += 1) kernels.second[i] /= curvature;
  return kernels;
}

const KERNELS = gaussianKernels();

/** Mean energies of the steerable second derivative of a Gaussian at one octave.
 * @param zones - from `textureZones` of the same luminance
 * @source W. T. Freeman, E. H. Adelson, The design and use of steerable filters, IEEE PAMI 13 (1991) 891-906,
 *   doi:10.1109/34.93808; deviates: only the even filter, energies averaged inside the face */
export function orientedEnergy(luminance: NormalisedLuminance, zones: Int8Array): OrientedEnergy {
  const { width, height, values, inside } = luminance;
  const rows = {
    smooth: convolveRows(values, width, height, KERNELS.smooth),
    first: convolveRows(values, width, height, KERNELS.first),
    second: convolveRows(values, width, height, KERNELS.second),
  };
  const byZone = new Float64Array(TEXTURE_ZONES.length);
  const counts = new Float64Array(TEXTURE_ZONES.length);
  // Sums of the products of the three second derivatives: every steered energy is a quadratic form of them.
  const sums = new Float64Array(6);
  let count = 0;
  for (let y = RADIUS; y < height - RADIUS; y += 1) {
    for (let x = RADIUS; x < width - RADIUS; x += 1) {
      const at = y * width + x;
      if (inside[at] === 0 || !isWellInside(inside, at, width)) continue;
      let xx = 0;
      let xy = 0;
      let yy = 0;
      for (let k = 0; k <= 2 * RADIUS; k += 1) {
        const from = at + (k - RADIUS) * width;
        xx += KERNELS.smooth[k] * rows.second[from];
        xy += KERNELS.first[k] * rows.first[from];
        yy += KERNELS.second[k] * rows.smooth[from];
      }
      count += 1;
      sums[0] += xx * xx;
      sums[1] += yy * yy;
      sums[2] += xy * xy;
      sums[3] += xx * yy;
      sums[4] += xx * xy;
      sums[5] += yy * xy;
      const zone = zones[at];
      if (zone < 0) continue;
      byZone[zone] += xx * xx + 2 * xy * xy + yy * yy;
      counts[zone] += 1;
    }
  }
  for (let zone = 0; zone < byZone.length; zone += 1) byZone[zone] /= Math.max(1, counts[zone]);
  return { byAngle: steeredEnergies(sums, Math.max(1, count)), byZone };
}

/** Mean of (second derivative across a line at each angle)^2 from the sums of products. */
function steeredEnergies(sums: Float64Array, count: number): Float64Array {
  return Float64Array.from(ENERGY_ANGLES, (degrees) => {
    // The derivative is taken across the line: its normal is the angle plus 90 degrees.
    const angle = ((degrees + 90) * Math.PI) / 180;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const [a, b, d] = [c * c, s * s, 2 * c * s];
    const total =
      a * a * sums[0] +
      b * b * sums[1] +
      d * d * sums[2] +
      2 * a * b * sums[3] +
      2 * a * d * sums[4] +
      2 * b * d * sums[5];
    return Math.max(0, total / count);
  });
}

/** True when the filter's support ends (left, right, above, below) lie inside the face too. */
function isWellInside(inside: Uint8Array, at: number, width: number): boolean {
  const reach = RADIUS * width;
  return (
    inside[at - RADIUS] === 1 &&
    inside[at + RADIUS] === 1 &&
    inside[at - reach] === 1 &&
    inside[at + reach] === 1
  );
}

function convolveRows(
  values: Float32Array,
  width: number,
  height: number,
  kernel: Float64Array,
): Float32Array {
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let x = RADIUS; x < width - RADIUS; x += 1) {
      let sum = 0;
      for (let k = 0; k <= 2 * RADIUS; k += 1) sum += kernel[k] * values[row + x + k - RADIUS];
      out[row + x] = sum;
    }
  }
  return out;
}
