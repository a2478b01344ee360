import { requireWithin } from '../parameter-range-error.ts';
import { studentQuantile } from '../statistics/distributions.ts';
import { mean, standardDeviation } from '../statistics/summaries.ts';

/** A specimen with both readings. */
export interface ShelfSpecimen {
  /** J, 0 to 1000. */
  readonly energyJ: number;
  /** 0 to 100. */
  readonly shearPercent: number;
}

/** Mean energy of the specimens on the upper shelf. */
export interface UpperShelfEnergy {
  readonly meanJ: number;
  readonly count: number;
  /** Of the mean; null for a single specimen. */
  readonly standardUncertaintyJ: number | null;
  readonly lowerJ: number | null;
  readonly upperJ: number | null;
}

/** Upper-shelf energy as a mean over specimens, not as a parameter of a curve.
 * @param leastShearPercent - from which percent shear on a specimen counts as on the shelf. @default 95
 * @param confidence - of the interval, 0.5 to 0.999. @default 0.95
 * @returns null when no specimen is on the shelf
 * @throws ParameterRangeError outside the ranges
 * @source Practice of ASTM E185 and E2215 (mean of specimens with at least 95 % shear). Check against the laboratory's copy
 */
export function upperShelfEnergy(
  specimens: readonly ShelfSpecimen[],
  leastShearPercent = 95,
  confidence = 0.95,
): UpperShelfEnergy | null {
  requireWithin('leastShearPercent', leastShearPercent, { least: 0, most: 100, unit: ' %' });
  requireWithin('confidence', confidence, { least: 0.5, most: 0.999 });
  for (const [index, { energyJ, shearPercent }] of specimens.entries()) {
    requireWithin(`specimens[${index}].energyJ`, energyJ, { least: 0, most: 1000, unit: ' J' });
    requireWithin(`specimens[${index}].shearPercent`, shearPercent, { least: 0, most: 100, unit: ' %' });
  }
  const energies = specimens
    .filter(({ shearPercent }) => shearPercent >= leastShearPercent)
    .map(({ energyJ }) => energyJ);
  const count = energies.length;
  if (count === 0) return null;
  const meanJ = mean(energies);
  if (count === 1) return { meanJ, count, standardUncertaintyJ: null, lowerJ: null, upperJ: null };
  const standardUncertaintyJ = standardDeviation(energies) / Math.sqrt(count);
  const half = studentQuantile((1 + confidence) / 2, count - 1) * standardUncertaintyJ;
  return { meanJ, count, standardUncertaintyJ, lowerJ: Math.max(0, meanJ - half), upperJ: meanJ + half };
}
