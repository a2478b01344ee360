import type { SelectedCandidate } from '@mlmcsc/learning';
import type { AnalysisRecord } from '../domain/records.ts';
import type { ReviewReason, SelectionStrategy } from './review-queue-types.ts';

/** Whether a label of it would teach: a picture that is unfit to be measured should be taken again instead. */
export function isWorthALabel({ status, shearPercent, flags }: AnalysisRecord): boolean {
  if (status === 'ok') return shearPercent !== null;
  const refusals = flags.filter(({ severity }) => severity === 'refuse');
  return status === 'poor' && refusals.length > 0 && refusals.every(({ code }) => code === 'undecided-map');
}

/** Width of the interval, points of percent shear; without a number all of the scale. */
export const uncertaintyOf = ({ lower, upper }: AnalysisRecord): number =>
  lower === null || upper === null ? 100 : upper - lower;

/** Why a picture was chosen, the decisive first.
 * @param medianWidth - of the intervals of all candidates, points
 */
export function reasonsToLabel(
  analysis: AnalysisRecord,
  { distance }: Pick<SelectedCandidate, 'distance'>,
  { strategy, medianWidth }: { readonly strategy: SelectionStrategy; readonly medianWidth: number },
): ReviewReason[] {
  const width = uncertaintyOf(analysis);
  const uncertain: ReviewReason =
    analysis.lower === null
      ? { code: 'no-number', detail: 'The map is undecided, so there is no number yet.', value: null }
      : {
          code: 'interval-width',
          detail: `The interval is ${width.toFixed(1)} points wide; half of the candidates have at most ${medianWidth.toFixed(1)}.`,
          value: width,
        };
  if (strategy === 'uncertainty') return [uncertain];
  if (strategy === 'random') return [{ code: 'by-lot', detail: 'Drawn by lot.', value: null }, uncertain];
  const unlike: ReviewReason =
    distance === null
      ? {
          code: 'nothing-learned',
          detail: 'No picture to compare with has a label; this one is among the most ordinary.',
          value: null,
        }
      : {
          code: 'unlike-learned',
          detail: `${distance.toFixed(2)} deviations a feature from the nearest picture that is labelled or stands above.`,
          value: distance,
        };
  return [unlike, uncertain];
}
