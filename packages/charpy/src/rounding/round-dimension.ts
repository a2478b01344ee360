import { requireWithin } from '../parameter-range-error.ts';
import { roundToStep, type TieRule } from './round-to-step.ts';

/** Resolution to which A and B are read.
 * @source ASTM E23-16b Annex A4 (A6 in E23-07ae1), method 1; ISO 148-1:2016 Annex C. Check against the laboratory's copy
 */
export const dimensionSteps = { mm: 0.5, in: 0.02 } as const;

/** A dimension as the standard has it read: to the nearest 0.5 mm or 0.02 in.
 * @param dimension - mean dimension of the cleavage region, 0 to 100, in `unit`
 * @param unit - @default 'mm'
 * @param ties - half-way between two steps. @default 'up', the longer dimension and so the lower percent shear
 * @throws RangeError when the dimension is negative or above 100
 * @source as `dimensionSteps`
 */
export function roundDimension(dimension: number, unit: 'mm' | 'in' = 'mm', ties: TieRule = 'up'): number {
  requireWithin('dimension', dimension, { least: 0, most: 100, unit: ` ${unit}` });
  return roundToStep(dimension, dimensionSteps[unit], ties);
}
