import { createGenerator, mixSeeds } from '../random/generator.ts';
import { drawCamera } from '../scene/draw-camera.ts';
import { drawLight } from '../scene/draw-light.ts';
import { drawBackground } from '../scene/draw-surroundings.ts';
import { FAMILY_TRAITS } from '../scene/family-traits.ts';
import { type BackgroundKind, type LightSpec, SCENE_FAMILIES } from '../scene/scene-spec.ts';
import { totalLight } from '../surroundings/paint-background.ts';
import { NEGATIVE_SUBJECTS, type NegativeSpec, type NegativeSubject } from './negative-spec.ts';

export interface NegativeOverrides {
  readonly subject?: NegativeSubject;
  readonly width?: number;
  readonly height?: number;
  readonly resolutionScale?: number;
}

const BACKGROUNDS: readonly BackgroundKind[] = [
  'black-cloth',
  'white-paper',
  'grey-bench',
  'wood',
  'graph-paper',
  'clay',
  'vise',
  'cutting-mat',
  'black-void',
  'stainless',
  'cardboard',
];

/** Draws a picture without a specimen; consecutive seeds go through all subjects.
 * @param seed - any integer
 */
export function drawNegativeSpec(seed: number, overrides: NegativeOverrides = {}): NegativeSpec {
  const sceneSeed = mixSeeds(seed, 0x4e45);
  const random = createGenerator(sceneSeed);
  const traits = FAMILY_TRAITS[random.pick(SCENE_FAMILIES)];
  const size = random.pick(traits.sizes);
  const light = drawLight(
    random,
    random.pick<LightSpec['kind']>(['dome', 'ring', 'side', 'two-lamps', 'mixed']),
    traits.colourCast,
  );
  const background = drawBackground(random, random.pick(BACKGROUNDS), light, 0.35);
  const [red, green, blue] = totalLight(light);
  const fitness = random.chance(0.15) ? 'blurred' : random.chance(0.05) ? 'badly-exposed' : 'good';
  const metered = random.between(0.4, 1.1) / (0.3 * red + 0.6 * green + 0.1 * blue);
  const subject =
    overrides.subject ??
    NEGATIVE_SUBJECTS[
      ((seed % NEGATIVE_SUBJECTS.length) + NEGATIVE_SUBJECTS.length) % NEGATIVE_SUBJECTS.length
    ]!;
  // Subjects that fill the picture bring their own light; an electron microscope knows no colour.
  const selfLit = subject === 'micrograph' || subject === 'gradient' || subject === 'noise';
  const camera = drawCamera(random, traits, fitness, selfLit ? random.between(0.3, 0.95) : metered);
  const width = overrides.width ?? size[0];
  const height = overrides.height ?? size[1];
  return {
    kind: 'negative',
    seed: sceneSeed,
    subject,
    width,
    height,
    resolutionScale: overrides.resolutionScale ?? 1,
    pxPerMm: random.between(0.02, 0.1) * height,
    light,
    background,
    camera: subject === 'micrograph' ? { ...camera, greyscale: true } : camera,
  };
}
