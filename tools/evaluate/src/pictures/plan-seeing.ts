import { HELD_OUT_FAMILIES, mixSeeds } from '@mlmcsc/default-model';
import { drawNegativeSpec, drawSceneSpec, type Fitness } from '@mlmcsc/specimens';
import type { EvaluationPicture } from './evaluation-picture.ts';
import { evaluationSeed, setUpOf } from './plan-laboratories.ts';

const UNFIT: readonly Fitness[] = ['blurred', 'badly-exposed', 'partly-out-of-frame'];

/** Pictures without a specimen; all subjects take turns. */
export function planNegatives(count: number, seed: number, resolutionScale: number): EvaluationPicture[] {
  const first = evaluationSeed(seed, 5);
  return Array.from({ length: count }, (_, index) => {
    const spec = drawNegativeSpec((first % 1_000_000) + index, { resolutionScale });
    return { set: 'negative', group: spec.subject, specimen: `negative/${index}`, heat: 'none', spec };
  });
}

/** Pictures of a specimen that a technician would take again.
 * @param count - of each kind of unfitness */
export function planUnfit(count: number, seed: number, resolutionScale: number): EvaluationPicture[] {
  return UNFIT.flatMap((fitness, kind) =>
    Array.from({ length: count }, (_, index): EvaluationPicture => {
      const family = HELD_OUT_FAMILIES[index % HELD_OUT_FAMILIES.length];
      const spec = drawSceneSpec(evaluationSeed(seed, 6, kind, index), family, {
        fitness,
        halves: 1,
        resolutionScale,
      });
      const specimen = `${fitness}/${index}`;
      return { set: 'unfit', group: fitness, specimen, heat: specimen, spec };
    }),
  );
}

export const SAME_SET_UP = 'same set-up';
export const OTHER_SET_UP = 'other set-up';

/** The same bars photographed again: laid down anew under the same lamps and camera, and under others of the family. */
export function planRepeats(
  specimens: number,
  photographs: number,
  seed: number,
  resolutionScale: number,
): EvaluationPicture[] {
  return [SAME_SET_UP, OTHER_SET_UP].flatMap((group) =>
    Array.from({ length: specimens }, (_bar, index) => {
      const family = HELD_OUT_FAMILIES[index % HELD_OUT_FAMILIES.length];
      const bar = evaluationSeed(seed, 7, index);
      const { steel: _steel, ...setUp } = setUpOf({ seed: bar, family });
      // Spread over the scale: a repeatability measured on shelf bars flatters.
      const cleavageShare = (index + 0.5) / specimens;
      const { specimen, seed: surfaceSeed } = drawSceneSpec(bar, family, { fitness: 'good', cleavageShare });
      return Array.from({ length: photographs }, (_unused, take): EvaluationPicture => {
        const spec = drawSceneSpec(mixSeeds(bar, 11, take), family, {
          fitness: 'good',
          halves: 1,
          specimen,
          surfaceSeed,
          width: setUp.width,
          height: setUp.height,
          resolutionScale,
        });
        const name = `${group}/${index}`;
        return {
          set: 'repeat',
          group,
          specimen: name,
          heat: name,
          spec: group === SAME_SET_UP ? { ...spec, ...setUp } : spec,
        };
      });
    }).flat(),
  );
}
