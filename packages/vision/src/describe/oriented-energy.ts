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

/** Weights at 0 to `RADIUS` samples from the centre. */
interface Kernels {
  /** Even: the same on both sides. */
  readonly smooth: Float64Array;
  /** Odd: the weights of the side with the larger index; the other side has the opposite ones. */
  readonly first: Float64Array;
  /** Even. */
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
  const { width, inside } = luminance;
  const byZone = new Float64Array(TEXTURE_ZONES.length);
  const counts = new Float64Array(TEXTURE_ZONES.length);
  // Sums of the products of the three second derivatives: every steered energy is a quadratic form of them.
  const sums = new Float64Array(6);
  let count = 0;
  const area = supportedArea(luminance);
  const rows = convolveRows(luminance, area);
  const [s0, s1, s2, s3, s4] = KERNELS.smooth;
  const [, f1, f2, f3, f4] = KERNELS.first;
  const [d0, d1, d2, d3, d4] = KERNELS.second;
  const { smooth, first, second } = rows;
  const [w1, w2, w3, w4] = [width, 2 * width, 3 * width, 4 * width];
  for (let y = area.top + RADIUS; y <= area.bottom - RADIUS; y += 1) {
    for (let x = area.left + RADIUS; x <= area.right - RADIUS; x += 1) {
      const at = y * width + x;
      if (inside[at] === 0 || !isWellInside(inside, at, width)) continue;
      const xx =
        s0 * second[at] +
        s1 * (second[at - w1] + second[at + w1]) +
        s2 * (second[at - w2] + second[at + w2]) +
        s3 * (second[at - w3] + second[at + w3]) +
        s4 * (second[at - w4] + second[at + w4]);
      const xy =
        f1 * (first[at + w1] - first[at - w1]) +
        f2 * (first[at + w2] - first[at - w2]) +
        f3 * (first[at + w3] - first[at - w3]) +
        f4 * (first[at + w4] - first[at - w4]);
      const yy =
        d0 * smooth[at] +
        d1 * (smooth[at - w1] + smooth[at + w1]) +
        d2 * (smooth[at - w2] + smooth[at + w2]) +
        d3 * (smooth[at - w3] + smooth[at + w3]) +
        d4 * (smooth[at - w4] + smooth[at + w4]);
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

/** First and last row and column with samples inside the face; first > last when there are none. */
interface SupportedArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

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

/** All three kernels along the rows, in one pass over the area that the columns will read. */
function convolveRows({ width, values }: NormalisedLuminance, area: SupportedArea) {
  const rows = {
    smooth: new Float32Array(values.length),
    first: new Float32Array(values.length),
    second: new Float32Array(values.length),
  };
  const [s0, s1, s2, s3, s4] = KERNELS.smooth;
  const [, f1, f2, f3, f4] = KERNELS.first;
  const [d0, d1, d2, d3, d4] = KERNELS.second;
  const { smooth, first, second } = rows;
  for (let y = area.top; y <= area.bottom; y += 1) {
    const end = y * width + area.right - RADIUS;
    for (let at = y * width + area.left + RADIUS; at <= end; at += 1) {
      const centre = values[at];
      const [a1, b1] = [values[at - 1], values[at + 1]];
      const [a2, b2] = [values[at - 2], values[at + 2]];
      const [a3, b3] = [values[at - 3], values[at + 3]];
      const [a4, b4] = [values[at - 4], values[at + 4]];
      smooth[at] = s0 * centre + s1 * (a1 + b1) + s2 * (a2 + b2) + s3 * (a3 + b3) + s4 * (a4 + b4);
      first[at] = f1 * (b1 - a1) + f2 * (b2 - a2) + f3 * (b3 - a3) + f4 * (b4 - a4);
      second[at] = d0 * centre + d1 * (a1 + b1) + d2 * (a2 + b2) + d3 * (a3 + b3) + d4 * (a4 + b4);
    }
  }
  return rows;
}
