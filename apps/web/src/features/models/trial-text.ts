import type { ModelTrial, PairedFigures } from '@mlmcsc/contracts';
import { formatSigned, NO_VALUE } from '../../shared/format/format-value.ts';
import { fill } from '../../shared/language/fill.ts';
import { text } from './texts/text.ts';

/** What the challenger of a trial does, in words. */
export const trialTitle = ({ kind, percent }: Pick<ModelTrial, 'kind' | 'percent'>): string =>
  kind === 'shadow' ? text.shadow : fill(text.canary2, { percent });

/** A mean with its interval, points: `−0.82 (−1.49 to −0.07)`. */
export function estimateText(estimate: PairedFigures['difference']): string {
  if (estimate === null) return NO_VALUE;
  const { value, lower, upper } = estimate;
  const signed = (points: number) => formatSigned(points, 2);
  return fill(text.to, { value: signed(value), lower: signed(lower), upper: signed(upper) });
}

/** Limits, points: `−7.2 to +4.4`. */
export const limitsText = (limits: PairedFigures['limits']): string =>
  limits === null
    ? NO_VALUE
    : fill(text.to2, { lower: formatSigned(limits.lower), upper: formatSigned(limits.upper) });
