import type { NetworkDefinition } from '@mlmcsc/kernels';
import type { Descriptors } from '../describe/describe-face.ts';
import { DESCRIPTOR_NAMES, describeFace } from '../describe/describe-face.ts';
import type { RgbImage } from '../image/value-image.ts';
import type { FaceFinding, LocateResult } from '../locate/face-finding.ts';
import type { LocateOptions } from '../locate/locate-face.ts';
import { locateFace } from '../locate/locate-face.ts';
import { MAP_STATISTIC_NAMES, mapStatistics } from '../map/map-statistics.ts';
import type { ShearMap } from '../map/shear-map.ts';
import { shearMap } from '../map/shear-map.ts';
import { mapFlags } from '../quality/map-flags.ts';
import type { PhotometricMeasures } from '../quality/photometric-flags.ts';
import { flagsOfMeasures, photometricMeasures } from '../quality/photometric-flags.ts';
import type { QualityFlag } from '../quality/quality-flag.ts';
import type { FaceOutline, RectifiedFace } from '../rectify/rectify-face.ts';
import { rectifyFace } from '../rectify/rectify-face.ts';
import type { Eyes } from './eyes.ts';

/** Everything seen of one face, before any judgement of percent shear. */
export interface FaceView {
  readonly rectified: RectifiedFace;
  readonly map: ShearMap;
  readonly descriptors: Descriptors;
  readonly photometry: PhotometricMeasures;
  /** Flags of light, focus and the map's doubt. */
  readonly flags: readonly QualityFlag[];
  /** In the order of `viewFeatureNames`; all finite. */
  readonly features: Float64Array;
}

/** Result of looking at a photograph. */
export type Look =
  | { readonly ok: true; readonly face: FaceFinding; readonly view: FaceView }
  | Extract<LocateResult, { ok: false }>;

/** Names of the features of a view: map statistics, pooled and tangent network features, descriptors. */
export function viewFeatureNames(surface: NetworkDefinition): string[] {
  const bottleneck = surface.encoder[surface.encoder.length - 1];
  return [
    ...MAP_STATISTIC_NAMES,
    ...Array.from({ length: bottleneck.channels }, (_, i) => `pooled-${i}`),
    ...Array.from({ length: surface.decoder[0].channels }, (_, i) => `tangent-${i}`),
    'tangent-bias',
    ...DESCRIPTOR_NAMES,
  ];
}

/** A part of looking, in their order. */
export type LookStage = 'find' | 'rectify' | 'map' | 'describe';

/** Runs one part of looking and gives what it gives; a caller may take the time. */
export type WatchStage = <T>(stage: LookStage, work: () => T) => T;

const unwatched: WatchStage = (_stage, work) => work();

/** Finds the face in a photograph and views it.
 * @param watch - runs each part. @default runs it, no more */
export function lookAtPhotograph(
  image: RgbImage,
  eyes: Eyes,
  options: LocateOptions = {},
  watch: WatchStage = unwatched,
): Look {
  const located = watch('find', () =>
    locateFace(image, eyes.locator, { acceptance: eyes.acceptance, ...options }),
  );
  if (!located.ok) return located;
  return { ok: true, face: located.face, view: viewFace(image, located.face, eyes, watch) };
}

/** Views a face whose outline is known: rectifies, maps, describes.
 * @param eyes - without an acceptance no doubt of the map is too much
 * @param watch - runs each part. @default runs it, no more
 * @throws RangeError when the outline is degenerate */
export function viewFace(
  image: RgbImage,
  face: FaceOutline,
  eyes: Pick<Eyes, 'surface'> & Partial<Pick<Eyes, 'acceptance'>>,
  watch: WatchStage = unwatched,
): FaceView {
  const rectified = watch('rectify', () => rectifyFace(image, face));
  const map = watch('map', () => shearMap(rectified, eyes.surface));
  const statistics = mapStatistics(map.cleavage, map.mask, map.width, map.height);
  const [descriptors, photometry] = watch('describe', () => [
    describeFace(rectified),
    photometricMeasures(rectified, image, face.outline),
  ]);
  return {
    rectified,
    map,
    descriptors,
    photometry,
    flags: [...flagsOfMeasures(photometry), ...mapFlags(statistics, eyes.acceptance?.mostUndecided ?? 1)],
    features: Float64Array.from([...statistics, ...map.pooled, ...map.tangents, ...descriptors.values]),
  };
}
