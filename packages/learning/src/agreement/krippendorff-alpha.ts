import { type AgreementResult, refuse, requireFinite } from './agreement-result.ts';

/** What a difference of two values means: equal or not; ranks; a distance. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval';

/** Krippendorff's alpha with what it is made of. */
export interface KrippendorffAlpha {
  /** 1 for perfect agreement, 0 for that of chance; below 0 readers contradict one another. */
  readonly alpha: number;
  readonly level: MeasurementLevel;
  /** Units with at least two values, and the values in them. */
  readonly unitCount: number;
  readonly valueCount: number;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
}

/** Krippendorff's alpha for any number of readers, values may be missing.
 * @param units - units (specimens) × readers; null where a reader gave no value. The readers' order carries no meaning
 * @param level - for percent shear `interval`; `ordinal` uses the order of the values only
 * @throws ParameterRangeError for a value that is neither null nor finite
 * @source Krippendorff, Computing Krippendorff's alpha-reliability (2011), University of Pennsylvania, section D: 12 units, 4 observers,
 * missing values. The ordinal difference there, the sum of frequencies between two ranks less half of both, is the difference
 * of their mid-ranks, so that ordinal alpha is interval alpha of mid-ranks; squared differences are summed in closed form.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  level: MeasurementLevel = 'interval',
): AgreementResult<KrippendorffAlpha> {
  const values = units
    .map((unit, i) =>
      unit.filter((value, j): value is number => {
        if (value !== null) requireFinite(`units[${i}][${j}]`, value);
        return value !== null;
      }),
    )
    .filter((unit) => unit.length > 1);
  if (values.length === 0) {
    return refuse('too-few-readers', 'No specimen has two readings to compare.');
  }
  const pairable = level === 'ordinal' ? withMidRanks(values) : values;
  const all = pairable.flat();
  const differences = level === 'nominal' ? sumOfUnequalPairs : sumOfSquaredDifferences;
  const expectedDisagreement = differences(all) / (all.length * (all.length - 1));
  if (expectedDisagreement === 0) {
    return refuse('no-spread', 'All readings are the same: chance cannot be told from agreement.');
  }
  const observed = pairable.reduce((sum, unit) => sum + differences(unit) / (unit.length - 1), 0);
  const observedDisagreement = observed / all.length;
  return {
    ok: true,
    alpha: 1 - observedDisagreement / expectedDisagreement,
    level,
    unitCount: pairable.length,
    valueCount: all.length,
    observedDisagreement,
    expectedDisagreement,
  };
}

/** Σ (a − b)² over all ordered pairs: 2·(m·Σ(a − ā)²). */
function sumOfSquaredDifferences(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return 2 * values.length * values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

/** Ordered pairs of different values. */
function sumOfUnequalPairs(values: readonly number[]): number {
  let equal = 0;
  for (const count of frequencies(values).values()) equal += count ** 2;
  return values.length ** 2 - equal;
}

function withMidRanks(units: readonly (readonly number[])[]): number[][] {
  const counts = [...frequencies(units.flat())].sort(([a], [b]) => a - b);
  const ranks = new Map<number, number>();
  let below = 0;
  for (const [value, count] of counts) {
    ranks.set(value, below + count / 2);
    below += count;
  }
  return units.map((unit) => unit.map((value) => ranks.get(value)!));
}

function frequencies(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
