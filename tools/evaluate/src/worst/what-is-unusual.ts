import type { SceneSpec } from '@mlmcsc/specimens';
import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';
import type { SpecimenView } from '../viewing/picture-view.ts';

/** A technician would remark on it from here on. */
const NOTABLE = {
  defectStrength: 0.35,
  patchiness: 0.3,
  transitionMm: 0.35,
  rotationDegrees: 15,
  pxPerMm: 15,
  defocusPx: 1,
  outlineIou: 0.88,
  mapIou: 0.6,
} as const;

/** What sets a picture apart from a plain one, and where the product lost its way, in a few words each. */
export function whatIsUnusual(
  { spec }: EvaluationPicture,
  { match, flags, wholeFaces }: SpecimenView,
): string[] {
  const scene = spec.kind === 'fracture' ? ofTheScene(spec) : [];
  const seen =
    match === null
      ? ['the outline found is not on a face']
      : [
          ...(match.outlineIou < NOTABLE.outlineIou ? [`outline IoU ${match.outlineIou.toFixed(2)}`] : []),
          ...(match.isNotchSideRight ? [] : ['notch taken for another side']),
          ...(match.mapIou !== null && match.mapIou < NOTABLE.mapIou
            ? [`map IoU ${match.mapIou.toFixed(2)}`]
            : []),
        ];
  return [
    ...scene,
    ...(wholeFaces === 0 ? ['partly out of frame'] : []),
    ...seen,
    ...(flags.length > 0 ? [`flagged ${[...new Set(flags)].join(', ')}`] : []),
  ];
}

function ofTheScene({ specimen, halves, camera, resolutionScale }: SceneSpec): string[] {
  const { zones, widthMm, defects } = specimen;
  const turn = Math.max(...halves.map(({ rotationDegrees }) => Math.abs(signedDegrees(rotationDegrees))));
  const scale = resolutionScale * Math.min(...halves.map(({ pxPerMm }) => pxPerMm));
  return [
    ...(halves.length > 1 ? ['two halves'] : []),
    ...(widthMm < 10 ? [`sub-size, ${widthMm} mm`] : []),
    ...(zones.patchiness >= NOTABLE.patchiness ? ['islands of cleavage'] : []),
    ...(zones.transitionMm >= NOTABLE.transitionMm ? ['mixed zones'] : []),
    ...defects.flatMap(({ kind, strength }) =>
      strength >= NOTABLE.defectStrength ? [kind.replaceAll('-', ' ')] : [],
    ),
    ...(turn > NOTABLE.rotationDegrees ? [`turned by ${turn.toFixed(0)}°`] : []),
    ...(scale < NOTABLE.pxPerMm ? [`small, ${scale.toFixed(0)} px/mm`] : []),
    ...(camera.defocusPx >= NOTABLE.defocusPx ? ['out of focus'] : []),
  ];
}

/** -180 to 180. */
function signedDegrees(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
