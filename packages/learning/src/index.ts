export type {
  AgreementRefusal,
  AgreementRefusalReason,
  AgreementResult,
  IntervalEstimate,
} from './agreement/agreement-result.ts';
export { comparePairedAnswers } from './agreement/compare-paired-answers.ts';
export type {
  CompareReadersOptions,
  ReaderAgreement,
  ReaderComparison,
  ReaderPoint,
} from './agreement/compare-readers.ts';
export { compareReaders } from './agreement/compare-readers.ts';
export type { GaugeStudy, VariationComponent } from './agreement/gauge-study.ts';
export type { IntraclassCorrelation } from './agreement/intraclass-correlation.ts';
export type { Iso5725Precision } from './agreement/iso5725-precision.ts';
export type { KrippendorffAlpha } from './agreement/krippendorff-alpha.ts';
export type { LimitsOfAgreement } from './agreement/limits-of-agreement.ts';
export type {
  ComparisonVerdict,
  LabelledFigures,
  PairedAnswer,
  PairedComparison,
  PairedFigures,
} from './agreement/paired-comparison.ts';
export type { ReaderReading } from './agreement/reader-reading.ts';
export type { ShearAnswer } from './artefact/answer.ts';
export { answerShear, defaultIntervalLevel } from './artefact/answer.ts';
export { canonicalJson } from './artefact/canonical-json.ts';
export { decodeModel } from './artefact/decode-model.ts';
export { encodeModel, modelDigest } from './artefact/encode-model.ts';
export type { Model, StoredNetwork } from './artefact/model.ts';
export { featureSetOf } from './artefact/model.ts';
export type { DefaultHeadFit, DefaultHeadSample } from './default-head/fit-default-head.ts';
export { fitDefaultHead } from './default-head/fit-default-head.ts';
export type { ChartRun } from './drift/control-charts.ts';
export type { DescriptorDistances } from './drift/descriptor-distance.ts';
export { descriptorDistances } from './drift/descriptor-distance.ts';
export type { EnergyTest, EnergyTestOptions } from './drift/energy-test.ts';
export { energyTest } from './drift/energy-test.ts';
export type { ChartPoint } from './drift/group-points.ts';
export { groupPoints } from './drift/group-points.ts';
export type {
  DriftVerdict,
  FigureVerdict,
  JudgeDriftOptions,
  PictureGroups,
  WatchedFigure,
} from './drift/judge-drift.ts';
export { judgeDrift } from './drift/judge-drift.ts';
export type { PopulationStability, PopulationStabilityOptions } from './drift/population-stability.ts';
export { populationStability } from './drift/population-stability.ts';
export type { EvaluationReport, EvaluationSample } from './evaluation/evaluate-model.ts';
export { evaluateModel } from './evaluation/evaluate-model.ts';
export type {
  CrossValidation,
  FoldGrouping,
  LearningCurvePoint,
  LearningEvaluation,
  PrequentialRecord,
} from './evaluation/evaluation-report.ts';
export type { LearnedModel, LearnFromLabelsOptions } from './evaluation/learn-from-labels.ts';
export { learnFromLabels } from './evaluation/learn-from-labels.ts';
export type { LearningState } from './evaluation/learning-state.ts';
export type { PrequentialRun } from './evaluation/prequential-run.ts';
export { runPrequentially } from './evaluation/prequential-run.ts';
export type { GroupedSample, SampleGroups } from './evaluation/sample-groups.ts';
export { assignFolds, groupSamples } from './evaluation/sample-groups.ts';
export { versionAfterLabels } from './evaluation/version-label.ts';
export { extendHead } from './head/extend-head.ts';
export type { FeatureScaling } from './head/feature-scaling.ts';
export { fitFeatureScaling } from './head/feature-scaling.ts';
export type { FeatureSet, FeatureVector } from './head/feature-set.ts';
export { areaIndexOf, checkFeatureSet, featureVectorOf, isSameFeatureSet } from './head/feature-set.ts';
export type { LabelEvidence } from './head/label-evidence.ts';
export type { LabelledSample } from './head/labelled-sample.ts';
export type { CreateHeadOptions, HeadPrior, LaboratoryHead, PriorSpread } from './head/laboratory-head.ts';
export { createHead, defaultPriorSpread } from './head/laboratory-head.ts';
export type { NoiseShape } from './head/noise-shape.ts';
export { fitNoiseShape, flatNoise } from './head/noise-shape.ts';
export type { HeadPrediction } from './head/predict.ts';
export { predictShear } from './head/predict.ts';
export type { Robustness, StrategyName, StrategyOptions, UpdateStrategy } from './head/strategy.ts';
export { strategyNames, strategyOf } from './head/strategy.ts';
export type { TechnicianWeights } from './head/technician-weights.ts';
export { updateHead } from './head/update-head.ts';
export type { PredictedShear, ShearInterval } from './interval/conformal-interval.ts';
export { conformityScore, observeLabel, shearInterval } from './interval/conformal-interval.ts';
export type { ConformalState, CreateConformalOptions, TrackedLevel } from './interval/conformal-state.ts';
export { createConformalState } from './interval/conformal-state.ts';
export type { JsonObject, JsonValue } from './json.ts';
export { evaluateAnswers } from './metrics/evaluate-answers.ts';
export type { ErrorFigures, EvaluatedAnswer, EvaluationFigures } from './metrics/evaluation-figures.ts';
export type { BandName } from './metrics/shear-bands.ts';
export { bandNames, bandOf } from './metrics/shear-bands.ts';
export { defaultPromotionRules, judgePromotion } from './promotion/judge-promotion.ts';
export type {
  ComparedFigures,
  PromotionCase,
  PromotionEvidence,
  PromotionRules,
  PromotionVerdict,
} from './promotion/promotion-case.ts';
export { goldCases, pairAnswers, windowCases } from './promotion/promotion-cases.ts';
export { refineLastLayer } from './refine/refine-last-layer.ts';
export type {
  FaceProportion,
  LastLayer,
  PaintedCell,
  RefinedLayer,
  RefinePrior,
} from './refine/refine-types.ts';
export type {
  CompareSelectionOptions,
  SelectionComparison,
  SelectionLaboratory,
} from './selection/compare-selection.ts';
export { compareSelection, meanCurve, randomAgain } from './selection/compare-selection.ts';
export { scaleForSelection } from './selection/feature-distance.ts';
export type { LabelSaving, SelectionTrial } from './selection/label-saving.ts';
export type { SelectionChoice, SelectionWay } from './selection/select-next.ts';
export { selectionWays, selectNext } from './selection/select-next.ts';
export type { SelectedCandidate, SelectionCandidate } from './selection/selection-candidate.ts';
export type { SimulatedSample } from './selection/simulate-selection.ts';
export { estimateTechnicians, technicianWeightsOf } from './technicians/estimate-technicians.ts';
export type { TechnicianReading, TechnicianStatistics } from './technicians/technician-statistics.ts';
