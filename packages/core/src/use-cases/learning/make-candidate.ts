import type { LearningEvaluation, Model, PrequentialRecord, StrategyName } from '@mlmcsc/learning';
import { encodeModel, learnFromLabels, strategyOf } from '@mlmcsc/learning';
import { hashText } from './hash-text.ts';
import type { LearningSample, LoadedModel } from './learning-sample.ts';

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
}

/** Learns the samples in the given order. The same parent, samples and strategy give the same bytes, name included, so a
 * round that is repeated after a crash makes the same candidate again.
 * @param samples - at least one, in order of arrival
 */
export function makeCandidate(request: {
  readonly parent: LoadedModel;
  readonly base: LoadedModel;
  readonly samples: readonly LearningSample[];
  readonly strategy: StrategyName;
  readonly isReplay: boolean;
  readonly crossValidate: boolean;
}): Candidate {
  const { parent, base, samples, strategy, isReplay, crossValidate } = request;
  const labelCount = (isReplay ? 0 : parent.record.labelCount) + samples.length;
  const lineage = [parent.record.digest, strategy, ...samples.map(({ label }) => label.id)].join(' ');
  const name = hashText(lineage).toString(16).padStart(8, '0');
  const { model, evaluation } = learnFromLabels({
    model: parent.model,
    samples: samples.map(({ sample }) => sample),
    strategy: strategyOf(strategy),
    parentDigest: parent.record.digest,
    version: `${base.record.version}+${labelCount}.${name}`,
    crossValidate,
  });
  return {
    model,
    bytes: encodeModel(model),
    parent,
    isReplay,
    labelCount,
    learned: samples,
    answers: new Map(samples.map(({ label }, index) => [label.id, evaluation.records[index]!])),
    evaluation,
  };
}
