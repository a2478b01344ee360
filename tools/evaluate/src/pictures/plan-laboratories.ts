import { HELD_OUT_FAMILIES, mixSeeds, TRAINING_FAMILIES } from '@mlmcsc/default-model';
import { drawSceneSpec, type SceneSpec, type SpecimenSpec } from '@mlmcsc/specimens';
import type { EvaluationPicture, Laboratory } from './evaluation-picture.ts';

/** Keeps the seeds of an evaluation apart from those that training derives from the same user seed. */
const EVALUATION_STREAM = 0x6576616c;

/** Seed of one part of the evaluation. */
export function evaluationSeed(seed: number, ...parts: readonly number[]): number {
  return mixSeeds(seed, EVALUATION_STREAM, ...parts);
}

/** Laboratories of held-out families first, then of training families; the families take turns.
 * @param count - of each kind */
export function planLaboratories(count: number, seed: number): Laboratory[] {
  return [true, false].flatMap((isHeldOut) => {
    const families = isHeldOut ? HELD_OUT_FAMILIES : TRAINING_FAMILIES;
    return Array.from({ length: count }, (_, i): Laboratory => {
      const family = families[i % families.length];
      return {
        name: `${family} ${i + 1}`,
        family,
        isHeldOut,
        seed: evaluationSeed(seed, 1, isHeldOut ? 1 : 0, i),
      };
    });
  });
}

/** The set-up of a laboratory: its lamps, camera, bench, picture size and steel. */
export type SetUp = Pick<SceneSpec, 'light' | 'background' | 'camera' | 'width' | 'height'> & {
  readonly steel: SpecimenSpec['steel'];
};

export function setUpOf({ seed, family }: Pick<Laboratory, 'seed' | 'family'>): SetUp {
  const { light, background, camera, width, height, specimen } = drawSceneSpec(seed, family, {
    fitness: 'good',
  });
  return { light, background, camera, width, height, steel: specimen.steel };
}

/** Pictures of one laboratory: bars in heats. A heat shares the morphology of its cleavage and fibrous fracture; the
 * percent shear, the zones, the deformation and the defects are each bar's own.
 * @param specimens - bars, one good picture each   @param heatSize - bars a heat */
export function planLaboratoryPictures(
  laboratory: Laboratory,
  specimens: number,
  heatSize: number,
  resolutionScale: number,
): EvaluationPicture[] {
  const { seed, family, name } = laboratory;
  const { steel, ...setUp } = setUpOf(laboratory);
  return Array.from({ length: specimens }, (_, index) => {
    const heat = Math.floor(index / heatSize);
    const { cleavage, fibrous } = drawSceneSpec(mixSeeds(seed, 2, heat), family).specimen;
    const own = drawSceneSpec(mixSeeds(seed, 3, index), family, {
      fitness: 'good',
      width: setUp.width,
      height: setUp.height,
      resolutionScale,
    });
    return {
      set: 'laboratory',
      group: name,
      specimen: `${name}/${index}`,
      heat: `${name}/${heat}`,
      spec: { ...own, ...setUp, specimen: { ...own.specimen, steel, cleavage, fibrous } },
    };
  });
}
