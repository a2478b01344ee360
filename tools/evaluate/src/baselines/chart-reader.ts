import type { SeededRandom } from '@mlmcsc/learning/network';

/** Nearest step of a fracture-appearance chart, by a perfect eye.
 * @param shearPercent - 0 to 100   @param step - of the chart, points: 10 for the drawn charts of E23, 5 for A370 reports */
export function readChart(shearPercent: number, step: number): number {
  return Math.min(100, step * Math.round(shearPercent / step));
}

/** How well a reader measures the dimensions of the cleavage region. */
export interface SideReading {
  /** Standard deviation of one reading, mm. */
  readonly deviationMm: number;
  /** The sides of the smallest box are read instead of average dimensions: an ellipse is taken for its rectangle. */
  readonly isBoxed: boolean;
}

/** Ligament below the notch, mm, and the step that dimensions are read in. */
const DEPTH_MM = 8;
const STEP_MM = 0.5;
/** A box's area over its ellipse's. */
const BOX_OF_ELLIPSE = 4 / Math.PI;

/** Percent shear from two dimensions read to 0.5 mm: `100 (1 - A B / (W 8))`.
 * @param a - true average dimension along the notch, mm, 0 to `widthMm`   @param b - along the depth, mm, 0 to 8
 * @returns 0 to 100
 * @source ASTM E23-23a, Annex A4, method 1 */
export function readSides(
  a: number,
  b: number,
  widthMm: number,
  { deviationMm, isBoxed }: SideReading,
  random: SeededRandom,
): number {
  const grown = isBoxed ? Math.sqrt(BOX_OF_ELLIPSE) : 1;
  const read = (side: number, most: number): number => {
    const seen = side * grown + deviationMm * random.normal();
    return Math.max(0, Math.min(most, STEP_MM * Math.round(seen / STEP_MM)));
  };
  const area = read(a, widthMm) * read(b, DEPTH_MM);
  return 100 * (1 - area / (widthMm * DEPTH_MM));
}

/** Dimensions of a region with this cleavage area: its proportions are the reader's luck, drawn evenly among those that fit.
 * @returns A and B in mm with `A B = (1 - shear) W 8` */
export function drawSides(
  shearPercent: number,
  widthMm: number,
  random: SeededRandom,
): readonly [number, number] {
  const share = 1 - shearPercent / 100;
  if (share === 0) return [0, 0];
  const a = widthMm * (share + (1 - share) * random.uniform());
  return [a, (share * widthMm * DEPTH_MM) / a];
}
