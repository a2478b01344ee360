import { leadingInputs } from '../head/feature-scaling.ts';
import type { LabelEvidence } from '../head/label-evidence.ts';
import { addEvidence, emptyEvidence, mergeEvidence } from '../head/label-evidence.ts';
import type { HeadInput } from '../head/predict.ts';
import { choleskyFactor, solveCholesky } from '../matrix/cholesky.ts';
import { dotProduct } from '../matrix/packed-matrix.ts';

/** One specimen ready for regression. */
export interface RegressionSample {
  readonly input: HeadInput;
  readonly shearPercent: number;
  readonly fold: number;
}

/** Ridge regression with each fold left out in turn. */
export interface RidgeFit {
  /** Penalty on standardised features, as a share of the number of specimens. */
  readonly ridge: number;
  /** The same for the constant and the curves of the area. */
  readonly leadingRidge: number;
  /** Weights from all specimens. */
  readonly weights: Float64Array;
  /** Weights without fold f. */
  readonly weightsWithout: readonly Float64Array[];
  /** Bounded answer for each specimen by the weights that never saw its fold. */
  readonly outOfFold: Float64Array;
  readonly meanAbsoluteError: number;
}

/** The strongest leave the area with its constant and curves alone. */
const RIDGES = [1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1, 3, 10, 100];
/** Constant and area curves cannot overfit, but least squares can move them for the sake of a few faces that are far off:
 * the strongest leaves the area as it is. */
const LEADING_RIDGES = [1e-4, 1, 1e4];

const PENALTIES = LEADING_RIDGES.flatMap((leadingRidge) => RIDGES.map((ridge) => ({ ridge, leadingRidge })));

/** Tries all penalties and keeps those with the smallest left-out error, the stronger at a tie. */
export function fitRidge(samples: readonly RegressionSample[], folds: number): RidgeFit {
  const byFold = Array.from({ length: folds }, (_, fold) => evidenceOf(samples, fold));
  const without = byFold.map((_, fold) =>
    byFold.filter((_, other) => other !== fold).reduce((sum, one) => mergeEvidence(sum, one)),
  );
  const all = byFold.reduce((sum, one) => mergeEvidence(sum, one));
  const fits = PENALTIES.map((penalty): RidgeFit => {
    const weightsWithout = without.map((evidence) => solveRidge(evidence, penalty));
    const outOfFold = Float64Array.from(samples, ({ input, fold }) =>
      boundedAnswer(weightsWithout[fold], input),
    );
    const error = samples.reduce(
      (sum, { shearPercent }, i) => sum + Math.abs(outOfFold[i] - shearPercent),
      0,
    );
    return {
      ...penalty,
      weights: solveRidge(all, penalty),
      weightsWithout,
      outOfFold,
      meanAbsoluteError: error / samples.length,
    };
  });
  return fits.reduce((best, fit) => (fit.meanAbsoluteError <= best.meanAbsoluteError ? fit : best));
}

function evidenceOf(samples: readonly RegressionSample[], fold: number): LabelEvidence {
  const items = samples
    .filter((sample) => sample.fold === fold)
    .map(({ input, shearPercent }) => ({
      input: input.standard,
      residual: shearPercent - input.area,
      weight: 1 / input.relativeNoise,
    }));
  return addEvidence(emptyEvidence(samples[0].input.standard.length), items);
}

function solveRidge(
  evidence: LabelEvidence,
  { ridge, leadingRidge }: Pick<RidgeFit, 'ridge' | 'leadingRidge'>,
): Float64Array {
  const precision = Float64Array.from(evidence.gram);
  for (let i = 0, at = 0; i < evidence.moment.length; i++, at += i + 1) {
    precision[at] += evidence.weight * (i < leadingInputs ? leadingRidge : ridge);
  }
  return solveCholesky(choleskyFactor(precision), evidence.moment);
}

function boundedAnswer(weights: Float64Array, input: HeadInput): number {
  return Math.min(100, Math.max(0, input.area + dotProduct(weights, input.standard)));
}
