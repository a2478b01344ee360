import { HELD_OUT_FAMILIES, mixSeeds } from '@mlmcsc/default-model';
import {
  drawSceneSpec,
  type SceneOverrides,
  type SceneSpec,
  type SpecimenSpec,
  type SpecimenWidth,
} from '@mlmcsc/specimens';
import type { EvaluationPicture } from './evaluation-picture.ts';
import { evaluationSeed } from './plan-laboratories.ts';

/** One thing that goes wrong on purpose; everything else stays as in the clean picture of the same number. */
interface Cause {
  readonly name: string;
  readonly scene?: (index: number) => SceneOverrides;
  readonly specimen?: (specimen: SpecimenSpec, index: number) => SpecimenSpec;
  readonly camera?: Partial<SceneSpec['camera']>;
}

/** The group that every cause is compared with. */
export const CLEAN = 'clean';

const SUB_SIZES: readonly SpecimenWidth[] = [7.5, 5, 3.3, 2.5];

const defect =
  (kind: SpecimenSpec['defects'][number]['kind']) =>
  (specimen: SpecimenSpec, index: number): SpecimenSpec => ({
    ...specimen,
    defects: [{ kind, strength: 0.8, seed: 1 + index }],
  });
const zones =
  (changes: Partial<SpecimenSpec['zones']>) =>
  (specimen: SpecimenSpec): SpecimenSpec => ({ ...specimen, zones: { ...specimen.zones, ...changes } });

const CAUSES: readonly Cause[] = [
  { name: CLEAN },
  { name: 'slight blur', camera: { defocusPx: 3 } },
  { name: 'strong blur', scene: () => ({ fitness: 'blurred' }) },
  { name: 'badly exposed', scene: () => ({ fitness: 'badly-exposed' }) },
  { name: 'glare', specimen: defect('glare') },
  { name: 'small in the picture', scene: () => ({ fill: 0.2 }) },
  { name: 'large in the picture', scene: () => ({ fill: 0.95 }) },
  { name: 'rotated', scene: (index) => ({ rotationDegrees: 20 + ((index * 137.5) % 320) }) },
  { name: 'two halves', scene: () => ({ halves: 2 }) },
  { name: 'partly out of frame', scene: () => ({ fitness: 'partly-out-of-frame' }) },
  { name: 'sub-size', scene: (index) => ({ widthMm: SUB_SIZES[index % SUB_SIZES.length] }) },
  { name: 'oxidised', specimen: defect('oxide') },
  { name: 'rust', specimen: defect('rust') },
  { name: 'heat tint', specimen: defect('heat-tint') },
  { name: 'oil', specimen: defect('oil') },
  { name: 'splits', specimen: defect('splits') },
  { name: 'island cleavage', specimen: zones({ patchiness: 0.9 }) },
  { name: 'mixed zones', specimen: zones({ patchiness: 0.4, transitionMm: 0.8, raggedness: 0.9 }) },
];

/** Causes of error, each drawn on purpose on the same bars of the held-out families.
 * @param count - pictures a cause */
export function planCauses(count: number, seed: number, resolutionScale: number): EvaluationPicture[] {
  return CAUSES.flatMap((cause) =>
    Array.from({ length: count }, (_, index): EvaluationPicture => {
      const family = HELD_OUT_FAMILIES[index % HELD_OUT_FAMILIES.length];
      const pictureSeed = evaluationSeed(seed, 4, index);
      const clean: SceneOverrides = {
        fitness: 'good',
        halves: 1,
        widthMm: 10,
        fill: 0.6,
        rotationDegrees: (mixSeeds(pictureSeed, 1) % 7) - 3,
        // Evenly from 2 to 98 %: shelf bars are easy and would hide the cause.
        cleavageShare: 0.02 + 0.96 * ((index * 0.618034) % 1),
        resolutionScale,
      };
      const spec = drawSceneSpec(pictureSeed, family, { ...clean, ...cause.scene?.(index) });
      const plain: SpecimenSpec = { ...zones({ patchiness: 0 })(spec.specimen), defects: [] };
      return {
        set: 'cause',
        group: cause.name,
        specimen: `cause/${index}`,
        heat: `cause/${index}`,
        spec: {
          ...spec,
          specimen: cause.specimen?.(plain, index) ?? plain,
          camera: { ...spec.camera, ...cause.camera },
        },
      };
    }),
  );
}
