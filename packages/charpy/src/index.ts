export type { ChartClass } from './chart-class.ts';
export { chartClassDistance, chartClasses, chartClassOf } from './chart-class.ts';
export type { RoundingProfile, RoundingProfileName, TieRule } from './round-shear.ts';
export { formatShear, roundingProfiles, roundShear } from './round-shear.ts';
export type { ShearBand } from './shear-bands.ts';
export { shearBandOf, shearBands } from './shear-bands.ts';
export type { CleavageDimensions } from './shear-from-dimensions.ts';
export { roundDimension, shearFromAreas, shearFromDimensions } from './shear-from-dimensions.ts';
export type { ShearTable } from './shear-table.ts';
export { shearTable } from './shear-table.ts';
export type { SpecimenWidthMm } from './specimen-width.ts';
export {
  isSpecimenWidth,
  ligamentDepthMm,
  nominalFractureAreaMm2,
  specimenWidthsMm,
} from './specimen-width.ts';
