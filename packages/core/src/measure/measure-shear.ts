import type { Model } from '@mlmcsc/learning';
import { answerShear, defaultIntervalLevel } from '@mlmcsc/learning';
import type { Eyes, FaceFinding, LocateOptions, Look, RgbImage, WatchStage } from '@mlmcsc/vision';
import { lookAtPhotograph, openEyes } from '@mlmcsc/vision';
import { surfaceFeatureSet } from './feature-set.ts';
import type { Extraction, Measurement, ShearPrediction } from './measurement.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';
import { featuresForHead } from './plug-ins.ts';

export interface MeasureOptions extends Pick<LocateOptions, 'widthMm' | 'pxPerMm'> {
  /** Wanted coverage of the interval, in (0, 1). @default 0.9 */
  readonly intervalLevel?: number;
  /** Runs each part of looking, so that its time can be taken. @default runs it, no more */
  readonly watch?: WatchStage | undefined;
}

/** A model's networks are opened once per thread and model object. */
const opened = new WeakMap<object, Eyes>();

/** The running networks of a model: opened at the first call, kept as long as the model is.
 * @throws RangeError when the model was made for another version of the seeing code */
export function eyesOf(model: Pick<Model, 'locator' | 'surface' | 'acceptance' | 'pipelineVersion'>): Eyes {
  const known = opened.get(model);
  if (known !== undefined) return known;
  if (model.pipelineVersion !== PIPELINE_VERSION) {
    throw new RangeError(
      `the model was made for the seeing code ${model.pipelineVersion}, this is ${PIPELINE_VERSION}: train it anew`,
    );
  }
  const eyes = openEyes(model);
  opened.set(model, eyes);
  return eyes;
}

/** Looks at a photograph: locates, rectifies, maps, describes. The slow part; bit-identical for the same picture and model.
 * @param image - orientation applied, any size
 * @throws RangeError when the networks do not fit this code or an option is out of range */
export function extractFeatures(image: RgbImage, eyes: Eyes, options: MeasureOptions = {}): Extraction {
  return extractionOf(lookAtPhotograph(image, eyes, sizeOptions(options), options.watch), {
    featureSetVersion: surfaceFeatureSet(eyes.surface.definition).version,
    pipelineVersion: PIPELINE_VERSION,
  });
}

/** What a look gives to learn and answer from. */
export function extractionOf(
  look: Look,
  versions: Pick<Extraction, 'featureSetVersion' | 'pipelineVersion'>,
): Extraction {
  if (!look.ok) {
    return {
      status: 'no-face',
      reason: look.detail,
      face: null,
      map: null,
      pose: null,
      flags: look.flags,
      detectionConfidence: look.score,
      photometry: null,
      descriptors: null,
      features: null,
      ...versions,
    };
  }
  const flags = [...look.face.flags, ...look.view.flags];
  const refusing = flags.find((flag) => flag.severity === 'refuse');
  return {
    status: refusing === undefined ? 'ok' : 'poor',
    reason: refusing?.detail ?? null,
    face: look.face,
    map: look.view.map,
    pose: look.view.rectified.pose,
    flags,
    detectionConfidence: look.face.confidence,
    photometry: look.view.photometry,
    descriptors: look.view.descriptors.values,
    features: look.view.features,
    ...versions,
  };
}

/** Percent shear and interval from stored features: the fast part.
 * @param features - in the order of the model's feature set
 * @throws RangeError when the length does not fit */
export function predictFromFeatures(
  features: Float64Array,
  model: Pick<Model, 'head' | 'conformal'>,
  intervalLevel = defaultIntervalLevel,
): ShearPrediction {
  const answer = answerShear(model, features, intervalLevel);
  return {
    shearPercent: answer.mean,
    lower: answer.interval.lower,
    upper: answer.interval.upper,
    intervalLevel,
    standardDeviation: Math.sqrt(answer.variance),
    modelStandardDeviation: Math.sqrt(answer.modelVariance),
  };
}

/** Measures percent shear in a photograph of a Charpy fracture face.
 * @returns status `ok` with a number and interval; `no-face` or `poor` with a reason and nulls instead of numbers
 * @throws RangeError when the model does not fit this code or an option is out of range
 * @example
 * const measurement = measureShear(image, model, { widthMm: 10 });
 * if (measurement.status === 'ok') console.log(measurement.shearPercent, measurement.lower, measurement.upper);
 */
export function measureShear(image: RgbImage, model: Model, options: MeasureOptions = {}): Measurement {
  return measurementOf(extractFeatures(image, eyesOf(model), options), model, options);
}

/** The model's answer to what was seen.
 * @throws RangeError when the head was made for other features */
export function measurementOf(
  extraction: Extraction,
  model: Pick<Model, 'head' | 'conformal'>,
  options: Pick<MeasureOptions, 'intervalLevel'>,
): Measurement {
  const intervalLevel = options.intervalLevel ?? defaultIntervalLevel;
  const features =
    extraction.features === null
      ? null
      : featuresForHead(model.head, extraction.features, extraction.featureSetVersion);
  const prediction =
    extraction.status === 'ok' && features !== null
      ? predictFromFeatures(features, model, intervalLevel)
      : NO_PREDICTION;
  return { ...extraction, ...prediction, intervalLevel, ...geometryOf(extraction.face) };
}

const NO_PREDICTION = {
  shearPercent: null,
  lower: null,
  upper: null,
  standardDeviation: null,
  modelStandardDeviation: null,
} as const;

function geometryOf(
  face: FaceFinding | null,
): Pick<Measurement, 'bbox' | 'outline' | 'notchSide' | 'pxPerMm'> {
  if (face === null) return { bbox: null, outline: null, notchSide: null, pxPerMm: null };
  return {
    bbox: face.bbox,
    outline: face.outline.map((point) => [point.x, point.y] as const),
    notchSide: face.notchSide,
    pxPerMm: face.pxPerMm,
  };
}

/** Only the options that were given: an absent key and `undefined` mean the same. */
export function sizeOptions(options: MeasureOptions): LocateOptions {
  return {
    ...(options.widthMm === undefined ? {} : { widthMm: options.widthMm }),
    ...(options.pxPerMm === undefined ? {} : { pxPerMm: options.pxPerMm }),
  };
}
