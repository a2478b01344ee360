import type { RectifiedFace } from '../rectify/rectify-face.ts';
import { binaryPatternHistogram, PATTERN_BINS } from './binary-pattern.ts';
import { faceOctaves } from './face-octaves.ts';
import { ENERGY_ANGLES, orientedEnergy } from './oriented-energy.ts';
import { OUTLINE_NAMES, outlineStatistics } from './outline-statistics.ts';
import { TEXTURE_ZONES, textureZones } from './texture-zones.ts';
import { TONE_NAMES, toneStatistics } from './tone-statistics.ts';

/** Named texture and shape numbers of a face. */
export interface Descriptors {
  /** See `docs/reference/descriptors.md`. */
  readonly version: string;
  readonly names: readonly string[];
  /** Same length and order as `names`; all finite. */
  readonly values: Float64Array;
}

/** Changes whenever a name, its meaning or its computation does. */
export const DESCRIPTOR_VERSION = 'face-texture-1';

/** Octaves of the energies: fine grid, canonical grid, half of it. */
const OCTAVES = ['fine', 'middle', 'coarse'] as const;
const COLOUR_NAMES = [
  'colour-saturation',
  'colour-saturation-spread',
  'colour-warmth',
  'colour-warmth-spread',
];
/** Added to energies before the logarithm: far below any texture, above rounding. */
const ENERGY_FLOOR = 1e-5;

/** Names of all descriptors, in order. */
export const DESCRIPTOR_NAMES: readonly string[] = [
  ...OCTAVES.flatMap((octave) => ENERGY_ANGLES.map((angle) => `energy-${octave}-${angle}`)),
  ...OCTAVES.flatMap((octave) => TEXTURE_ZONES.map((zone) => `energy-${octave}-${zone}`)),
  ...(['middle', 'coarse'] as const).flatMap((octave) =>
    Array.from({ length: PATTERN_BINS }, (_, bin) => `pattern-${octave}-${bin}`),
  ),
  ...TONE_NAMES,
  ...COLOUR_NAMES,
  ...OUTLINE_NAMES,
];

/** Describes a rectified face: oriented energies, binary patterns, tone, glints, colour, outline. */
export function describeFace(face: RectifiedFace): Descriptors {
  const { fine, middle, coarse } = faceOctaves(face);
  const middleZones = textureZones(middle);
  const energies = [
    orientedEnergy(fine, textureZones(fine)),
    orientedEnergy(middle, middleZones),
    orientedEnergy(coarse, textureZones(coarse)),
  ];
  const log = (energy: number): number => 0.5 * Math.log(energy + ENERGY_FLOOR);
  const values = Float64Array.from([
    ...energies.flatMap((energy) => Array.from(energy.byAngle, log)),
    ...energies.flatMap((energy) => Array.from(energy.byZone, log)),
    ...binaryPatternHistogram(middle),
    ...binaryPatternHistogram(coarse),
    ...toneStatistics(middle, middleZones),
    ...spread(face.saturation.data, face.cover.data),
    ...spread(face.warmth.data, face.cover.data),
    ...outlineStatistics(face.mask),
  ]);
  if (values.length !== DESCRIPTOR_NAMES.length)
    throw new RangeError('descriptor values and names out of step');
  return { version: DESCRIPTOR_VERSION, names: DESCRIPTOR_NAMES, values };
}

/** Weighted mean and deviation. */
function spread(values: Float32Array, weight: Float32Array): [number, number] {
  let total = 0;
  let sum = 0;
  let square = 0;
  for (let i = 0; i < values.length; i += 1) {
    const share = weight[i];
    if (share === 0) continue;
    const weighed = share * values[i];
    total += share;
    sum += weighed;
    square += weighed * values[i];
  }
  const mean = sum / Math.max(1, total);
  return [mean, Math.sqrt(Math.max(0, square / Math.max(1, total) - mean * mean))];
}
