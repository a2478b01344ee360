import {
  drawNegativeSpec,
  drawSceneSpec,
  type NegativeSpec,
  type SceneFamily,
  type SceneSpec,
} from '@mlmcsc/specimens';

/** One picture of the demonstration series, before it is rendered. */
export type DemonstrationPicture = {
  readonly fileName: string;
  readonly specimen: string | null;
  readonly heat: string | null;
} & (
  | {
      readonly kind: 'specimen';
      readonly spec: SceneSpec;
      readonly widthMm: number;
      readonly isLabelled: boolean;
    }
  | { readonly kind: 'other-thing'; readonly spec: NegativeSpec }
);

/** Two heats at test temperatures across their transition: percent shear grows with the temperature. */
const SERIES: readonly { heat: string; family: SceneFamily; shear: readonly number[] }[] = [
  { heat: 'H-2041', family: 'dome-laboratory', shear: [0, 4, 9, 17, 28, 41, 52, 64, 77, 86, 95, 100] },
  { heat: 'H-2077', family: 'ring-microscope', shear: [2, 12, 22, 35, 47, 58, 69, 81, 91, 98] },
];
/** Single pictures as they come from other benches; the last ones wait for the technician. */
const SINGLES: readonly { family: SceneFamily; shear: number }[] = [
  { family: 'phone-desk', shear: 33 },
  { family: 'side-bench', shear: 60 },
  { family: 'phone-desk', shear: 15 },
  { family: 'dome-laboratory', shear: 72 },
];
const SEED = 20_261;
/** Pictures of a laboratory are larger; this keeps the first start short. */
const RESOLUTION_SCALE = 0.75;

/** The series that an installation starts with: always the same pictures.
 * @returns specimens of two heats with labels, four single ones without, one picture without any specimen
 */
export function demonstrationSeries(): readonly DemonstrationPicture[] {
  const heats = SERIES.flatMap(({ heat, family, shear }, heatIndex) =>
    shear.map((percent, index) => {
      const specimen = `${heat}-${String(index + 1).padStart(2, '0')}`;
      return specimenPicture(SEED + 100 * heatIndex + index, family, percent, specimen, heat, true);
    }),
  );
  const singles = SINGLES.map(({ family, shear }, index) =>
    specimenPicture(SEED + 500 + index, family, shear, `N-${index + 1}`, null, false),
  );
  const other: DemonstrationPicture = {
    kind: 'other-thing',
    fileName: 'not-a-specimen.jpg',
    specimen: null,
    heat: null,
    spec: drawNegativeSpec(SEED + 900, { subject: 'hardware', resolutionScale: RESOLUTION_SCALE }),
  };
  return [...heats, ...singles, other];
}

function specimenPicture(
  seed: number,
  family: SceneFamily,
  shear: number,
  specimen: string,
  heat: string | null,
  isLabelled: boolean,
): DemonstrationPicture {
  const spec = drawSceneSpec(seed, family, {
    cleavageShare: 1 - shear / 100,
    fitness: 'good',
    halves: 1,
    widthMm: 10,
    resolutionScale: RESOLUTION_SCALE,
  });
  return {
    kind: 'specimen',
    fileName: `${specimen.toLowerCase()}.jpg`,
    specimen,
    heat,
    spec,
    widthMm: 10,
    isLabelled,
  };
}
