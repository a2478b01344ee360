import { bandNames, type EvaluationFigures } from '@mlmcsc/learning';

/** Figures of a set of answers for programs; shares are 0 to 1, errors are points, null where there is nothing to compute. */
export function evaluationJson(figures: EvaluationFigures, level: number) {
  const share = (percent: number | null) => (percent === null ? null : percent / 100);
  return {
    labels: figures.total,
    answered: figures.count,
    refused: figures.total - figures.count,
    mae: figures.meanAbsoluteError,
    rmse: figures.rootMeanSquareError,
    r_squared: figures.rSquared,
    bias: figures.bias,
    within_5: share(figures.withinFivePercent),
    within_10: share(figures.withinTenPercent),
    interval_level: level,
    interval_coverage: share(figures.coveragePercent),
    interval_width: figures.meanIntervalWidth,
    bands: Object.fromEntries(
      bandNames.map((name) => {
        const { count, meanAbsoluteError, bias } = figures.bands[name];
        return [name, { count, mae: meanAbsoluteError, bias }];
      }),
    ),
  };
}
