import type { DatasetItem, NewDatasetVersion } from '../../ports/datasets.ts';

/** What a model is about to learn, stored as a manifest; its row is written together with the model's. */
export interface TrainingSet {
  readonly version: NewDatasetVersion;
  /** What is learned in this step, in the order of learning. */
  readonly items: readonly DatasetItem[];
}
