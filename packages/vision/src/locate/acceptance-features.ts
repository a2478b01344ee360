import { polygonPerimeter } from '../geometry/polygon.ts';
import { ACCEPTANCE_FEATURE_NAMES } from './acceptance-model.ts';
import type { MapFace } from './face-from-probability-maps.ts';
import type { LocatorLook } from './run-locator.ts';

/** ln(width / depth) of the narrowest (2.5 x 8 mm) and the widest (10 x 8 mm) standard ligament, with room for lips. */
const LOG_ASPECT_RANGE = [Math.log(2.5 / 8) - 0.12, Math.log(10 / 8) + 0.15] as const;

/** The numbers by which a candidate is accepted or refused.
 * @param face - found in the fine pass   @param look - that pass
 * @param coarseMean - mean face probability of the coarse region that led there
 * @param agreement - overlap of the coarse region and the fine outline, 0 to 1
 * @returns in the order of `ACCEPTANCE_FEATURE_NAMES` */
export function acceptanceFeatures(
  face: MapFace,
  look: LocatorLook,
  coarseMean: number,
  agreement: number,
): Float64Array {
  const { shape, sideScores } = face;
  const inside = sums(face, look);
  const strip = sideScores[face.notchSide];
  const others = (sideScores.reduce((sum, score) => sum + score, 0) - strip) / 3;
  const logAspect = Math.log(shape.width / shape.depth);
  const features = Float64Array.of(
    inside.face,
    inside.ambiguous / Math.max(1, polygonPerimeter(shape.outline)),
    shape.solidity,
    shape.rectangularity,
    Math.max(0, LOG_ASPECT_RANGE[0] - logAspect, logAspect - LOG_ASPECT_RANGE[1]),
    strip,
    strip - others,
    inside.notchElsewhere,
    agreement,
    coarseMean,
    inside.rivals,
    inside.disagreement,
  );
  if (features.length !== ACCEPTANCE_FEATURE_NAMES.length)
    throw new RangeError('acceptance features out of step');
  return features;
}

function sums(
  face: MapFace,
  look: LocatorLook,
): { face: number; ambiguous: number; notchElsewhere: number; rivals: number; disagreement: number } {
  const { cover, shape } = face;
  const { maps } = look;
  const limit = stripEnd(shape.outline, shape.down, shape.depth);
  let weight = 0;
  let inside = 0;
  let outside = 0;
  let ambiguous = 0;
  let rest = 0;
  let notch = 0;
  let doubt = 0;
  for (let i = 0; i < cover.length; i += 1) {
    const p = maps.face[i];
    weight += cover[i];
    inside += cover[i] * p;
    if (look.disagreement !== null) doubt += look.disagreement[i];
    outside += (1 - cover[i]) * p;
    if (p > 0.1 && p < 0.9) ambiguous += 1;
    if (cover[i] === 0) continue;
    const x = i % maps.width;
    const y = (i - x) / maps.width;
    if (x * shape.down.x + y * shape.down.y <= limit) continue;
    rest += cover[i];
    notch += cover[i] * maps.notch[i];
  }
  return {
    face: inside / Math.max(1, weight),
    ambiguous,
    notchElsewhere: notch / Math.max(1, rest),
    rivals: Math.min(5, outside / Math.max(1, inside)),
    disagreement: doubt / Math.max(1, weight),
  };
}

/** Where the notch strip ends along `down`: a quarter of the depth, so that a soft band edge does not count as leak. */
function stripEnd(
  outline: readonly { readonly x: number; readonly y: number }[],
  down: { readonly x: number; readonly y: number },
  depth: number,
): number {
  let top = Number.POSITIVE_INFINITY;
  for (const point of outline) top = Math.min(top, point.x * down.x + point.y * down.y);
  return top + 0.28 * depth;
}
