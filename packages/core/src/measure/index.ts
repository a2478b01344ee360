export { surfaceFeatureSet } from './feature-set.ts';
export type { MeasureOptions } from './measure-shear.ts';
export { extractFeatures, eyesOf, measureShear, predictFromFeatures } from './measure-shear.ts';
export { extractFeaturesWith, measureShearWith } from './measure-with-plug-ins.ts';
export type { Extraction, Measurement, MeasurementStatus, ShearPrediction } from './measurement.ts';
export { PIPELINE_VERSION } from './pipeline-version.ts';
export type { FaceDetector, FeatureBackbone, PlugInDigests, PlugIns } from './plug-ins.ts';
export { backboneDigestOf, featureSetWith, featuresForHead, pipelineVersionWith } from './plug-ins.ts';
