import type { LabelledSample, Model } from '@mlmcsc/learning';
import type { LabelRecord, ModelRecord } from '../../domain/records.ts';

/** A current label with the features that one base sees in its picture. */
export interface LearningSample {
  readonly label: LabelRecord;
  readonly sample: LabelledSample;
  readonly replacesLearned: boolean;
}

/** A model version that is ready to answer. */
export interface LoadedModel {
  readonly record: ModelRecord;
  readonly model: Model;
}
