import { assignFolds } from '../evaluation/sample-groups.ts';
import { checkShearPercent } from '../head/evidence-item.ts';
import type { FeatureScaling } from '../head/feature-scaling.ts';
import { fitFeatureScaling, standardiseFeatures } from '../head/feature-scaling.ts';
import type { FeatureSet, FeatureVector } from '../head/feature-set.ts';
import { areaIndexOf, checkFeatureSet, indexOfFeature } from '../head/feature-set.ts';
import type { LaboratoryHead, PriorSpread } from '../head/laboratory-head.ts';
import { createHead } from '../head/laboratory-head.ts';
import type { DoubtSamples, NoiseShape } from '../head/noise-shape.ts';
import { fitNoiseShape, flatNoise } from '../head/noise-shape.ts';
import { noiseOf, predictFromInput } from '../head/predict.ts';
import { conformityScore, shearInterval } from '../interval/conformal-interval.ts';
import type { ConformalState } from '../interval/conformal-state.ts';
import { createConformalState } from '../interval/conformal-state.ts';
import { evaluateAnswers } from '../metrics/evaluate-answers.ts';
import type { EvaluationFigures } from '../metrics/evaluation-figures.ts';
import type { RegressionSample, RidgeFit } from './ridge-fit.ts';
import { fitRidge } from './ridge-fit.ts';
import { searchPriorSpread } from './spread-search.ts';

/** A rendered specimen for the shipped head. */
export interface DefaultHeadSample {
  readonly features: FeatureVector;
  /** Exact percent shear, 0 to 100. */
  readonly shearPercent: number;
  /** Which rendered laboratory (light, camera, steel, background) it comes from; kept apart in the folds. */
  readonly laboratory: string;
}

/** The shipped head and what its left-out figures are. */
export interface DefaultHeadFit {
  readonly head: LaboratoryHead;
  readonly conformal: ConformalState;
  /** Every specimen answered by weights that never saw its laboratory, with 90 % intervals from the other folds. */
  readonly outOfFold: EvaluationFigures;
  /** The map's area alone on the same specimens. */
  readonly areaAlone: EvaluationFigures;
  readonly ridge: number;
  readonly spread: PriorSpread;
}

const FOLDS = 5;
const MINIMUM_SAMPLES = 50;
/** More calibration scores only make the artefact larger. */
const MAXIMUM_SCORES = 1000;
const LEVEL = 0.9;

/** Trains the head that ships with the default model, on specimens of many laboratories.
 *
 * Ridge regression on top of the area, penalty chosen by leaving laboratories out; noise shape from the left-out
 * residuals; prior spread by rehearsing moves to left-out laboratories; calibration scores from the left-out answers.
 * @param doubtName - feature that grows where the map does not know: intervals widen with it @default none
 * @throws RangeError for fewer than 50 specimens or 5 laboratories, unfit features or a label outside 0–100
 */
export function fitDefaultHead(
  featureSet: FeatureSet,
  samples: readonly DefaultHeadSample[],
  doubtName?: string,
): DefaultHeadFit {
  checkFeatureSet(featureSet);
  const groups = laboratoryGroups(samples);
  if (samples.length < MINIMUM_SAMPLES || groups.count < FOLDS) {
    throw new RangeError(
      `the default head needs ${MINIMUM_SAMPLES} specimens of ${FOLDS} laboratories, got ${samples.length} of ${groups.count}`,
    );
  }
  const foldOf = assignFolds({ ...groups, groupedBy: 'heat' }, FOLDS);
  const scaling = fitFeatureScaling(samples.map((sample) => sample.features));
  const prepare = (noiseShape: NoiseShape) =>
    samples.map((sample, i) => regressionSample(featureSet, scaling, noiseShape, sample, foldOf[i]));

  const flat = prepare(flatNoise);
  const noiseShape = noiseShapeOf(flat, fitRidge(flat, FOLDS), doubtOf(featureSet, samples, doubtName));
  const prepared = prepare(noiseShape);
  const fit = fitRidge(prepared, FOLDS);

  const headWith = (weights: Float64Array, spread?: PriorSpread) =>
    createHead({ featureSet, scaling, noiseShape, weights, ...(spread === undefined ? {} : { spread }) });
  const strangers = fit.weightsWithout.map((weights) => headWith(weights));
  const spread = searchPriorSpread(rehearsals(prepared, groups, strangers), leftOutError(prepared, fit));

  const foldHeads = fit.weightsWithout.map((weights) => headWith(weights, spread));
  const answers = prepared.map((sample) => predictFromInput(foldHeads[sample.fold], sample.input));
  const scores = answers.map((answer, i) => conformityScore(answer, prepared[i].shearPercent));
  const conformalWithout = Array.from({ length: FOLDS }, (_, fold) =>
    createConformalState({ calibrationScores: scores.filter((_, i) => foldOf[i] !== fold) }),
  );
  const outOfFold = evaluateAnswers(
    answers.map((answer, i) => {
      const { lower, upper } = shearInterval(conformalWithout[foldOf[i]], answer, LEVEL);
      return { truth: prepared[i].shearPercent, mean: answer.mean, lower, upper };
    }),
  );
  return {
    head: headWith(fit.weights, spread),
    conformal: createConformalState({ calibrationScores: thinned(scores) }),
    outOfFold,
    areaAlone: evaluateAnswers(
      prepared.map(({ input, shearPercent }) => ({
        truth: shearPercent,
        mean: Math.min(100, Math.max(0, input.area)),
      })),
    ),
    ridge: fit.ridge,
    spread,
  };
}

interface LaboratoryGroups {
  readonly groupOf: readonly number[];
  readonly count: number;
}

function laboratoryGroups(samples: readonly DefaultHeadSample[]): LaboratoryGroups {
  const numbers = new Map<string, number>();
  const groupOf = samples.map(({ laboratory }) => {
    if (!numbers.has(laboratory)) numbers.set(laboratory, numbers.size);
    return numbers.get(laboratory)!;
  });
  return { groupOf, count: numbers.size };
}

function regressionSample(
  featureSet: FeatureSet,
  scaling: FeatureScaling,
  noiseShape: NoiseShape,
  sample: DefaultHeadSample,
  fold: number,
): RegressionSample {
  checkShearPercent(sample.shearPercent);
  const areaIndex = areaIndexOf(featureSet);
  const area = sample.features[areaIndex];
  return {
    input: {
      standard: standardiseFeatures(scaling, featureSet.names, sample.features, areaIndex),
      area,
      relativeNoise: noiseOf({ noiseShape, featureSet }, sample.features, area),
    },
    shearPercent: sample.shearPercent,
    fold,
  };
}

function doubtOf(
  featureSet: FeatureSet,
  samples: readonly DefaultHeadSample[],
  featureName: string | undefined,
): DoubtSamples | undefined {
  if (featureName === undefined) return undefined;
  const index = indexOfFeature(featureSet, featureName);
  return { featureName, values: samples.map(({ features }) => features[index]) };
}

function noiseShapeOf(
  samples: readonly RegressionSample[],
  fit: RidgeFit,
  doubt: DoubtSamples | undefined,
): NoiseShape {
  return fitNoiseShape(
    samples.map(({ input }) => input.area),
    samples.map(({ shearPercent }, i) => shearPercent - fit.outOfFold[i]),
    doubt,
  );
}

function rehearsals(
  samples: readonly RegressionSample[],
  groups: LaboratoryGroups,
  strangers: readonly LaboratoryHead[],
) {
  return Array.from({ length: groups.count }, (_, group) => {
    const own = samples.filter((_, i) => groups.groupOf[i] === group);
    return { head: strangers[own[0].fold], samples: own };
  });
}

/** Root mean square error of the left-out answers, points; at least 0.1, so that a perfect rehearsal stays a distribution. */
function leftOutError(samples: readonly RegressionSample[], fit: RidgeFit): number {
  const squares = samples.reduce(
    (sum, { shearPercent }, i) => sum + (fit.outOfFold[i] - shearPercent) ** 2,
    0,
  );
  return Math.max(0.1, Math.sqrt(squares / samples.length));
}

/** Evenly spaced order statistics, the largest among them. */
function thinned(scores: readonly number[]): number[] {
  if (scores.length <= MAXIMUM_SCORES) return [...scores];
  const sorted = [...scores].sort((a, b) => a - b);
  return Array.from(
    { length: MAXIMUM_SCORES },
    (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / MAXIMUM_SCORES) - 1],
  );
}
