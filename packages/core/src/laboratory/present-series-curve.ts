import { quantityRules, type TransitionFit, type TransitionResult } from '@mlmcsc/charpy';
import type { SeriesCurve } from '@mlmcsc/contracts';
import type { CurvePoints } from './curve-points.ts';
import type { FittedSeries } from './fit-series-curve.ts';

/** A transition curve in the names of the API; a report holds it in the same shape. */
export const presentSeriesCurve = (seriesId: string, { taken, result }: FittedSeries): SeriesCurve => ({
  series_id: seriesId,
  ...presentTransitionCurve(taken, result),
});

/** The same of points that belong to no series. */
export function presentTransitionCurve(
  taken: Pick<CurvePoints, 'points' | 'identifiers' | 'leftOut'>,
  result: TransitionResult,
): Omit<SeriesCurve, 'series_id'> {
  return {
    property: result.quantity,
    model: result.model,
    unit: quantityRules[result.quantity].unit,
    points: taken.points.map(({ temperatureC, value }, index) => ({
      identifier: taken.identifiers[index] ?? '',
      temperature_celsius: temperatureC,
      value,
      is_outlier: isOutlier(result, temperatureC, value),
    })),
    left_out: taken.leftOut.map(({ identifier, reason }) => ({ identifier, reason })),
    temperatures: result.temperatures.map((found) => ({
      name: found.name,
      level: found.level,
      status: found.status,
      temperature_celsius: found.status === 'estimated' ? found.temperatureC : null,
      lower_celsius: found.status === 'estimated' ? found.lowerC : null,
      upper_celsius: found.status === 'estimated' ? found.upperC : null,
      limit_celsius: found.status === 'below' || found.status === 'above' ? found.limitC : null,
    })),
    fit: result.ok ? presentFit(result) : null,
    refusal: result.ok ? null : { reason: result.reason, detail: result.detail },
  };
}

const isOutlier = (result: TransitionResult, temperatureC: number, value: number): boolean =>
  result.ok &&
  result.residuals.rows.some(
    (row) => row.isOutlier && row.temperatureC === temperatureC && row.value === value,
  );

function presentFit(fit: TransitionFit): NonNullable<SeriesCurve['fit']> {
  const shelf = ({ value, lower, upper, isFixed }: TransitionFit['lowerShelf']) => ({
    ...{ value, lower, upper, is_fixed: isFixed },
  });
  const { normality, runs, lackOfFit } = fit.residuals;
  return {
    parameters: Object.fromEntries(Object.entries(fit.parameters).map(([name, { value }]) => [name, value])),
    lower_shelf: shelf(fit.lowerShelf),
    upper_shelf: shelf(fit.upperShelf),
    degrees_of_freedom: fit.degreesOfFreedom,
    root_mean_square_error: fit.rootMeanSquareError,
    aic: fit.criteria.aic,
    aicc: fit.criteria.aicc,
    bic: fit.criteria.bic,
    p_normality: normality?.pValue ?? null,
    p_runs: runs?.pValue ?? null,
    p_lack_of_fit: lackOfFit?.pValue ?? null,
    warnings: [...fit.warnings],
    confidence: fit.confidence,
    replicates: fit.replicates,
    seed: fit.seed,
    curve: fit.curve.map(({ temperatureC, value, lower, upper }) => ({
      ...{ temperature_celsius: temperatureC, value, lower, upper },
    })),
  };
}
