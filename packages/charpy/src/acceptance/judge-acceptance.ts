import { requirePositive } from '../parameter-range-error.ts';

/** What a specification asks of one property of a set of specimens. */
export interface AcceptanceLimits {
  /** Least mean of the set; null: none asked. */
  readonly minimumMean: number | null;
  /** Least value of each specimen; null: none asked. */
  readonly minimumSingle: number | null;
  /** How many specimens may lie below the least mean. @default any number */
  readonly mostBelowMean?: number;
  /** The limits are for a width of 10 mm and shrink in proportion. @default false */
  readonly scalesWithWidth?: boolean;
}

/** One specimen's value of the property. */
export interface JudgedValue {
  readonly identifier: string;
  /** Unrounded, in the unit of the limits; null when there is none. */
  readonly value: number | null;
  readonly widthMm: number;
}

export type AcceptanceRequirement = 'mean' | 'single' | 'below-mean';

/** How one requirement came out. */
export interface AcceptanceFinding {
  readonly requirement: AcceptanceRequirement;
  /** In the unit of the limits, for 10 mm; for `below-mean` the number of specimens allowed. */
  readonly limit: number;
  /** The value that decided: the mean, the lowest value, or how many lie below; null without any value. */
  readonly observed: number | null;
  /** Null: cannot be said, because values are missing. */
  readonly passes: boolean | null;
  /** Specimens that fail, or whose value is missing. */
  readonly identifiers: readonly string[];
}

const FULL_WIDTH_MM = 10;

/** Holds a set of specimens to the limits of a specification; values are compared unrounded.
 * @param limits - in the unit of the values
 * @param values - the set, usually three specimens at one temperature
 * @returns one finding for each requirement that is asked. A failing specimen decides although others are missing;
 * a requirement passes only when every value is there. Sub-size values are compared on the scale of 10 mm (value · 10 / W)
 * @throws RangeError when a width is not a positive number
 * @source The pattern of structural and pipeline specifications: least mean, least single value, and how many may lie below the
 * mean (for instance one of three). Which numbers, and whether they shrink with the width, is the specification's business
 * @example judgeAcceptance({ minimumMean: 27, minimumSingle: 19 }, values)
 */
export function judgeAcceptance(
  { minimumMean, minimumSingle, mostBelowMean, scalesWithWidth = false }: AcceptanceLimits,
  values: readonly JudgedValue[],
): readonly AcceptanceFinding[] {
  const scaled = values.map(({ identifier, value, widthMm }) => {
    requirePositive('widthMm', widthMm);
    const factor = scalesWithWidth ? FULL_WIDTH_MM / widthMm : 1;
    return { identifier, value: value === null ? null : value * factor };
  });
  const missing = scaled.filter(({ value }) => value === null).map(({ identifier }) => identifier);
  const known = scaled.filter((one): one is { identifier: string; value: number } => one.value !== null);
  const isComplete = missing.length === 0 && known.length > 0;
  const findings: AcceptanceFinding[] = [];
  if (minimumMean !== null) {
    const mean = known.length === 0 ? null : known.reduce((sum, { value }) => sum + value, 0) / known.length;
    findings.push({
      requirement: 'mean',
      limit: minimumMean,
      observed: mean,
      passes: isComplete && mean !== null ? mean >= minimumMean : null,
      identifiers: missing,
    });
  }
  if (minimumSingle !== null) {
    const failing = known.filter(({ value }) => value < minimumSingle).map(({ identifier }) => identifier);
    findings.push({
      requirement: 'single',
      limit: minimumSingle,
      observed: known.length === 0 ? null : Math.min(...known.map(({ value }) => value)),
      passes: failing.length > 0 ? false : isComplete ? true : null,
      identifiers: failing.length > 0 ? failing : missing,
    });
  }
  if (minimumMean !== null && mostBelowMean !== undefined) {
    const below = known.filter(({ value }) => value < minimumMean).map(({ identifier }) => identifier);
    findings.push({
      requirement: 'below-mean',
      limit: mostBelowMean,
      observed: known.length === 0 ? null : below.length,
      passes: below.length > mostBelowMean ? false : isComplete ? true : null,
      identifiers: below.length > mostBelowMean ? below : missing,
    });
  }
  return findings;
}
