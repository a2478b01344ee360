import { requireWithin } from '../parameter-range-error.ts';

/** The bands by which accuracy is reported, ascending. */
export const shearBands = ['0-20', '20-80', '80-100'] as const;

/** Name of a band. */
export type ShearBand = (typeof shearBands)[number];

/** The band of a percent shear. The edges 20 and 80 belong to the middle: 0 ≤ y < 20, 20 ≤ y ≤ 80, 80 < y ≤ 100.
 * @throws RangeError outside 0–100
 */
export function shearBandOf(shearPercent: number): ShearBand {
  requireWithin('shearPercent', shearPercent, { least: 0, most: 100, unit: ' %' });
  if (shearPercent < 20) return '0-20';
  return shearPercent <= 80 ? '20-80' : '80-100';
}
