import type { CurveData } from './curve-data.ts';
import type { CurveFit } from './least-squares-fit.ts';
import { isVanishingWidth } from './refuse-fit.ts';
import type { ResidualChecks } from './residual-checks.ts';
import type { TransitionWarning } from './transition-result.ts';

/** Level of the tests that warn. */
const WARNING_LEVEL = 0.05;
/** A shelf is seen when specimens reach this close to it. */
const SEEN_SHARE = 0.1;
const MOST_FAILED_SHARE = 0.01;

/** What a reader of an accepted fit must know. */
export function warningsOf(
  data: CurveData,
  fit: CurveFit,
  { normality, runs, lackOfFit, rows }: ResidualChecks,
  failedShare: number,
): TransitionWarning[] {
  const { model, range, lowerShelf, upperShelf } = data;
  const share = (temperature: number) => model.share(temperature, fit.parameters, null);
  const inside = [...new Set(data.temperaturesC)].filter(
    (temperature) => share(temperature) > SEEN_SHARE && share(temperature) < 1 - SEEN_SHARE,
  );
  const all: readonly (readonly [TransitionWarning, boolean])[] = [
    ['lower-shelf-extrapolated', lowerShelf.fixedAt === null && share(range.coldestC) > SEEN_SHARE],
    ['upper-shelf-extrapolated', upperShelf.fixedAt === null && share(range.hottestC) < 1 - SEEN_SHARE],
    ['width-vanishes', fit.atBound.some((index) => isVanishingWidth(model.name, fit, index))],
    ['few-temperatures-in-transition', inside.length < 2],
    ['residuals-in-runs', (runs?.pValue ?? 1) < WARNING_LEVEL],
    ['residuals-not-normal', (normality?.pValue ?? 1) < WARNING_LEVEL],
    ['lack-of-fit', (lackOfFit?.pValue ?? 1) < WARNING_LEVEL],
    ['outliers', rows.some((row) => row.isOutlier)],
    ['repetitions-without-fit', failedShare > MOST_FAILED_SHARE],
  ];
  return all.flatMap(([warning, applies]) => (applies ? [warning] : []));
}
