import type { AnsweredLabel } from './answered-label.ts';
import type { EvidenceItem } from './label-evidence.ts';
import { coarse, surpriseWeight } from './label-influence.ts';
import type { Robustness } from './strategy.ts';
import type { TechnicianWeights } from './technician-weights.ts';
import { labelTrust } from './technician-weights.ts';

/** Ten shelf labels say where the map's ends are and little about the range between; counted in full they also teach the
 * textures that differ between the shelves, which costs the middle up to 1.5 points in simulation, counted a quarter half of that.
 */
const SHELF_LABEL_WEIGHT = 0.25;

/** A label as the sums take it in: how far it is from the area, and how much it counts.
 *
 * A label of 0 or 100 is a bound, not a value: the answer is held inside 0–100, so an unbounded answer beyond the bound is
 * right and must not be pulled back. Such a label is taken as satisfied (its value becomes the unbounded answer), and it
 * counts a quarter.
 * @param noiseVariance - σ² when the label was answered, points²
 * @throws RangeError for a label outside 0–100 or a weight outside 0–10
 * @source censored regression: Tobin, Econometrica 26 (1958) 24–36
 */
export function evidenceItem(
  { label, input, prediction }: AnsweredLabel,
  noiseVariance: number,
  robustness: Robustness | null,
  technicianWeights: TechnicianWeights | undefined,
): EvidenceItem {
  checkShearPercent(label.shearPercent);
  const value = uncensored(label.shearPercent, prediction.unboundedMean);
  const isShelf = label.shearPercent === 0 || label.shearPercent === 100;
  const trust = labelTrust(label, technicianWeights) * (isShelf ? SHELF_LABEL_WEIGHT : 1);
  // A noisy region of the range counts less, exactly as its larger variance says.
  const weight = trust / input.relativeNoise;
  const item = { input: input.standard, residual: value - input.area, weight };
  if (robustness === null) return item;
  const surprise = value - prediction.unboundedMean;
  const unitModelVariance = prediction.modelVariance / noiseVariance;
  return {
    ...item,
    weight: surpriseWeight(weight, surprise, prediction, unitModelVariance, robustness),
  };
}

/** @throws RangeError when a percent shear is not a number from 0 to 100 */
export function checkShearPercent(shearPercent: number): void {
  if (!(shearPercent >= 0 && shearPercent <= 100)) {
    throw new RangeError(`shearPercent must be from 0 to 100, got ${shearPercent}`);
  }
}

function uncensored(shearPercent: number, unboundedMean: number): number {
  if (shearPercent === 100) return Math.max(100, coarse(unboundedMean));
  return shearPercent === 0 ? Math.min(0, coarse(unboundedMean)) : shearPercent;
}
