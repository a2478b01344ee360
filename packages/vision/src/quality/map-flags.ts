import { MAP_STATISTIC_NAMES } from '../map/map-statistics.ts';
import type { QualityFlag } from './quality-flag.ts';
import { qualityFlag } from './quality-flag.ts';

const ENTROPY = MAP_STATISTIC_NAMES.indexOf('map-entropy');

/** From this share of the limit on the number is given with a warning. */
const DOUBTFUL_SHARE = 0.75;

/** Flags of what the map says about itself: where it is undecided on most cells, its area is a guess.
 * @param statistics - as `mapStatistics` gives them
 * @param mostUndecided - mean binary entropy of the cells above which no number is given, bits; 1: never */
export function mapFlags(statistics: ArrayLike<number>, mostUndecided: number): QualityFlag[] {
  if (mostUndecided >= 1) return [];
  const entropy = statistics[ENTROPY];
  if (entropy > mostUndecided) return [qualityFlag('undecided-map', 'refuse', entropy, mostUndecided)];
  const doubtful = DOUBTFUL_SHARE * mostUndecided;
  return entropy > doubtful ? [qualityFlag('undecided-map', 'warning', entropy, doubtful)] : [];
}
