import type { Model, RefinePrior } from '@mlmcsc/learning';

/** How far the last layer may plausibly move, and what labels count. */
export type RefineTrust = Omit<RefinePrior, 'layer'>;

/** One deviation of a weight, as a part of the layer's weights: what its features are scaled to does not matter then. */
const WEIGHT_SHARE = 0.3;
/** Of the logit. Most of what laboratories differ in is where the boundary lies, which is the bias. */
const BIAS_DEVIATION = 0.5;
/** Points. More than a reader's scatter: the outline's error and the head's own correction are in it as well. */
const PROPORTION_DEVIATION = 8;
/** A face has some four thousand cells; but neighbours show the same facet or dimple, and say hardly more than one of them. */
const PAINTED_WEIGHT = 0.01;

/** The prior that `mlmcsc learn` uses; chosen on rendered laboratories of held-out families, see docs/reference/estimators.md. */
export function refineTrustOf({ surface }: Pick<Model, 'surface'>): RefineTrust {
  const weights = surface.weights['output.weight']!;
  const meanSquare = weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length;
  return {
    weightDeviation: WEIGHT_SHARE * Math.sqrt(meanSquare),
    biasDeviation: BIAS_DEVIATION,
    proportionDeviation: PROPORTION_DEVIATION,
    paintedWeight: PAINTED_WEIGHT,
  };
}
