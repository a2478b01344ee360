import { SCENE_FAMILIES, type SceneFamily } from '@mlmcsc/specimens';
import { mixSeeds } from '../random/mix-seeds.ts';

/** What a set of pictures is for; no seed belongs to two of them. `faces` are close-ups for the surface network. */
export type SceneSplit = 'train' | 'calibrate' | 'test' | 'held-out' | 'faces';

/** Families that no network, head or interval ever learns from: they stand for a laboratory never seen. */
export const HELD_OUT_FAMILIES: readonly SceneFamily[] = ['archive-print', 'shard-studio'];
export const TRAINING_FAMILIES: readonly SceneFamily[] = SCENE_FAMILIES.filter(
  (family) => !HELD_OUT_FAMILIES.includes(family),
);

/** One picture to render. */
export interface PlannedScene {
  readonly split: SceneSplit;
  readonly index: number;
  readonly seed: number;
  /** `null`: a picture without any specimen. */
  readonly family: SceneFamily | null;
  /** Seed of the set-up (light, camera, steel, bench) shared with the other pictures of one laboratory; `null`: its own. */
  readonly laboratory: number | null;
  /** Longest side in pixels at most; infinite: as the renderer draws it. */
  readonly longestSide: number;
  /** A square picture of this many pixels a side, filled by one face; absent: a whole scene. */
  readonly closeUpSide?: number;
}

const SPLITS: readonly SceneSplit[] = ['train', 'calibrate', 'test', 'held-out', 'faces'];
/** One picture in so many shows no specimen. */
const NEGATIVE_EVERY = 5;
/** Training pictures are this large on their longer side, drawn evenly: cameras differ in resolution too. */
const TRAINING_SIDES = [560, 1000] as const;
/** Sides of close-ups: faces of about 110 to 450 pixels, what cameras resolve at 11 to 45 pixels a millimetre. */
const CLOSE_UP_SIDES = [150, 560] as const;

/** Sizes that a tiny run makes smaller. */
export interface PlanScale {
  /** Longest side of every picture at most, pixels; undefined: as the renderer draws them. */
  readonly longestSide?: number;
  /** Consecutive pictures of the calibration split that come from one laboratory. */
  readonly laboratoryPictures: number;
}

/** The pictures of a split, in order; the families take turns. A longer plan starts with the same pictures. */
export function planScenes(split: SceneSplit, count: number, seed: number, scale: PlanScale): PlannedScene[] {
  const families = split === 'held-out' ? HELD_OUT_FAMILIES : TRAINING_FAMILIES;
  const splitSeed = mixSeeds(seed, 7001 + SPLITS.indexOf(split));
  return Array.from({ length: count }, (_, index) => {
    const laboratory = split === 'calibrate' ? Math.floor(index / scale.laboratoryPictures) : null;
    const turn = laboratory ?? index;
    const pictureSeed = mixSeeds(splitSeed, index);
    if (split === 'faces') {
      return {
        split,
        index,
        seed: pictureSeed,
        family: families[index % families.length],
        laboratory: null,
        longestSide: Number.POSITIVE_INFINITY,
        closeUpSide: drawSide(pictureSeed, CLOSE_UP_SIDES),
      };
    }
    return {
      split,
      index,
      seed: pictureSeed,
      family: index % NEGATIVE_EVERY === NEGATIVE_EVERY - 1 ? null : families[turn % families.length],
      laboratory: laboratory === null ? null : mixSeeds(splitSeed, 1, laboratory),
      longestSide: Math.min(
        scale.longestSide ?? Number.POSITIVE_INFINITY,
        split === 'train' ? drawSide(pictureSeed, TRAINING_SIDES) : Number.POSITIVE_INFINITY,
      ),
    };
  });
}

function drawSide(seed: number, [least, most]: readonly [number, number]): number {
  return least + (mixSeeds(seed, 3) % (most - least + 1));
}
