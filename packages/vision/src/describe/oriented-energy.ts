import type { DerivativeFilters, SupportedArea } from '@mlmcsc/kernels/grid';
import { secondDerivativeSums } from '@mlmcsc/kernels/grid';
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

/** Sampled Gaussian and its first two derivatives, scaled so that a unit ramp and a unit parabola answer 1. */
function gaussianKernels(): DerivativeFilters {
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
  return {
    smooth: kernels.smooth.subarray(RADIUS),
    first: kernels.first.subarray(RADIUS),
    second: kernels.second.subarray(RADIUS),
  };
}

const KERNELS = gaussianKernels();

/** Mean energies of the steerable second derivative of a Gaussian at one octave.
 * @param zones - from `textureZones` of the same luminance
 * @source W. T. Freeman, E. H. Adelson, The design and use of steerable filters, IEEE PAMI 13 (1991) 891-906,
 *   doi:10.1109/34.93808; deviates: only the even filter, energies averaged inside the face */
export function orientedEnergy(luminance: NormalisedLuminance, zones: Int8Array): OrientedEnergy {
  const area = supportedArea(luminance);
  // Sums of the products of the three second derivatives: every steered energy is a quadratic form of them.
  const sums = secondDerivativeSums(luminance, area, zones, TEXTURE_ZONES.length, KERNELS);
  const byZone = sums.byZone.map((sum, zone) => sum / Math.max(1, sums.zoneCounts[zone]));
  return { byAngle: steeredEnergies(sums.products, Math.max(1, sums.count)), byZone };
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

/** First and last row and column with samples inside the face; first > last when there are none. */
function supportedArea({ width, height, inside }: NormalisedLuminance): SupportedArea {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y += 1) {
    const row = inside.subarray(y * width, (y + 1) * width);
    const first = row.indexOf(1);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.lastIndexOf(1));
    top = Math.min(top, y);
    bottom = y;
  }
  return { left, right, top, bottom };
}
