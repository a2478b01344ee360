export { surfaceFeatureSet } from './feature-set.ts';
export type { MeasureOptions } from './measure-shear.ts';
export { extractFeatures, eyesOf, measureShear, predictFromFeatures } from './measure-shear.ts';
export type { Extraction, Measurement, MeasurementStatus, ShearPrediction } from './measurement.ts';
export { PIPELINE_VERSION } from './pipeline-version.ts';
