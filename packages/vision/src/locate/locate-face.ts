import type { Network } from '@mlmcsc/kernels';
import { createPlanarTensor } from '../image/planar-tensor.ts';
import type { RgbImage } from '../image/value-image.ts';
import { acceptanceFeatures } from './acceptance-features.ts';
import type { AcceptanceModel } from './acceptance-model.ts';
import { acceptanceScore, DEFAULT_ACCEPTANCE } from './acceptance-model.ts';
import type { FaceFinding, LocateResult } from './face-finding.ts';
import type { MapFace, ProbabilityMaps } from './face-from-probability-maps.ts';
import { facesFromProbabilityMaps } from './face-from-probability-maps.ts';
import type { FaceShape } from './face-shape.ts';
import { faceShape } from './face-shape.ts';
import { boundingBox, clampToPicture, findingOfShape } from './finding-of-shape.ts';
import type { LocatorTransform } from './locator-input.ts';
import {
  fineRegion,
  LOCATOR_CHANNELS,
  LOCATOR_HEIGHT,
  LOCATOR_WIDTH,
  locatorToPhoto,
  photoToLocator,
  wholePictureRegion,
} from './locator-input.ts';
import { refusal, unfitReason } from './refuse-picture.ts';
import type { LocatorLook } from './run-locator.ts';
import { lookAgainTurned, runLocator } from './run-locator.ts';

export interface LocateOptions {
  /** Nominal width of the specimen in mm: 10, 7.5, 6.7, 5, 3.3 or 2.5. @default the standard width nearest to the outline's proportions */
  readonly widthMm?: number;
  /** Stored calibration in pixels per millimetre; when given it is reported instead of an estimate. */
  readonly pxPerMm?: number;
  /** The decision what is a face. @default DEFAULT_ACCEPTANCE */
  readonly acceptance?: AcceptanceModel;
}

/** A second candidate is looked at when its weight is at least this share of the first. */
const SECOND_LOOK = 0.3;
/** Faces of the coarse look that are described, and those of them that are looked at closely. */
const MOST_PLACES = 6;
const CLOSE_LOOKS = 3;
/** A fine pass is repeated when the face fills less or more of the frame than this: the first look was off. */
const FILL_RANGE = [0.48, 0.8] as const;

/** A face that fills this much of the whole picture needs no look of its own: the coarse one is as close. On 98 rendered
 * photographs it left found faces (95 instead of 94), mean overlap (0.931) and notch sides (87 instead of 86) where they were. */
const CLOSE_ENOUGH = [0.56, 0.8] as const;

/** What the network sees: overwritten by every call and by every close look. */
const inputs = {
  coarse: createPlanarTensor(LOCATOR_CHANNELS, LOCATOR_HEIGHT, LOCATOR_WIDTH),
  fine: createPlanarTensor(LOCATOR_CHANNELS, LOCATOR_HEIGHT, LOCATOR_WIDTH),
};

interface Candidate {
  readonly face: MapFace;
  readonly look: LocatorLook;
  readonly features: Float64Array;
  readonly score: number;
}

/** The coarse look and the faces seen in it, heaviest first. */
interface Overview {
  readonly coarse: LocatorLook;
  readonly places: readonly MapFace[];
}

/** Finds the fracture face in a photograph, coarse to fine, or refuses with a reason.
 * The network looks at the whole picture, then closely at each likely place; shape and probability numbers of the close
 * look decide whether it is a face at all. With two halves in view the better one is returned and flagged.
 * @param locator - network made for `locatorInput`; outputs face and notch-band logits
 * @throws RangeError when the network does not fit */
export function locateFace(image: RgbImage, locator: Network, options: LocateOptions = {}): LocateResult {
  const unfit = unfitReason(image);
  if (unfit !== null) return refusal('unfit', unfit, 0, null);
  const acceptance = options.acceptance ?? DEFAULT_ACCEPTANCE;
  const coarse = runLocator(image, locator, wholePictureRegion(image), inputs.coarse);
  const seen = facesFromProbabilityMaps(coarse.maps, MOST_PLACES);
  const places = seen.length > 0 ? seen.slice(0, CLOSE_LOOKS) : likeliestPlace(coarse.maps);
  let best: Candidate | null = null;
  for (const place of places) {
    if (best !== null && place.region.mass < SECOND_LOOK * places[0].region.mass) break;
    const candidate = lookClosely(image, locator, coarse, place, acceptance);
    if (candidate !== null && (best === null || candidate.score > best.score)) best = candidate;
  }
  if (best === null) {
    return refusal('no-fracture-face', 'Nothing in the picture looks like a fracture face.', 0, null);
  }
  if (best.score < acceptance.threshold) {
    return refusal('no-fracture-face', refusalDetail(best), best.score, best.features);
  }
  return { ok: true, face: finding(image, best, { coarse, places: seen }, options) };
}

/** When nothing in the coarse look is more likely than not, the likeliest place still gets a close look. */
function likeliestPlace(maps: ProbabilityMaps): MapFace[] {
  let top = 0;
  for (const p of maps.face) top = Math.max(top, p);
  if (top < 0.15) return [];
  const lifted = maps.face.map((p) => Math.min(1, p * (0.9 / top)));
  return facesFromProbabilityMaps({ ...maps, face: lifted }, 1);
}

function lookClosely(
  image: RgbImage,
  locator: Network,
  coarse: LocatorLook,
  place: MapFace,
  acceptance: AcceptanceModel,
): Candidate | null {
  let look = isFramed(place, coarse.maps, CLOSE_ENOUGH)
    ? coarse
    : runLocator(image, locator, fineRegion(boxOf(place, coarse.transform)), inputs.fine);
  const first = centralFace(look.maps);
  if (first === null) return null;
  if (!isFramed(first, look.maps, FILL_RANGE)) {
    look = runLocator(image, locator, fineRegion(boxOf(first, look.transform)), inputs.fine);
  }
  look = lookAgainTurned(locator, look);
  const face = centralFace(look.maps);
  if (face === null) return null;
  const features = acceptanceFeatures(
    face,
    look,
    place.region.mass / place.region.area,
    agreement(place, coarse, face, look),
  );
  return { face, look, features, score: acceptanceScore(acceptance, features) };
}

/** True when the face fills the frame about as the fine pass wants it and lies wholly inside. */
function isFramed(face: MapFace, maps: ProbabilityMaps, range: readonly [number, number]): boolean {
  const { left, top, right, bottom } = face.region;
  const fill = Math.max((right - left + 1) / maps.width, (bottom - top + 1) / maps.height);
  const isInside = left > 0 && top > 0 && right < maps.width - 1 && bottom < maps.height - 1;
  return isInside && fill >= range[0] && fill <= range[1];
}

/** The face the frame was centred on: weight times nearness to the centre. */
function centralFace(maps: ProbabilityMaps): MapFace | null {
  let best: MapFace | null = null;
  let bestScore = 0;
  for (const face of facesFromProbabilityMaps(maps, 4)) {
    const dx = face.shape.centre.x / maps.width - 0.5;
    const dy = face.shape.centre.y / maps.height - 0.5;
    const score = face.region.mass * Math.exp(-8 * (dx * dx + dy * dy));
    if (score > bestScore) {
      bestScore = score;
      best = face;
    }
  }
  return best;
}

function boxOf(face: MapFace, transform: LocatorTransform): [number, number, number, number] {
  const points = face.shape.outline.map((point) => locatorToPhoto(transform, point));
  return boundingBox(points);
}

/** Intersection over union of the coarse region and the fine outline, on the coarse cells. */
function agreement(place: MapFace, coarse: LocatorLook, face: MapFace, look: LocatorLook): number {
  const { width, height } = coarse.maps;
  let both = 0;
  let either = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const a = place.cover[y * width + x];
      const b = coverAt(face, look, locatorToPhoto(coarse.transform, { x, y }));
      both += Math.min(a, b);
      either += Math.max(a, b);
    }
  }
  return either === 0 ? 0 : both / either;
}

function coverAt(face: MapFace, look: LocatorLook, photo: { x: number; y: number }): number {
  const cell = photoToLocator(look.transform, photo);
  const x = Math.round(cell.x);
  const y = Math.round(cell.y);
  if (x < 0 || y < 0 || x >= look.maps.width || y >= look.maps.height) return 0;
  return face.cover[y * look.maps.width + x];
}

function finding(
  image: RgbImage,
  candidate: Candidate,
  overview: Overview,
  options: LocateOptions,
): FaceFinding {
  const { face, look } = candidate;
  const outline = face.shape.outline.map((point) => locatorToPhoto(look.transform, point));
  const shape = faceShape(clampToPicture(outline, image), face.shape.down);
  return findingOfShape(
    image,
    shape,
    {
      confidence: candidate.score,
      notchConfidence: face.notchConfidence,
      otherFaces: countOthers(overview, shape),
      acceptanceFeatures: candidate.features,
    },
    options,
  );
}

/** Regions of the coarse look away from the chosen face that are sure and large enough to be faces themselves. */
function countOthers({ coarse, places }: Overview, chosen: FaceShape): number {
  const cell = coarse.transform.region.width / coarse.maps.width;
  let others = 0;
  for (const place of places) {
    const centre = locatorToPhoto(coarse.transform, place.shape.centre);
    const u = (centre.x - chosen.centre.x) * chosen.across.x + (centre.y - chosen.centre.y) * chosen.across.y;
    const v = (centre.x - chosen.centre.x) * chosen.down.x + (centre.y - chosen.centre.y) * chosen.down.y;
    if (Math.abs(u) < 0.5 * chosen.width && Math.abs(v) < 0.5 * chosen.depth) continue;
    const area = place.shape.area * cell * cell;
    const sure = place.region.mass / place.region.area;
    if (area > 0.35 * chosen.area && area < 3 * chosen.area && sure > 0.75) others += 1;
  }
  return others;
}

/** Says what spoke most against the best candidate. */
function refusalDetail(candidate: Candidate): string {
  const [insideMean, , solidity, , aspectExcess, notchStrip, , , agreed] = candidate.features;
  if (notchStrip < 0.35) return 'A surface was found, but no notch edge along any of its sides.';
  if (aspectExcess > 0.15) return 'A surface was found, but its proportions fit no Charpy specimen.';
  if (solidity < 0.85) return 'A surface was found, but its outline is too ragged for a fracture face.';
  if (agreed < 0.5 || insideMean < 0.75) return 'Something resembles a fracture face, but not surely enough.';
  return 'The picture shows no fracture face that could be told apart with confidence.';
}
