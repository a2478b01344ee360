import { ParameterRangeError, requirePositive } from '../parameter-range-error.ts';

/** Half-way between two steps: to the higher one, the lower one, or the even multiple of the step. */
export const tieRules = ['even', 'up', 'down'] as const;

/** Name of a tie rule. */
export type TieRule = (typeof tieRules)[number];

/** Values this close to half-way (in steps) are ties: 100·(1 − A·B/80) carries rounding errors of some 1e-14. */
const TIE_TOLERANCE = 1e-9;

/** The nearest multiple of a step.
 * @param value - any finite number
 * @param step - positive, same unit
 * @param ties - half-way between two multiples. @default 'even', the rounding method of ASTM E29 section 6.4
 * @returns a multiple of the step; rounding it again changes nothing
 * @throws RangeError when the value is not finite or the step not positive
 */
export function roundToStep(value: number, step: number, ties: TieRule = 'even'): number {
  if (!Number.isFinite(value)) {
    throw new ParameterRangeError('value', `must be a finite number, got ${value}`);
  }
  requirePositive('step', step);
  // Dividing whole numbers last gives the closest number to 0.1, 0.025, … instead of a sum of errors.
  const stepsInOne = Math.round(1 / step);
  if (stepsInOne > 0 && Math.abs(stepsInOne * step - 1) < 1e-9) {
    return nearestWhole(value * stepsInOne, ties) / stepsInOne;
  }
  return nearestWhole(value / step, ties) * step;
}

/** A number with the decimals of a step: 62 with step 0.1 is `62.0`. */
export function formatStep(value: number, step: number): string {
  const text = String(step);
  const point = text.indexOf('.');
  return value.toFixed(point < 0 ? 0 : text.length - point - 1);
}

function nearestWhole(value: number, ties: TieRule): number {
  const below = Math.floor(value);
  const above = value - below;
  if (Math.abs(above - 0.5) > TIE_TOLERANCE) return above < 0.5 ? below : below + 1;
  if (ties === 'up') return below + 1;
  if (ties === 'down') return below;
  return below % 2 === 0 ? below : below + 1;
}
