import type { ErrorFigures, EvaluatedAnswer, EvaluationFigures } from './evaluation-figures.ts';
import type { BandName } from './shear-bands.ts';
import { bandNames, bandOf } from './shear-bands.ts';

/** Computes every figure of a set of answers.
 * @throws RangeError when a truth or answer is not from 0 to 100
 */
export function evaluateAnswers(answers: readonly EvaluatedAnswer[]): EvaluationFigures {
  const given: { truth: number; error: number }[] = [];
  let intervals = 0;
  let covered = 0;
  let width = 0;
  for (const { truth, mean, lower, upper } of answers) {
    checkPercent(truth, 'truth');
    if (mean === null) continue;
    checkPercent(mean, 'mean');
    given.push({ truth, error: mean - truth });
    if (lower === undefined || upper === undefined) continue;
    intervals++;
    width += upper - lower;
    if (lower <= truth && truth <= upper) covered++;
  }
  const count = given.length;
  const total = answers.length;
  const squares = sum(given.map(({ error }) => error ** 2));
  const within = (limit: number) => given.filter(({ error }) => Math.abs(error) <= limit).length;
  return {
    ...errorFigures(given.map(({ error }) => error)),
    total,
    refusedPercent: percentOf(total - count, total),
    rootMeanSquareError: count === 0 ? null : Math.sqrt(squares / count),
    rSquared: rSquared(
      given.map(({ truth }) => truth),
      squares,
    ),
    withinFivePercent: percentOf(within(5), count),
    withinTenPercent: percentOf(within(10), count),
    coveragePercent: percentOf(covered, intervals),
    meanIntervalWidth: intervals === 0 ? null : width / intervals,
    bands: bandFigures(given),
  };
}

function bandFigures(
  given: readonly { truth: number; error: number }[],
): Readonly<Record<BandName, ErrorFigures>> {
  const figuresOf = (band: BandName) =>
    errorFigures(given.filter(({ truth }) => bandOf(truth) === band).map(({ error }) => error));
  return Object.fromEntries(bandNames.map((band) => [band, figuresOf(band)])) as Record<
    BandName,
    ErrorFigures
  >;
}

function errorFigures(errors: readonly number[]): ErrorFigures {
  const count = errors.length;
  if (count === 0) return { count, meanAbsoluteError: null, bias: null };
  return {
    count,
    meanAbsoluteError: sum(errors.map(Math.abs)) / count,
    bias: sum(errors) / count,
  };
}

/** 1 − SSE/SST, the coefficient of determination about the mean of the truths. */
function rSquared(truths: readonly number[], squaredErrors: number): number | null {
  if (truths.length < 2) return null;
  const mean = sum(truths) / truths.length;
  const spread = sum(truths.map((truth) => (truth - mean) ** 2));
  return spread > 0 ? 1 - squaredErrors / spread : null;
}

function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function checkPercent(value: number, name: string): void {
  if (!(value >= 0 && value <= 100)) throw new RangeError(`${name} must be from 0 to 100, got ${value}`);
}
