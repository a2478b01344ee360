export type { LocalStatistics } from './local-statistics.ts';
export { localStatistics } from './local-statistics.ts';
export type { GridPose, TripleGrid } from './sample-colour.ts';
export { sampleColour } from './sample-colour.ts';
export type { AxisTaps } from './sample-triples.ts';
export { sampleTriples } from './sample-triples.ts';
export type {
  DerivativeFilters,
  MaskedGrid,
  SecondDerivativeSums,
  SupportedArea,
} from './second-derivative-sums.ts';
export { secondDerivativeSums } from './second-derivative-sums.ts';
