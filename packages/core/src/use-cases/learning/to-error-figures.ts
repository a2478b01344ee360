import type { EvaluationFigures } from '@mlmcsc/learning';
import type { ErrorFigures } from '../../domain/records.ts';

/** Figures as they are stored and shown: shares from 0 to 1. */
export function toErrorFigures(figures: EvaluationFigures): ErrorFigures {
  const share = (percent: number | null) => (percent === null ? null : percent / 100);
  return {
    count: figures.count,
    mae: figures.meanAbsoluteError,
    rmse: figures.rootMeanSquareError,
    bias: figures.bias,
    within5: share(figures.withinFivePercent),
    within10: share(figures.withinTenPercent),
    intervalCoverage: share(figures.coveragePercent),
    intervalWidth: figures.meanIntervalWidth,
  };
}
