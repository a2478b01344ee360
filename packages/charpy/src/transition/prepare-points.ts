import { ParameterRangeError, requirePositive, requireWithin } from '../parameter-range-error.ts';
import type { CurveData, ShelfHold } from './curve-data.ts';
import { type TransitionModelName, transitionModelNames } from './curve-model.ts';
import { curveModelOf } from './curve-models.ts';
import type { ShelfChoice, TransitionOptions, TransitionPoint } from './transition-options.ts';
import { type LevelDefinition, quantityRules } from './transition-quantity.ts';

/** Options with their defaults. */
export interface SettledOptions {
  readonly quantity: TransitionOptions['quantity'];
  readonly model: TransitionModelName;
  readonly lowerShelf: ShelfHold;
  readonly upperShelf: ShelfHold;
  readonly confidence: number;
  readonly replicates: number;
  readonly seed: number;
  readonly levels: readonly LevelDefinition[];
  readonly leastPoints: number;
  readonly curvePoints: number;
}

const ABSOLUTE_ZERO_C = -273.15;
const HOTTEST_C = 1000;
/** Specimens of one series; far more than any. */
const MOST_POINTS = 2000;

/** Fills in the defaults.
 * @throws ParameterRangeError naming the option
 */
export function settleOptions(options: TransitionOptions): SettledOptions {
  const { quantity, model = 'tanh', confidence = 0.95, replicates = 999, seed = 1 } = options;
  const { leastPoints = 7, curvePoints = 81, levels = [] } = options;
  const rules = quantityRules[quantity];
  if (rules === undefined) {
    throw new ParameterRangeError(
      'quantity',
      `must be one of ${Object.keys(quantityRules).join(', ')}, got ${quantity}`,
    );
  }
  if (!transitionModelNames.includes(model)) {
    throw new ParameterRangeError('model', `must be one of ${transitionModelNames.join(', ')}, got ${model}`);
  }
  requireWithin('confidence', confidence, { least: 0.5, most: 0.999 });
  requireWhole('replicates', replicates, 199, 9999);
  requireWhole('seed', seed, 0, 2 ** 32 - 1);
  requireWhole('leastPoints', leastPoints, 4, 7);
  requireWhole('curvePoints', curvePoints, 2, 501);
  for (const { level } of levels) {
    if (level !== 'half-shelves') {
      requireWithin('levels', level, { least: rules.least, most: rules.most, unit: ` ${rules.unit}` });
    }
  }
  const lowerShelf = holdOf('lowerShelf', options.lowerShelf, options);
  const upperShelf = holdOf('upperShelf', options.upperShelf, options);
  if (
    lowerShelf.fixedAt !== null &&
    upperShelf.fixedAt !== null &&
    !(lowerShelf.fixedAt < upperShelf.fixedAt)
  ) {
    throw new ParameterRangeError(
      'upperShelf',
      `must be above the lower shelf ${lowerShelf.fixedAt}, got ${upperShelf.fixedAt}`,
    );
  }
  return {
    quantity,
    model,
    lowerShelf,
    upperShelf,
    confidence,
    replicates,
    seed,
    levels: [...rules.levels, ...levels],
    leastPoints,
    curvePoints,
  };
}

function holdOf(
  name: 'lowerShelf' | 'upperShelf',
  choice: ShelfChoice | undefined,
  { quantity }: TransitionOptions,
): ShelfHold {
  const rules = quantityRules[quantity];
  const known = rules.fixedShelves?.[name === 'lowerShelf' ? 'lower' : 'upper'];
  const chosen = choice ?? (known === undefined ? 'free' : { fixedAt: known, standardUncertainty: 0 });
  if (chosen === 'free') return { fixedAt: null, standardUncertainty: 0 };
  const { fixedAt } = chosen;
  requireWithin(name, fixedAt, { least: rules.least, most: rules.most, unit: ` ${rules.unit}` });
  const usual =
    name === 'lowerShelf' ? rules.fixedLowerUncertainty : rules.fixedUpperRelativeUncertainty * fixedAt;
  const standardUncertainty = chosen.standardUncertainty ?? usual;
  requireWithin(`${name}.standardUncertainty`, standardUncertainty, {
    least: 0,
    most: rules.most,
    unit: ` ${rules.unit}`,
  });
  return { fixedAt, standardUncertainty };
}

/** Checks the points and lays them out for the fit, coldest first.
 * @throws ParameterRangeError naming the point
 */
export function preparePoints(points: readonly TransitionPoint[], settled: SettledOptions): CurveData {
  const { least, most, unit } = quantityRules[settled.quantity];
  if (points.length > MOST_POINTS) {
    throw new ParameterRangeError('points', `must be at most ${MOST_POINTS}, got ${points.length}`);
  }
  for (const [index, { temperatureC, value, weight = 1 }] of points.entries()) {
    requireWithin(`points[${index}].temperatureC`, temperatureC, {
      least: ABSOLUTE_ZERO_C,
      most: HOTTEST_C,
      unit: ' °C',
    });
    requireWithin(`points[${index}].value`, value, { least, most, unit: ` ${unit}` });
    requirePositive(`points[${index}].weight`, weight);
  }
  const sorted = [...points].sort((a, b) => a.temperatureC - b.temperatureC || a.value - b.value);
  const temperaturesC = Float64Array.from(sorted, (point) => point.temperatureC);
  const range = { coldestC: temperaturesC[0] ?? 0, hottestC: temperaturesC.at(-1) ?? 0 };
  const meanWeight = sorted.reduce((sum, point) => sum + (point.weight ?? 1), 0) / sorted.length;
  const isWeighted = sorted.some((point) => point.weight !== undefined);
  return {
    model: curveModelOf(settled.model, range),
    temperaturesC,
    values: Float64Array.from(sorted, (point) => point.value),
    rootWeights: isWeighted
      ? Float64Array.from(sorted, (point) => Math.sqrt((point.weight ?? 1) / meanWeight))
      : null,
    lowerShelf: settled.lowerShelf,
    upperShelf: settled.upperShelf,
    range,
    least,
    most,
  };
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new ParameterRangeError(name, `must be a whole number from ${least} to ${most}, got ${value}`);
}
