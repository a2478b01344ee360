import type { BackgroundKind, CleavageModel, FibrousModel, LightSpec, SceneFamily } from './scene-spec.ts';

type Weighted<T> = readonly (readonly [T, number])[];

/** What sets one family apart from another: which models, lamps, benches and cameras it draws from. */
export interface FamilyTraits {
  readonly cleavage: Weighted<CleavageModel>;
  readonly fibrous: Weighted<FibrousModel>;
  readonly light: Weighted<LightSpec['kind']>;
  readonly backgrounds: Weighted<BackgroundKind>;
  /** Picture sizes. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Face height as a fraction of the picture's height. */
  readonly fill: readonly [number, number];
  readonly greyscale: number;
  /** Standard deviation of white balance errors. */
  readonly colourCast: number;
  /** Largest tilt of the bar against the camera, as a slope. */
  readonly tilt: number;
  readonly blurPx: readonly [number, number];
  readonly noise: readonly [number, number];
  readonly sharpening: readonly [number, number];
  readonly gamma: readonly [number, number];
  readonly contrast: readonly [number, number];
  /** Chance of two halves in one picture. */
  readonly pairs: number;
  /** Chance that the picture is turned by any angle rather than by a few degrees. */
  readonly anyRotation: number;
  readonly props: number;
}

const COMMON_SIZES = [
  [640, 480],
  [960, 720],
  [1280, 720],
  [1280, 960],
] as const;

export const FAMILY_TRAITS: Readonly<Record<SceneFamily, FamilyTraits>> = {
  // A clamp under a flat dome with a straight lens: glints vanish, texture alone tells.
  'dome-laboratory': {
    cleavage: [
      ['mosaic', 3],
      ['rivers', 1],
    ],
    fibrous: [
      ['dimples', 2],
      ['woolly', 1],
    ],
    light: [['dome', 1]],
    backgrounds: [
      ['black-void', 3],
      ['black-cloth', 2],
      ['vise', 3],
      ['stainless', 1],
      ['grey-bench', 1],
      ['clay', 1],
    ],
    sizes: COMMON_SIZES,
    fill: [0.4, 0.95],
    greyscale: 0.25,
    colourCast: 0.03,
    tilt: 0.06,
    blurPx: [0.5, 1.1],
    noise: [0.002, 0.012],
    sharpening: [0, 0.5],
    gamma: [1.9, 2.4],
    contrast: [0, 0.5],
    pairs: 0.12,
    anyRotation: 0.2,
    props: 0.15,
  },
  // A stereo microscope with its ring lamp: strong glints, dark hole in the middle, face fills the frame.
  'ring-microscope': {
    cleavage: [
      ['plates', 2],
      ['mosaic', 2],
    ],
    fibrous: [
      ['dimples', 1],
      ['streaks', 1],
    ],
    light: [['ring', 1]],
    backgrounds: [
      ['black-void', 3],
      ['clay', 2],
      ['white-paper', 1],
      ['black-cloth', 2],
      ['grey-bench', 1],
      ['cutting-mat', 1],
    ],
    sizes: COMMON_SIZES,
    fill: [0.5, 0.95],
    greyscale: 0.15,
    colourCast: 0.06,
    tilt: 0.12,
    blurPx: [0.5, 1.3],
    noise: [0.003, 0.02],
    sharpening: [0, 0.7],
    gamma: [1.8, 2.4],
    contrast: [0.1, 0.7],
    pairs: 0.1,
    anyRotation: 0.3,
    props: 0.12,
  },
  // One lamp from the side on a workbench: relief in light and shadow.
  'side-bench': {
    cleavage: [
      ['rivers', 2],
      ['mosaic', 2],
      ['plates', 1],
    ],
    fibrous: [
      ['streaks', 2],
      ['woolly', 1],
    ],
    light: [['side', 1]],
    backgrounds: [
      ['grey-bench', 2],
      ['wood', 2],
      ['graph-paper', 1],
      ['white-paper', 2],
      ['cardboard', 1],
      ['stainless', 1],
      ['vise', 1],
      ['cutting-mat', 1],
    ],
    sizes: COMMON_SIZES,
    fill: [0.25, 0.9],
    greyscale: 0.12,
    colourCast: 0.08,
    tilt: 0.2,
    blurPx: [0.6, 1.4],
    noise: [0.004, 0.025],
    sharpening: [0, 0.8],
    gamma: [1.9, 2.4],
    contrast: [0.1, 0.7],
    pairs: 0.3,
    anyRotation: 0.4,
    props: 0.35,
  },
  // A telephone over a desk: mixed lamps, sharpening, colour casts, things lying about.
  'phone-desk': {
    cleavage: [
      ['mosaic', 3],
      ['plates', 1],
      ['rivers', 1],
    ],
    fibrous: [
      ['woolly', 2],
      ['dimples', 1],
      ['streaks', 1],
    ],
    light: [
      ['mixed', 2],
      ['two-lamps', 1],
    ],
    backgrounds: [
      ['white-paper', 2],
      ['wood', 2],
      ['cutting-mat', 2],
      ['cardboard', 1],
      ['graph-paper', 2],
      ['grey-bench', 2],
      ['black-cloth', 1],
    ],
    sizes: COMMON_SIZES,
    fill: [0.25, 0.8],
    greyscale: 0.03,
    colourCast: 0.11,
    tilt: 0.28,
    blurPx: [0.6, 1.6],
    noise: [0.004, 0.03],
    sharpening: [0.2, 1.2],
    gamma: [1.9, 2.5],
    contrast: [0.2, 0.9],
    pairs: 0.3,
    anyRotation: 0.5,
    props: 0.5,
  },
  // Scans of report pictures: grey, hard, grainy.
  'archive-print': {
    cleavage: [
      ['plates', 1],
      ['mosaic', 1],
      ['rivers', 1],
    ],
    fibrous: [
      ['woolly', 1],
      ['streaks', 1],
      ['dimples', 1],
    ],
    light: [
      ['two-lamps', 2],
      ['side', 1],
      ['ring', 1],
    ],
    backgrounds: [
      ['white-paper', 3],
      ['black-void', 3],
      ['grey-bench', 1],
      ['clay', 1],
    ],
    sizes: COMMON_SIZES,
    fill: [0.45, 0.95],
    greyscale: 0.9,
    colourCast: 0.06,
    tilt: 0.1,
    blurPx: [0.8, 1.8],
    noise: [0.01, 0.05],
    sharpening: [0, 0.6],
    gamma: [1.5, 2.6],
    contrast: [0.3, 1],
    pairs: 0.25,
    anyRotation: 0.15,
    props: 0.3,
  },
  // Its own splinters and all lamps: the family to hold out.
  'shard-studio': {
    cleavage: [['shards', 1]],
    fibrous: [
      ['woolly', 1],
      ['dimples', 1],
      ['streaks', 1],
    ],
    light: [
      ['two-lamps', 1],
      ['dome', 1],
      ['ring', 1],
      ['side', 1],
      ['mixed', 1],
    ],
    backgrounds: [
      ['black-cloth', 1],
      ['clay', 1],
      ['stainless', 1],
      ['vise', 1],
      ['wood', 1],
      ['white-paper', 1],
      ['grey-bench', 1],
    ],
    sizes: COMMON_SIZES,
    fill: [0.3, 0.92],
    greyscale: 0.15,
    colourCast: 0.08,
    tilt: 0.2,
    blurPx: [0.5, 1.5],
    noise: [0.003, 0.03],
    sharpening: [0, 0.9],
    gamma: [1.8, 2.5],
    contrast: [0, 0.8],
    pairs: 0.2,
    anyRotation: 0.35,
    props: 0.25,
  },
  // Tone instead of relief, on plain ground: what other renderers, flat scans and heavy denoising make of a face.
  'painted-plain': {
    cleavage: [
      ['speckle', 3],
      ['mosaic', 1],
    ],
    fibrous: [
      ['felt', 3],
      ['woolly', 1],
    ],
    light: [
      ['dome', 2],
      ['ring', 1],
      ['side', 1],
    ],
    backgrounds: [
      ['black-void', 2],
      ['white-paper', 1],
      ['grey-bench', 2],
      ['black-cloth', 1],
      ['wood', 1],
      ['cutting-mat', 1],
    ],
    sizes: COMMON_SIZES,
    fill: [0.25, 0.95],
    greyscale: 0.2,
    colourCast: 0.08,
    tilt: 0.12,
    blurPx: [0.4, 1.5],
    noise: [0.002, 0.04],
    sharpening: [0, 0.7],
    gamma: [1.6, 2.5],
    contrast: [0, 0.7],
    pairs: 0.15,
    anyRotation: 0.4,
    props: 0.2,
  },
};
