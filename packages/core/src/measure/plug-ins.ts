import type { FeatureSet } from '@mlmcsc/learning';
import type { Detections, FaceOutline, RgbImage } from '@mlmcsc/vision';
import { PIPELINE_VERSION } from './pipeline-version.ts';

/** A network of the laboratory's own that finds faces. */
export interface FaceDetector {
  /** SHA-256 of its file, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  /** @returns boxes in photograph pixels, surest first */
  detect(image: RgbImage): Promise<Detections>;
}

/** A network of the laboratory's own that describes faces in numbers. */
export interface FeatureBackbone {
  /** SHA-256 of its file, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  /** How many numbers it gives. */
  readonly length: number;
  /** @returns `length` finite numbers */
  describe(image: RgbImage, face: FaceOutline): Promise<Float64Array>;
}

/** Networks that a laboratory adds; null = the ones of the product alone. */
export interface PlugIns {
  readonly detector: FaceDetector | null;
  readonly backbone: FeatureBackbone | null;
}

/** What identifies plug-ins, without the means to run them. */
export interface PlugInDigests {
  readonly detector: Pick<FaceDetector, 'digest'> | null;
  readonly backbone: Pick<FeatureBackbone, 'digest'> | null;
}

/** Version of everything between picture and features, plug-ins included: their files are named by SHA-256. */
export function pipelineVersionWith({ detector, backbone }: PlugInDigests): string {
  return [
    PIPELINE_VERSION,
    ...(detector === null ? [] : [`detector-${detector.digest}`]),
    ...(backbone === null ? [] : [`backbone-${backbone.digest}`]),
  ].join('/');
}

const BACKBONE_PART = '/backbone-';

/** A feature set with the numbers of a backbone behind it. The version names the backbone's file, so that heads taught with
 * it, without it or with another one never mix. */
export function featureSetWith(
  base: FeatureSet,
  backbone: Pick<FeatureBackbone, 'digest' | 'length'> | null,
): FeatureSet {
  if (backbone === null) return base;
  return {
    ...base,
    version: `${base.version}${BACKBONE_PART}${backbone.digest}`,
    names: [...base.names, ...Array.from({ length: backbone.length }, (_, i) => `backbone-${i}`)],
  };
}

/** SHA-256 of the backbone that a head was taught with, or null. */
export function backboneDigestOf({ version }: Pick<FeatureSet, 'version'>): string | null {
  const at = version.indexOf(BACKBONE_PART);
  return at < 0 ? null : version.slice(at + BACKBONE_PART.length);
}

/** The features that a head answers from: all of them, or, for a head that was taught without the backbone, those before
 * its numbers.
 * @throws RangeError when the head was made for other features, saying which backbone it wants */
export function featuresForHead(
  head: { readonly featureSet: FeatureSet },
  features: Float64Array,
  version: string,
): Float64Array {
  const { featureSet } = head;
  if (featureSet.version === version) return features;
  if (version.startsWith(`${featureSet.version}${BACKBONE_PART}`)) {
    return features.slice(0, featureSet.names.length);
  }
  const wanted = backboneDigestOf(featureSet);
  const remedy =
    wanted === null || backboneDigestOf({ version }) === wanted
      ? ''
      : `; it needs the feature network with the SHA-256 ${wanted}`;
  throw new RangeError(
    `the model's head was made for features ${featureSet.version}, the picture gives ${version}${remedy}`,
  );
}
