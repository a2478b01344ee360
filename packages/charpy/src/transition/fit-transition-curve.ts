import { studentQuantile } from '../statistics/distributions.ts';
import { bootstrapFigures, curveFigure, type FigureInterval } from './bootstrap-fit.ts';
import type { CurveData } from './curve-data.ts';
import { levelValue, parameterFigure, shelfFigure, temperatureFigure } from './curve-figures.ts';
import { criteriaOf } from './information-criteria.ts';
import { type CurveFit, shelfUncertainty } from './least-squares-fit.ts';
import { statementsWithoutCurve } from './one-sided-statements.ts';
import { preparePoints, type SettledOptions, settleOptions } from './prepare-points.ts';
import { type Refusal, refuseAfterFit, refuseBeforeFit } from './refuse-fit.ts';
import { checkResiduals } from './residual-checks.ts';
import { fitFromGrid } from './starting-values.ts';
import type { TransitionOptions, TransitionPoint } from './transition-options.ts';
import { quantityRules } from './transition-quantity.ts';
import type {
  CharacteristicTemperature,
  ShelfEstimate,
  TransitionEstimate,
  TransitionResult,
} from './transition-result.ts';
import { warningsOf } from './transition-warnings.ts';

/** Fits a transition curve: parameters, shelves, characteristic temperatures and a band, all with intervals, or a refusal with its
 * reason. A pure function: the same points, options and seed give the same answer everywhere.
 * @param points - any order; values are not rounded
 * @throws ParameterRangeError when an option or a point is outside its range, naming it
 * @source Models and criteria: NIST CharpyCurveFitting, cfdef88; see `curveModelOf`, `bootstrapFigures`, `checkResiduals`
 * @example fitTransitionCurve(points, { quantity: 'shear' }) // { ok: true, temperatures: [{ name: 'FATT50', … }], … }
 */
export function fitTransitionCurve(
  points: readonly TransitionPoint[],
  options: TransitionOptions,
): TransitionResult {
  const settled = settleOptions(options);
  const data = preparePoints(points, settled);
  const early = refuseBeforeFit(data, settled);
  if (early !== null) return refused(data, settled, early);
  const fit = fitFromGrid(data);
  const late = refuseAfterFit(data, fit);
  return late === null ? accepted(data, settled, fit) : refused(data, settled, late);
}

function refused(data: CurveData, settled: SettledOptions, refusal: Refusal): TransitionResult {
  return {
    ok: false,
    quantity: settled.quantity,
    model: settled.model,
    pointCount: data.values.length,
    ...refusal,
    temperatures: statementsWithoutCurve(data, settled.levels),
  };
}

function accepted(data: CurveData, settled: SettledOptions, fit: CurveFit): TransitionResult {
  const { model, range } = data;
  const pointCount = data.values.length;
  const grid = Array.from(
    { length: settled.curvePoints },
    (_, i) => range.coldestC + ((range.hottestC - range.coldestC) * i) / (settled.curvePoints - 1),
  );
  const { intervals, failedShare } = bootstrapFigures(
    data,
    fit,
    [
      ...model.parameterNames.map((_, index) => parameterFigure(data, index)),
      shelfFigure(data, 'lower'),
      shelfFigure(data, 'upper'),
      ...settled.levels.map(({ level }) => temperatureFigure(data, level)),
      ...grid.map((temperature) => curveFigure(data, temperature)),
    ],
    settled,
  );
  const taken = { at: 0 };
  const next = () => intervals[taken.at++] as FigureInterval;
  const parameters = Object.fromEntries(model.parameterNames.map((name) => [name, estimateOf(next())]));
  const lowerShelf = shelfOf(data, fit, 'lower', next(), settled.confidence);
  const upperShelf = shelfOf(data, fit, 'upper', next(), settled.confidence);
  const temperatures = settled.levels.map((definition) =>
    temperatureOf(data, definition.name, levelValue(definition.level, fit.parameters), next(), fit),
  );
  const curve = grid.map((temperatureC) => {
    const { value, lower, upper } = next();
    return {
      temperatureC,
      value,
      lower: within(data, lower ?? value),
      upper: within(data, upper ?? value),
    };
  });
  const residuals = checkResiduals(data, fit);
  return {
    ok: true,
    quantity: settled.quantity,
    unit: quantityRules[settled.quantity].unit,
    model: settled.model,
    pointCount,
    freeParameters: fit.freeCount,
    degreesOfFreedom: pointCount - fit.freeCount,
    ...range,
    parameters,
    lowerShelf,
    upperShelf,
    sumOfSquares: fit.sumOfSquares,
    rootMeanSquareError: Math.sqrt(fit.sumOfSquares / (pointCount - fit.freeCount)),
    criteria: criteriaOf(pointCount, fit),
    temperatures,
    curve,
    residuals,
    warnings: warningsOf(data, fit, residuals, failedShare),
    confidence: settled.confidence,
    replicates: settled.replicates,
    seed: settled.seed,
  };
}

const estimateOf = ({ value, standardUncertainty, lower, upper }: FigureInterval): TransitionEstimate => ({
  value,
  standardUncertainty,
  lower,
  upper,
});

/** A held shelf has the interval of its uncertainty; a free one Student's, cut at the physical range. The drawn repetitions press a
 * lower shelf against 0 so often that they tell nothing about it: in simulations their intervals covered 86 instead of 95 %. */
function shelfOf(
  data: CurveData,
  fit: CurveFit,
  which: 'lower' | 'upper',
  drawn: FigureInterval,
  confidence: number,
): ShelfEstimate {
  const isFixed = (which === 'lower' ? data.lowerShelf : data.upperShelf).fixedAt !== null;
  const known = isFixed ? null : shelfUncertainty(data, fit, which);
  const { value } = drawn;
  const half = (known ?? 0) * studentQuantile((1 + confidence) / 2, data.values.length - fit.freeCount);
  const { lower, upper } = known === null ? drawn : { lower: value - half, upper: value + half };
  return {
    value,
    standardUncertainty: known ?? drawn.standardUncertainty,
    lower: lower === null ? null : within(data, lower),
    upper: upper === null ? null : within(data, upper),
    isFixed,
  };
}

/** Nothing is read off beyond the specimens: there the curve is a guess about a form. */
function temperatureOf(
  { range, model }: CurveData,
  name: string,
  level: number,
  { value, standardUncertainty, lower, upper }: FigureInterval,
  { parameters }: CurveFit,
): CharacteristicTemperature {
  if (level >= (parameters[model.shapeCount + 1] as number)) return { name, level, status: 'not-reached' };
  if (level <= (parameters[model.shapeCount] as number) || value < range.coldestC) {
    return { name, level, status: 'below', limitC: range.coldestC };
  }
  if (!(value <= range.hottestC)) return { name, level, status: 'above', limitC: range.hottestC };
  return {
    name,
    level,
    status: 'estimated',
    temperatureC: value,
    standardUncertaintyC: standardUncertainty,
    lowerC: lower === null || lower < range.coldestC ? null : lower,
    upperC: upper === null || upper > range.hottestC ? null : upper,
  };
}

function within({ least, most }: CurveData, value: number): number {
  return Math.min(most, Math.max(least, value));
}
