import { fisherCdf, studentCdf } from '../statistics/distributions.ts';
import { runsTest } from '../statistics/runs-test.ts';
import { shapiroWilk } from '../statistics/shapiro-wilk.ts';
import { inverseGram } from '../statistics/triangular-factor.ts';
import { type CurveData, curveValue } from './curve-data.ts';
import { type CurveFit, columnsOf } from './least-squares-fit.ts';

/** One specimen against the curve. */
export interface ResidualRow {
  readonly temperatureC: number;
  readonly value: number;
  /** Value less curve, in the quantity's unit. */
  readonly residual: number;
  /** Residual over its standard deviation when the specimen itself is left out; null where the curve passes through by itself. */
  readonly studentised: number | null;
  readonly isOutlier: boolean;
}

/** Whether what is left over looks like scatter. Probabilities are null where a test cannot be made. */
export interface ResidualChecks {
  /** Coldest first. */
  readonly rows: readonly ResidualRow[];
  /** Shapiro–Wilk on the studentised residuals. */
  readonly normality: { readonly w: number; readonly pValue: number } | null;
  /** Wald–Wolfowitz on the signs, by temperature: few runs mean a curve of the wrong form. */
  readonly runs: { readonly runs: number; readonly pValue: number } | null;
  /** F test against the scatter of specimens of the same temperature. */
  readonly lackOfFit: { readonly f: number; readonly pValue: number } | null;
}

/** Level of an outlier, shared among all specimens. */
const OUTLIER_LEVEL = 0.05;

/** Tests the residuals of a fit.
 * @source Studentised residuals and Bonferroni's bound: Cook & Weisberg, Residuals and Influence in Regression (1982), 2.2. Lack of fit:
 * Draper & Smith, Applied Regression Analysis, 3rd ed. (1998), 2.1. Both with the fit's linear approximation
 */
export function checkResiduals(data: CurveData, fit: CurveFit): ResidualChecks {
  const leverages = leveragesOf(data, fit);
  const degrees = data.values.length - fit.freeCount;
  const rows = Array.from(data.values, (value, row): ResidualRow => {
    const temperatureC = data.temperaturesC[row] as number;
    const root = data.rootWeights === null ? 1 : (data.rootWeights[row] as number);
    const residual = value - curveValue(data.model, fit.parameters, temperatureC);
    const free = 1 - (leverages[row] as number);
    const others = (fit.sumOfSquares - (root * residual) ** 2 / free) / (degrees - 1);
    const studentised =
      free > 1e-9 && degrees > 1 && others > 0 ? (root * residual) / Math.sqrt(others * free) : null;
    return {
      temperatureC,
      value,
      residual,
      studentised,
      isOutlier: isOutlier(studentised, degrees - 1, data),
    };
  });
  const studentised = rows.flatMap((row) => (row.studentised === null ? [] : [row.studentised]));
  const runs = runsTest(rows.map((row) => row.residual));
  return {
    rows,
    normality: shapiroWilk(studentised),
    runs: runs === null ? null : { runs: runs.runs, pValue: runs.pValue },
    lackOfFit: lackOfFit(data, fit),
  };
}

function isOutlier(studentised: number | null, degrees: number, data: CurveData): boolean {
  if (studentised === null) return false;
  const pValue = 2 * (1 - studentCdf(Math.abs(studentised), degrees));
  return pValue * data.values.length < OUTLIER_LEVEL;
}

/** Diagonal of the hat matrix; parameters at a bound do not follow the points. */
function leveragesOf(data: CurveData, fit: CurveFit): Float64Array {
  const p = fit.parameters.length;
  const held = [data.lowerShelf, data.upperShelf];
  const free = Array.from({ length: p }, (_, i) => i).filter(
    (i) => !fit.atBound.includes(i) && (i < p - 2 || held[i - p + 2]?.fixedAt === null),
  );
  const rows = data.values.length;
  const own = columnsOf(fit.jacobian, rows, p, free);
  const gram = inverseGram(own, rows, free.length);
  const leverages = new Float64Array(rows);
  if (gram === null) return leverages;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = 0; i < free.length; i++) {
      for (let j = 0; j < free.length; j++) {
        sum +=
          (own[row * free.length + i] as number) *
          (gram.inverse[i * free.length + j] as number) *
          (own[row * free.length + j] as number);
      }
    }
    leverages[row] = Math.min(1, sum);
  }
  return leverages;
}

function lackOfFit(data: CurveData, fit: CurveFit): ResidualChecks['lackOfFit'] {
  const groups = new Map<number, { weight: number; sum: number; squares: number }>();
  for (const [row, value] of data.values.entries()) {
    const weight = data.rootWeights === null ? 1 : (data.rootWeights[row] as number) ** 2;
    const temperature = data.temperaturesC[row] as number;
    const group = groups.get(temperature) ?? { weight: 0, sum: 0, squares: 0 };
    group.weight += weight;
    group.sum += weight * value;
    group.squares += weight * value * value;
    groups.set(temperature, group);
  }
  const pure = [...groups.values()].reduce((sum, one) => sum + one.squares - one.sum ** 2 / one.weight, 0);
  const pureDegrees = data.values.length - groups.size;
  const fitDegrees = groups.size - fit.freeCount;
  if (pureDegrees < 1 || fitDegrees < 1 || !(pure > 1e-12 * fit.sumOfSquares)) return null;
  const f = Math.max(0, fit.sumOfSquares - pure) / fitDegrees / (pure / pureDegrees);
  return { f, pValue: 1 - fisherCdf(f, fitDegrees, pureDegrees) };
}
