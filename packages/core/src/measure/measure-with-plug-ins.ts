import type { Model } from '@mlmcsc/learning';
import type { Eyes, Look, RgbImage } from '@mlmcsc/vision';
import { locateDetectedFace, lookAtPhotograph, viewFace } from '@mlmcsc/vision';
import { surfaceFeatureSet } from './feature-set.ts';
import type { MeasureOptions } from './measure-shear.ts';
import { extractionOf, eyesOf, measurementOf, sizeOptions } from './measure-shear.ts';
import type { Extraction, Measurement } from './measurement.ts';
import type { PlugIns } from './plug-ins.ts';
import { featureSetWith, pipelineVersionWith } from './plug-ins.ts';

/** `extractFeatures` with a laboratory's own networks: the detector finds the face, the locator gives its outline and notch
 * side; the backbone's numbers follow the other features.
 * @throws RangeError when the networks do not fit this code or an option is out of range; what a plug-in throws */
export async function extractFeaturesWith(
  image: RgbImage,
  eyes: Eyes,
  plugIns: PlugIns,
  options: MeasureOptions = {},
): Promise<Extraction> {
  const look = await lookWith(image, eyes, plugIns, options);
  const { backbone } = plugIns;
  const extraction = extractionOf(look, {
    featureSetVersion: featureSetWith(surfaceFeatureSet(eyes.surface.definition), backbone).version,
    pipelineVersion: pipelineVersionWith(plugIns),
  });
  if (backbone === null || extraction.face === null || extraction.features === null) return extraction;
  const described = await backbone.describe(image, extraction.face);
  return { ...extraction, features: Float64Array.from([...extraction.features, ...described]) };
}

async function lookWith(
  image: RgbImage,
  eyes: Eyes,
  { detector }: PlugIns,
  options: MeasureOptions,
): Promise<Look> {
  if (detector === null) return lookAtPhotograph(image, eyes, sizeOptions(options), options.watch);
  const detections = await detector.detect(image);
  const located = locateDetectedFace(image, detections, eyes.locator, sizeOptions(options));
  return located.ok ? { ...located, view: viewFace(image, located.face, eyes, options.watch) } : located;
}

/** `measureShear` with a laboratory's own networks. A model taught without the backbone answers as it would without it.
 * @throws RangeError when model, code and backbone do not fit together or an option is out of range; what a plug-in throws
 * @example
 * const measurement = await measureShearWith(image, model, { detector, backbone: null });
 */
export async function measureShearWith(
  image: RgbImage,
  model: Model,
  plugIns: PlugIns,
  options: MeasureOptions = {},
): Promise<Measurement> {
  return measurementOf(await extractFeaturesWith(image, eyesOf(model), plugIns, options), model, options);
}
