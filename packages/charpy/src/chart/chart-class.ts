import { roundShear } from '../rounding/round-shear.ts';
import type { TieRule } from '../rounding/round-to-step.ts';

/** Classes of the fracture-appearance chart, percent shear. The drawings are 10 to 100; 0 is a face with no shear at all.
 * @source ASTM E23-16b Annex A4 (A6 in E23-07ae1), method 2 (chart in steps of 10 %). Check against the laboratory's copy
 */
export const chartClasses = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

/** A chart class, percent shear. */
export type ChartClass = (typeof chartClasses)[number];

/** The chart drawing that a reader with a perfect eye picks.
 * @param shearPercent - 0 to 100
 * @param ties - half-way between two drawings. @default 'even'
 * @throws RangeError outside 0–100
 */
export function chartClassOf(shearPercent: number, ties: TieRule = 'even'): ChartClass {
  return roundShear(shearPercent, { name: 'chart', stepPercent: 10, ties }) as ChartClass;
}

/** How many drawings two readings are apart, 0 to 10. */
export function chartClassDistance(first: number, second: number, ties: TieRule = 'even'): number {
  return Math.abs(chartClassOf(first, ties) - chartClassOf(second, ties)) / 10;
}
