import {
  assignFolds,
  groupSamples,
  type LabelledSample,
  type Model,
  refineLastLayer,
  type SampleGroups,
  type UpdateStrategy,
} from '@mlmcsc/learning';
import { type LayerShift, shiftedView } from '@mlmcsc/vision';
import type { LabelledReading } from './labelled-reading.ts';
import { type LeftOutFit, leftOutError, paintedLoss } from './left-out-fit.ts';
import { type RefineEvidence, refineEvidence } from './refine-evidence.ts';
import { type RefineTrust, refineTrustOf } from './refine-prior.ts';
import { withLayerShift } from './with-layer-shift.ts';

export interface RefineSurfaceOptions {
  readonly model: Model;
  readonly pictures: readonly LabelledReading[];
  /** How the head will learn the percent labels. */
  readonly strategy: UpdateStrategy;
  /** @default `refineTrustOf` the model */
  readonly trust?: RefineTrust;
}

/** What became of the last layer. */
export interface RefinedSurface {
  /** With the moved layer, or the model given when that was no better. */
  readonly model: Model;
  readonly isKept: boolean;
  /** How far the layer was moved; null when it was not. */
  readonly shift: LayerShift | null;
  /** One sentence: why it was kept, or not. */
  readonly reason: string;
  /** What the head learns the percent labels from, in the order of the pictures that have one. When the layer was moved, each
   * picture is seen through a layer that was moved without its heat or specimen: a head taught on pictures that the map knows
   * already would trust the map, and its interval, too much. */
  readonly samples: readonly LabelledSample[];
  /** Left out group by group; null when there are too few groups. */
  readonly fit: LeftOutFit | null;
  readonly paintedPictures: number;
  readonly paintedCells: number;
}

const FOLDS = 5;
/** Paint alone is judged by the map, not by the answer, and on few pictures: a gain smaller than this part of the loss was
 * chance as often as not on rendered laboratories, one that meant something was a fifth and more. */
const LEAST_PAINTED_GAIN = 0.1;

/** Moves the last layer of the surface network to painted regions and percent labels, when answers to pictures that were left
 * out do not get worse by it (or, without percent labels, left-out paint fits clearly better). Same model and pictures: same bits.
 * @throws RangeError without pictures, for pictures read with another network, or labels outside 0–100 */
export function refineSurface({
  model,
  pictures,
  strategy,
  trust = refineTrustOf(model),
}: RefineSurfaceOptions): RefinedSurface {
  if (pictures.length === 0) throw new RangeError('pictures is empty; at least one is needed');
  const { channels } = pictures[0]!.reading;
  const evidence = pictures.map(refineEvidence);
  const counts = {
    paintedPictures: evidence.filter(({ cells }) => cells.length > 0).length,
    paintedCells: evidence.reduce((sum, { cells }) => sum + cells.length, 0),
  };
  const asBefore = samplesOf(pictures, (picture) => picture.reading.view);
  const unmoved = (reason: string, fit: LeftOutFit | null): RefinedSurface => ({
    ...{ model, isKept: false, shift: null, reason, samples: asBefore, fit },
    ...counts,
  });
  const groups = groupSamples(pictures, FOLDS);
  if (groups.count < 2) {
    return unmoved('The map is as it was: to judge a change, labels of two specimens are needed.', null);
  }
  const foldOf = assignFolds(groups, Math.min(FOLDS, groups.count));
  const shifts = shiftsWithoutFolds(evidence, foldOf, trust, channels);
  const samples = samplesOf(pictures, ({ reading }, i) => shiftedView(reading, shifts[foldOf[i]!]!));
  const fit = judge({ model, strategy, asBefore, samples, evidence, shifts, foldOf, pictures, groups });
  if (!isGain(fit)) return unmoved(reasonOf(fit, false), fit);
  const shift = shiftFrom(evidence, trust, channels);
  return {
    ...{
      model: withLayerShift(model, shift),
      isKept: true,
      shift,
      reason: reasonOf(fit, true),
      samples,
      fit,
    },
    ...counts,
  };
}

/** Percent labels decide; without two groups of them, what was painted does. */
function judge(evidence: {
  readonly model: Model;
  readonly strategy: UpdateStrategy;
  readonly asBefore: readonly LabelledSample[];
  readonly samples: readonly LabelledSample[];
  readonly evidence: readonly RefineEvidence[];
  readonly shifts: readonly LayerShift[];
  readonly foldOf: readonly number[];
  readonly pictures: readonly LabelledReading[];
  readonly groups: SampleGroups;
}): LeftOutFit {
  const { model, strategy, asBefore, samples, foldOf, pictures, groups } = evidence;
  const folds = foldOf.filter((_, i) => pictures[i]!.shearPercent !== null);
  const kind = { groupedBy: groups.groupedBy, groups: groups.count } as const;
  if (new Set(folds).size < 2) {
    const still = evidence.shifts.map(({ weights }) => ({
      weights: new Float64Array(weights.length),
      bias: 0,
    }));
    return {
      ...kind,
      judgedBy: 'painted cells',
      before: paintedLoss(evidence.evidence, still, foldOf),
      after: paintedLoss(evidence.evidence, evidence.shifts, foldOf),
    };
  }
  return {
    ...kind,
    judgedBy: 'percent labels',
    before: leftOutError(model, asBefore, folds, strategy),
    after: leftOutError(model, samples, folds, strategy),
  };
}

function isGain({ judgedBy, before, after }: LeftOutFit): boolean {
  return after <= (judgedBy === 'percent labels' ? 1 : 1 - LEAST_PAINTED_GAIN) * before;
}

function reasonOf({ judgedBy, before, after, groupedBy }: LeftOutFit, isKept: boolean): string {
  const unit = judgedBy === 'percent labels' ? ['mean error', ' points'] : ['loss of painted cells', ''];
  const digits = judgedBy === 'percent labels' ? 2 : 3;
  const change = `${unit[0]} of what was left out, by ${groupedBy}: ${before.toFixed(digits)}${unit[1]} before, ${after.toFixed(digits)}${unit[1]} with it`;
  return isKept
    ? `The map was moved to these labels (${change}).`
    : `The map is as it was: moving it to these labels did not help enough (${change}).`;
}

/** The layer of each fold has seen nothing of that fold. */
function shiftsWithoutFolds(
  evidence: readonly RefineEvidence[],
  foldOf: readonly number[],
  trust: RefineTrust,
  channels: number,
): LayerShift[] {
  return Array.from({ length: Math.max(...foldOf) + 1 }, (_, fold) =>
    shiftFrom(
      evidence.filter((_one, i) => foldOf[i] !== fold),
      trust,
      channels,
    ),
  );
}

function shiftFrom(evidence: readonly RefineEvidence[], trust: RefineTrust, channels: number): LayerShift {
  const { layer } = refineLastLayer(
    evidence.flatMap(({ cells }) => cells),
    evidence.flatMap(({ face }) => (face === null ? [] : [face])),
    { ...trust, layer: { weights: new Float64Array(channels), bias: 0 } },
  );
  // The estimator speaks of shear, the network of cleavage.
  return { weights: layer.weights.map((weight) => -weight), bias: -layer.bias };
}

function samplesOf(
  pictures: readonly LabelledReading[],
  featuresOf: (picture: LabelledReading, index: number) => Float64Array,
): LabelledSample[] {
  return pictures.flatMap((picture, i) => {
    const { reading: _reading, paint: _paint, shearPercent, ...about } = picture;
    return shearPercent === null ? [] : [{ ...about, shearPercent, features: featuresOf(picture, i) }];
  });
}
