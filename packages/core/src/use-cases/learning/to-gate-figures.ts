import type { EvaluationFigures, PromotionVerdict } from '@mlmcsc/learning';
import type { BandedFigures, GateFigures } from '../../domain/records.ts';
import { toErrorFigures } from './to-error-figures.ts';

/** What the gate compared, as it is stored and shown. */
export function toGateFigures({ gold, prequentialWindow }: PromotionVerdict['figures']): GateFigures {
  return {
    goldSet: { champion: toBanded(gold.champion), candidate: toBanded(gold.candidate) },
    recentLabels: {
      champion: toBanded(prequentialWindow.champion),
      candidate: toBanded(prequentialWindow.candidate),
    },
  };
}

function toBanded(figures: EvaluationFigures): BandedFigures {
  const band = (name: keyof EvaluationFigures['bands']) => {
    const { count, meanAbsoluteError, bias } = figures.bands[name];
    return { count, mae: meanAbsoluteError, bias };
  };
  return {
    ...toErrorFigures(figures),
    bands: { '0-20': band('0-20'), '20-80': band('20-80'), '80-100': band('80-100') },
  };
}
