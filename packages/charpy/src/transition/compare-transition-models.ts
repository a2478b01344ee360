import { transitionModelNames } from './curve-model.ts';
import { fitTransitionCurve } from './fit-transition-curve.ts';
import type { TransitionOptions, TransitionPoint } from './transition-options.ts';
import type { TransitionFit, TransitionRefusal } from './transition-result.ts';

/** The five models on the same specimens. */
export interface ModelComparison {
  /** Best first: by AICc where every accepted fit has one, by AIC otherwise. */
  readonly fits: readonly TransitionFit[];
  readonly refusals: readonly TransitionRefusal[];
  readonly rankedBy: 'aicc' | 'aic';
}

/** Fits all five models. The ranking compares how well they describe these specimens; it does not say that the best is right: on
 * twelve specimens models that differ by less than about two can hardly be told apart.
 * @throws ParameterRangeError as `fitTransitionCurve`
 * @source Burnham & Anderson, Model Selection and Multimodel Inference, 2nd ed. (2002), 2.4 and 2.6
 */
export function compareTransitionModels(
  points: readonly TransitionPoint[],
  options: Omit<TransitionOptions, 'model'>,
): ModelComparison {
  const fits: TransitionFit[] = [];
  const refusals: TransitionRefusal[] = [];
  for (const model of transitionModelNames) {
    const result = fitTransitionCurve(points, { ...options, model });
    if (result.ok) fits.push(result);
    else refusals.push(result);
  }
  const rankedBy = fits.every((fit) => fit.criteria.aicc !== null) ? 'aicc' : 'aic';
  fits.sort((a, b) => (a.criteria[rankedBy] as number) - (b.criteria[rankedBy] as number));
  return { fits, refusals, rankedBy };
}
