export type {
  AcceptanceFinding,
  AcceptanceLimits,
  AcceptanceRequirement,
  JudgedValue,
} from './acceptance/judge-acceptance.ts';
export { judgeAcceptance } from './acceptance/judge-acceptance.ts';
export type { RetestFinding, RetestRule, RetestVerdict } from './acceptance/judge-retest.ts';
export { judgeRetest, retestClauses } from './acceptance/judge-retest.ts';
export type { ChartAgreement, ChartAgreementShares } from './chart/chart-agreement.ts';
export { chartAgreementOf, chartAgreementShares } from './chart/chart-agreement.ts';
export type { ChartClass } from './chart/chart-class.ts';
export { chartClassDistance, chartClasses, chartClassOf } from './chart/chart-class.ts';
export type { DwttDimensions, DwttShear } from './dwtt/dwtt-shear.ts';
export { dwttShear } from './dwtt/dwtt-shear.ts';
export type { CharacteristicForces, ForcesInNewtons } from './instrumented/characteristic-forces.ts';
export { forceMethodVersion } from './instrumented/find-characteristic-forces.ts';
export type { ForceCurve } from './instrumented/force-curve.ts';
export {
  fewestSamples,
  forceCurveOverDisplacement,
  forceCurveOverTime,
  pendulumMass,
} from './instrumented/force-curve.ts';
export type { InstrumentedShear, InstrumentedShearResult } from './instrumented/instrumented-shear.ts';
export { instrumentedShear } from './instrumented/instrumented-shear.ts';
export type { EnergyAgreement, ShearPlausibility } from './instrumented/judge-instrumented-test.ts';
export { judgeCurveEnergy, judgeInstrumentedShear } from './instrumented/judge-instrumented-test.ts';
export type { ForceCurveReading, GivenForces, ReadForce } from './instrumented/read-force-curve.ts';
export { readForceCurve } from './instrumented/read-force-curve.ts';
export type { EstimatedLateralExpansion } from './lateral-expansion/estimate-lateral-expansion.ts';
export { estimateLateralExpansion } from './lateral-expansion/estimate-lateral-expansion.ts';
export type {
  CountingLip,
  LateralExpansion,
  LateralExpansionFlag,
  UnreadLip,
} from './lateral-expansion/lateral-expansion.ts';
export { lateralExpansion } from './lateral-expansion/lateral-expansion.ts';
export type { LateralExpansionCriterion } from './lateral-expansion/lateral-expansion-criteria.ts';
export {
  lateralExpansionCriteria,
  meetsLateralExpansion,
} from './lateral-expansion/lateral-expansion-criteria.ts';
export type { HalfReadings, LateralExpansionReadings, LipReading } from './lateral-expansion/lip-readings.ts';
export { ParameterRangeError } from './parameter-range-error.ts';
export type { ReportProfile } from './rounding/report-profiles.ts';
export {
  energyProfiles,
  formatReported,
  lateralExpansionProfiles,
  roundEnergy,
  roundLateralExpansion,
} from './rounding/report-profiles.ts';
export { dimensionSteps, roundDimension } from './rounding/round-dimension.ts';
export type { RoundingProfile, RoundingProfileName } from './rounding/round-shear.ts';
export { formatShear, roundingProfiles, roundShear } from './rounding/round-shear.ts';
export type { TieRule } from './rounding/round-to-step.ts';
export { roundToStep, tieRules } from './rounding/round-to-step.ts';
export type { PrintedShearTable } from './shear/printed-shear-table.ts';
export { printedShearTable } from './shear/printed-shear-table.ts';
export type { ShearBand } from './shear/shear-bands.ts';
export { shearBandOf, shearBands } from './shear/shear-bands.ts';
export type { CleavageDimensions } from './shear/shear-from-dimensions.ts';
export { shearFromAreas, shearFromDimensions } from './shear/shear-from-dimensions.ts';
export type { CleavageDimensionsInches, InchSection } from './shear/shear-from-inches.ts';
export { inchSection, shearFromInches } from './shear/shear-from-inches.ts';
export type { ReferenceArea, ReferredShear } from './shear/shear-on-reference-areas.ts';
export { referenceAreas, shearOnReferenceAreas } from './shear/shear-on-reference-areas.ts';
export type { ShearTable } from './shear/shear-table.ts';
export { shearTable } from './shear/shear-table.ts';
export { impactStrengthKjPerM2 } from './specimen/impact-strength.ts';
export type { SpecimenGeometry } from './specimen/specimen-geometry.ts';
export { specimenGeometry } from './specimen/specimen-geometry.ts';
export type { SpecimenWidthMm } from './specimen/specimen-width.ts';
export {
  isSpecimenWidth,
  ligamentDepthMm,
  nominalFractureAreaMm2,
  specimenWidthsMm,
} from './specimen/specimen-width.ts';
export type { ModelComparison } from './transition/compare-transition-models.ts';
export { compareTransitionModels } from './transition/compare-transition-models.ts';
export type { TransitionModelName } from './transition/curve-model.ts';
export { transitionModelNames } from './transition/curve-model.ts';
export { fitTransitionCurve } from './transition/fit-transition-curve.ts';
export type { ResidualChecks, ResidualRow } from './transition/residual-checks.ts';
export type { ShelfChoice, TransitionOptions, TransitionPoint } from './transition/transition-options.ts';
export type { LevelDefinition, TransitionQuantity } from './transition/transition-quantity.ts';
export { quantityRules } from './transition/transition-quantity.ts';
export type {
  CharacteristicTemperature,
  CurvePoint,
  InformationCriteria,
  ShelfEstimate,
  TransitionEstimate,
  TransitionFit,
  TransitionRefusal,
  TransitionRefusalReason,
  TransitionResult,
  TransitionWarning,
} from './transition/transition-result.ts';
export type { ShelfSpecimen, UpperShelfEnergy } from './transition/upper-shelf-energy.ts';
export { upperShelfEnergy } from './transition/upper-shelf-energy.ts';
export { convertUnit } from './units/convert-unit.ts';
export type { CompatibleUnit, UnitName } from './units/unit-table.ts';
export { compatibleUnits, isUnitName, unitNames } from './units/unit-table.ts';
