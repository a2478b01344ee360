import type {
  LabelledSample,
  LearningEvaluation,
  Model,
  PrequentialRecord,
  StrategyName,
} from '@mlmcsc/learning';
import { encodeModel, learnFromLabels, strategyOf } from '@mlmcsc/learning';
import type { DatasetItem } from '../../ports/datasets.ts';
import type { TrainingSet } from '../datasets/training-set.ts';
import { hashText } from './hash-text.ts';
import type { LearningSample, LoadedModel } from './learning-values.ts';

/** A model made from labels, not yet judged. */
export interface Candidate {
  readonly model: Model;
  readonly bytes: Uint8Array;
  readonly parent: LoadedModel;
  /** True when it was learned from the shipped model through all labels, not in one step from the champion. */
  readonly isReplay: boolean;
  readonly labelCount: number;
  readonly learned: readonly LearningSample[];
  /** What it answered to each label before it learned it, by label id. */
  readonly answers: ReadonlyMap<string, PrequentialRecord>;
  readonly evaluation: LearningEvaluation;
  readonly trainingSet: TrainingSet;
}

/** A judged picture in the words of the manifest, with what the base sees in it. */
export interface Lesson {
  readonly item: DatasetItem;
  readonly features: LabelledSample['features'];
}

/** What a candidate is made of. */
export interface CandidateRecipe {
  readonly parent: { readonly model: Model; readonly digest: string; readonly labelCount: number };
  readonly baseVersion: string;
  /** At least one, in order of learning. */
  readonly lessons: readonly Lesson[];
  /** Digest of the dataset version of all that the new model has learned. */
  readonly datasetDigest: string;
  readonly strategy: StrategyName;
  /** Whether the parent is the shipped model, and these are all labels there are. */
  readonly isReplay: boolean;
  readonly crossValidate: boolean;
}

/** Learns the lessons in the given order. Everything comes from the manifest and the features, so the same recipe gives the
 * same bytes, name included: after a crash, after the erasure of a person, and years later.
 */
export function learnLessons(recipe: CandidateRecipe, tick: (share: number) => void = () => {}) {
  const { parent, lessons, strategy, isReplay, crossValidate, datasetDigest } = recipe;
  const labelCount = (isReplay ? 0 : parent.labelCount) + lessons.length;
  const lineage = [parent.digest, strategy, datasetDigest, ...lessons.map(({ item }) => item.labelId)].join(
    ' ',
  );
  const name = hashText(lineage).toString(16).padStart(8, '0');
  const { model: learned, evaluation } = learnFromLabels({
    model: parent.model,
    samples: lessons.map(({ item, features }) => ({
      features,
      shearPercent: item.shearPercent,
      technician: item.technician,
      ...(item.specimen === null ? {} : { specimen: item.specimen }),
      ...(item.heat === null ? {} : { heat: item.heat }),
    })),
    strategy: strategyOf(strategy),
    parentDigest: parent.digest,
    version: `${recipe.baseVersion}+${labelCount}.${name}`,
    crossValidate,
    onProgress: tick,
  });
  const model: Model = { ...learned, dataset: { ...learned.dataset, labels: datasetDigest } };
  return { model, bytes: encodeModel(model), labelCount, evaluation };
}

/** Learns samples of this installation. @param samples - as `trainingSet.items`, one for one */
export function makeCandidate(
  request: {
    readonly parent: LoadedModel;
    readonly base: LoadedModel;
    readonly samples: readonly LearningSample[];
    readonly trainingSet: TrainingSet;
    readonly strategy: StrategyName;
    readonly isReplay: boolean;
    readonly crossValidate: boolean;
  },
  tick: (share: number) => void = () => {},
): Candidate {
  const { parent, base, samples, trainingSet, strategy, isReplay, crossValidate } = request;
  const { model, bytes, labelCount, evaluation } = learnLessons(
    {
      parent: { model: parent.model, ...pick(parent.record) },
      baseVersion: base.record.version,
      lessons: trainingSet.items.map((item, index) => ({ item, features: samples[index]!.sample.features })),
      datasetDigest: trainingSet.version.digest,
      ...{ strategy, isReplay, crossValidate },
    },
    tick,
  );
  return {
    ...{ model, bytes, parent, isReplay, labelCount, evaluation, trainingSet },
    learned: samples,
    answers: new Map(samples.map(({ label }, index) => [label.id, evaluation.records[index]!])),
  };
}

const pick = ({ digest, labelCount }: LoadedModel['record']) => ({ digest, labelCount });
