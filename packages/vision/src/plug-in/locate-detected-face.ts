import type { Network } from '@mlmcsc/kernels';
import type { ImagePoint, RgbImage } from '../image/value-image.ts';
import { acceptanceFeatures } from '../locate/acceptance-features.ts';
import type { FaceFinding, LocateResult } from '../locate/face-finding.ts';
import type { MapFace } from '../locate/face-from-probability-maps.ts';
import { faceFromOutline, facesFromProbabilityMaps } from '../locate/face-from-probability-maps.ts';
import { extentAlong, faceShape } from '../locate/face-shape.ts';
import { boundingBox, clampToPicture, findingOfShape } from '../locate/finding-of-shape.ts';
import type { LocateOptions } from '../locate/locate-face.ts';
import { fineRegion, locatorToPhoto, photoToLocator } from '../locate/locator-input.ts';
import { refusal, unfitReason } from '../locate/refuse-picture.ts';
import type { LocatorLook } from '../locate/run-locator.ts';
import { lookAgainTurned, runLocator } from '../locate/run-locator.ts';
import { qualityFlag } from '../quality/quality-flag.ts';
import type { DetectedBox } from './detected-box.ts';
import { boxCorners } from './detected-box.ts';
import type { Detections } from './read-detections.ts';

/** An outline whose extent overlaps the detector's box less than this (intersection over union) is another thing. */
const LEAST_AGREEMENT = 0.5;
/** Points a side of a box that stands in for an outline. */
const POINTS_A_SIDE = 18;
/** Further boxes count as faces when their area is within these multiples of the chosen one's. */
const ALIKE = [0.35, 3] as const;

/** Turns what a detector found into a face: the detector decides whether and where there is one, the locator network looks
 * closely at the surest box and gives the measured outline and the notch side. Where its outline does not agree with the
 * box, the box itself is the outline, with the flag `unsure-outline` as a warning.
 * @param locator - network made for `locatorInput`
 * @returns the same results and flags as `locateFace`; `confidence` and `score` are the detector's
 * @throws RangeError when the network does not fit or an option is out of range */
export function locateDetectedFace(
  image: RgbImage,
  detections: Detections,
  locator: Network,
  options: Omit<LocateOptions, 'acceptance'> = {},
): LocateResult {
  const unfit = unfitReason(image);
  if (unfit !== null) return refusal('unfit', unfit, 0, null);
  const box = detections.boxes[0];
  if (box === undefined) {
    const detail = 'The detector found no fracture face in the picture.';
    return refusal('no-fracture-face', detail, detections.bestScore, null);
  }
  const look = lookAgainTurned(locator, runLocator(image, locator, fineRegion(boundingBox(boxCorners(box)))));
  const { face, agreement } = agreeingFace(look, box);
  const isMeasured = face !== null && agreement >= LEAST_AGREEMENT;
  const boxed = boxOutline(box);
  const seen = isMeasured
    ? face
    : faceFromOutline(
        look.maps,
        boxed.map((point) => photoToLocator(look.transform, point)),
      );
  const outline = isMeasured
    ? seen.shape.outline.map((point) => locatorToPhoto(look.transform, point))
    : boxed;
  const finding = findingOfShape(
    image,
    faceShape(clampToPicture(outline, image), seen.shape.down),
    {
      confidence: box.score,
      notchConfidence: seen.notchConfidence,
      otherFaces: countAlike(detections.boxes),
      acceptanceFeatures: acceptanceFeatures(seen, look, insideMean(seen), agreement),
    },
    options,
  );
  return { ok: true, face: isMeasured ? finding : withOutlineWarning(finding, agreement) };
}

/** The face of the close look whose extent agrees best with the box. */
function agreeingFace(look: LocatorLook, box: DetectedBox): { face: MapFace | null; agreement: number } {
  let face: MapFace | null = null;
  let agreement = 0;
  for (const candidate of facesFromProbabilityMaps(look.maps, 4)) {
    const outline = candidate.shape.outline.map((point) => locatorToPhoto(look.transform, point));
    const overlap = extentOverlap(outline, box);
    if (overlap > agreement) {
      agreement = overlap;
      face = candidate;
    }
  }
  return { face, agreement };
}

/** Intersection over union of a box and an outline's extent along the box's axes: an upright box around a turned face agrees. */
function extentOverlap(outline: readonly ImagePoint[], box: DetectedBox): number {
  const c = Math.cos(box.angle ?? 0);
  const s = Math.sin(box.angle ?? 0);
  const [across, down] = [
    { x: c, y: s },
    { x: -s, y: c },
  ];
  const a = extentAlong(outline, across, down);
  const b = extentAlong(boxCorners(box), across, down);
  const width = Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left));
  const height = Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const both = width * height;
  return both / ((a.right - a.left) * (a.bottom - a.top) + box.width * box.height - both);
}

function boxOutline(box: DetectedBox): ImagePoint[] {
  const corners = boxCorners(box);
  return corners.flatMap((from, side) => {
    const to = corners[(side + 1) % 4];
    return Array.from({ length: POINTS_A_SIDE }, (_, i) => ({
      x: from.x + (i / POINTS_A_SIDE) * (to.x - from.x),
      y: from.y + (i / POINTS_A_SIDE) * (to.y - from.y),
    }));
  });
}

function insideMean({ region }: MapFace): number {
  return region.mass / Math.max(1, region.area);
}

function countAlike([chosen, ...others]: readonly DetectedBox[]): number {
  const area = chosen.width * chosen.height;
  return others.filter(
    ({ width, height }) => width * height > ALIKE[0] * area && width * height < ALIKE[1] * area,
  ).length;
}

function withOutlineWarning(face: FaceFinding, agreement: number): FaceFinding {
  const flags = face.flags.filter(({ code }) => code !== 'unsure-outline');
  return { ...face, flags: [...flags, qualityFlag('unsure-outline', 'warning', agreement, LEAST_AGREEMENT)] };
}
