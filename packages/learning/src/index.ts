export type { Model, StoredNetwork } from './artefact/model.ts';
export { featureSetOf } from './artefact/model.ts';
export type {
  CrossValidation,
  FoldGrouping,
  LearningCurvePoint,
  LearningEvaluation,
  PrequentialRecord,
} from './evaluation/evaluation-report.ts';
export type { FeatureScaling } from './head/feature-scaling.ts';
export type { FeatureSet, FeatureVector } from './head/feature-set.ts';
export { areaIndexOf, checkFeatureSet, featureVectorOf, isSameFeatureSet } from './head/feature-set.ts';
export type { LabelEvidence } from './head/label-evidence.ts';
export type { LabelledSample } from './head/labelled-sample.ts';
export type { HeadPrediction, HeadPrior, LaboratoryHead } from './head/laboratory-head.ts';
export type { NoiseShape } from './head/noise-shape.ts';
export type { Robustness, StrategyName, UpdateStrategy } from './head/strategy.ts';
export { strategyNames } from './head/strategy.ts';
export type { ConformalState, ShearInterval, TrackedLevel } from './interval/conformal-state.ts';
export type { JsonObject, JsonValue } from './json.ts';
export type { ErrorFigures, EvaluatedAnswer, EvaluationFigures } from './metrics/evaluation-figures.ts';
export type { BandName } from './metrics/shear-bands.ts';
export { bandNames, bandOf } from './metrics/shear-bands.ts';
export type {
  ComparedFigures,
  PromotionCase,
  PromotionEvidence,
  PromotionRules,
  PromotionVerdict,
} from './promotion/promotion-case.ts';
export type { TechnicianReading, TechnicianStatistics } from './technicians/technician-statistics.ts';
