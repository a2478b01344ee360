import { fisherCdf } from '../statistics/distributions.ts';
import type { CurveData } from './curve-data.ts';
import type { CurveFit } from './least-squares-fit.ts';
import type { SettledOptions } from './prepare-points.ts';
import type { TransitionRefusalReason } from './transition-result.ts';

/** Why there is no curve, and what helps. */
export interface Refusal {
  readonly reason: TransitionRefusalReason;
  readonly detail: string;
}

/** A free shelf needs a specimen in the outer quarter next to it, and must be known to a quarter of the curve's height. */
const OUTER_SHARE = 0.25;
const MOST_SHELF_UNCERTAINTY = 0.25;
/** A middle that is uncertain by half the range of temperatures is not known, nor a width that is uncertain by a factor e. The
 * asymmetry matters less: curves of very different asymmetry can run close to one another. */
const MOST_MIDDLE_UNCERTAINTY = 0.5;
const MOST_WIDTH_UNCERTAINTY = 1;
const MOST_ASYMMETRY_UNCERTAINTY = 1.5;
/** Beyond, the digits of the answer are rounding. */
const LARGEST_CONDITION = 1e7;
/** A curve must beat a horizontal line at this level. */
const NO_TRANSITION_LEVEL = 0.01;

/** What the points lack before anything is fitted. */
export function refuseBeforeFit(data: CurveData, settled: SettledOptions): Refusal | null {
  const { values, temperaturesC, lowerShelf, upperShelf, model } = data;
  const free =
    model.shapeCount + (lowerShelf.fixedAt === null ? 1 : 0) + (upperShelf.fixedAt === null ? 1 : 0);
  const areShelvesHeld = lowerShelf.fixedAt !== null && upperShelf.fixedAt !== null;
  const needed = Math.max(areShelvesHeld ? settled.leastPoints : 7, free + 2);
  if (values.length < needed) {
    return {
      reason: 'too-few-points',
      detail: `${values.length} specimens; this curve needs at least ${needed}. Break more, or hold shelves that are known.`,
    };
  }
  const temperatures = new Set(temperaturesC).size;
  const neededTemperatures = Math.max(3, free);
  if (temperatures < neededTemperatures) {
    return {
      reason: 'too-few-temperatures',
      detail: `${temperatures} test temperatures; ${free} free parameters need at least ${neededTemperatures}.`,
    };
  }
  if (new Set(values).size === 1) {
    return {
      reason: 'no-transition',
      detail: `All specimens have the same value, ${values[0]}: the transition lies outside ${data.range.coldestC} to ${data.range.hottestC} °C.`,
    };
  }
  return null;
}

/** What a finished fit shows not to be known. */
export function refuseAfterFit(data: CurveData, fit: CurveFit): Refusal | null {
  const { model, range, lowerShelf, upperShelf } = data;
  const k = model.shapeCount;
  const lower = fit.parameters[k] as number;
  const upper = fit.parameters[k + 1] as number;
  const span = `${range.coldestC} to ${range.hottestC} °C`;
  if (!fit.isConverged) {
    return {
      reason: 'not-converged',
      detail: `The search found no best ${model.name} curve; try another model.`,
    };
  }
  if (!(upper > lower) || hasNoTransition(data, fit)) {
    return {
      reason: 'no-transition',
      detail: `From ${span} the values do not rise from one shelf to the other more than they scatter.`,
    };
  }
  const coldShare = model.share(range.coldestC, fit.parameters, null);
  const hotShare = model.share(range.hottestC, fit.parameters, null);
  const uncertainty = (i: number) =>
    fit.covariance === null ? Number.POSITIVE_INFINITY : Math.sqrt(fit.covariance[i * (k + 2) + i] as number);
  const mostShelf = MOST_SHELF_UNCERTAINTY * (upper - lower);
  if (
    upperShelf.fixedAt === null &&
    (hotShare < 1 - OUTER_SHARE || uncertainty(k + 1) > mostShelf || fit.atBound.includes(k + 1))
  ) {
    return {
      reason: 'upper-shelf-not-reached',
      detail: `The hottest specimens, at ${range.hottestC} °C, do not show the upper shelf. Break some at a higher temperature, or hold the shelf at a known value.`,
    };
  }
  if (lowerShelf.fixedAt === null && (coldShare > OUTER_SHARE || uncertainty(k) > mostShelf)) {
    return {
      reason: 'lower-shelf-not-reached',
      detail: `The coldest specimens, at ${range.coldestC} °C, do not show the lower shelf. Break some at a lower temperature, or hold the shelf at a known value.`,
    };
  }
  const unknown = unknownShape(data, fit, uncertainty);
  if (unknown !== null) {
    return {
      reason: 'not-identifiable',
      detail: `The specimens do not determine the ${model.name} curve: ${unknown}. Use a model with fewer parameters, or break specimens inside the transition.`,
    };
  }
  return null;
}

function hasNoTransition({ values, rootWeights }: CurveData, fit: CurveFit): boolean {
  let [weightSum, sum] = [0, 0];
  const weightOf = (row: number) => (rootWeights === null ? 1 : (rootWeights[row] as number) ** 2);
  for (let row = 0; row < values.length; row++) {
    weightSum += weightOf(row);
    sum += weightOf(row) * (values[row] as number);
  }
  const centre = sum / weightSum;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    total += weightOf(row) * ((values[row] as number) - centre) ** 2;
  }
  const degrees = values.length - fit.freeCount;
  const gained = (total - fit.sumOfSquares) / Math.max(1, fit.freeCount - 1);
  const ratio = gained / (fit.sumOfSquares / degrees);
  return 1 - fisherCdf(ratio, Math.max(1, fit.freeCount - 1), degrees) > NO_TRANSITION_LEVEL;
}

/** @returns which part of the shape is not known, or null */
function unknownShape(
  { model, range }: CurveData,
  fit: CurveFit,
  uncertainty: (index: number) => number,
): string | null {
  if (fit.covariance === null || fit.condition > LARGEST_CONDITION) {
    return 'its parameters cannot be told apart';
  }
  for (let i = 0; i < model.shapeCount; i++) {
    if (fit.atBound.includes(i) && !isVanishingWidth(model.name, fit, i)) {
      return i === 0 ? 'its middle runs away' : 'its width or asymmetry runs away';
    }
  }
  const middle = MOST_MIDDLE_UNCERTAINTY * (range.hottestC - range.coldestC);
  if (uncertainty(0) > middle) return `its middle is uncertain by ${uncertainty(0).toFixed(0)} °C`;
  if (uncertainty(1) > MOST_WIDTH_UNCERTAINTY) return 'its width is uncertain by more than a factor of 2.7';
  if (model.shapeCount > 2 && uncertainty(2) > MOST_ASYMMETRY_UNCERTAINTY) {
    return 'its asymmetry is uncertain by more than a factor of 4.5';
  }
  return null;
}

/** The asymmetric tanh may become a step at one end: C + D·T is 0 at the last specimen there, and the rest stays determined. */
export function isVanishingWidth(model: string, fit: CurveFit, index: number): boolean {
  if (model !== 'asymmetric-tanh' || index === 0) return false;
  const other = index === 1 ? 2 : 1;
  return (
    (fit.parameters[index] as number) < (fit.parameters[other] as number) && !fit.atBound.includes(other)
  );
}
