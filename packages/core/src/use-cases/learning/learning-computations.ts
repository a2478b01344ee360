import { predictFromFeatures } from '../../measure/index.ts';
import type { LabelPrediction } from '../../ports/store.ts';
import type { LearningSample, LoadedModel } from './learning-values.ts';
import { makeCandidate } from './make-candidate.ts';
import { weighCandidate } from './weigh-candidate.ts';

/** Tells how far a computation is, and lets it end early by throwing. */
export type Tick = (share: number) => void;

/** What takes long in a round of learning: functions of their input alone, which can travel to a thread and back. */
export const LEARNING_COMPUTATIONS = { predictLabels, makeCandidate, weighCandidate } as const;
export type LearningComputations = typeof LEARNING_COMPUTATIONS;

/** The champion's answer to each label, before it is learned. */
function predictLabels(
  { champion, samples }: { readonly champion: LoadedModel; readonly samples: readonly LearningSample[] },
  tick: Tick = () => {},
): LabelPrediction[] {
  const { record, model } = champion;
  return samples.map(({ label, sample }, index) => {
    tick(index / samples.length);
    const { shearPercent, lower, upper } = predictFromFeatures(Float64Array.from(sample.features), model);
    return { labelId: label.id, percent: shearPercent, lower, upper, by: record.version };
  });
}
