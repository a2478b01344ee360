import type { EvidenceItem, LabelEvidence } from './label-evidence.ts';
import type { HeadInput } from './predict.ts';

/** What a run of labels left in the head, label by label: the sum of it all is the head's evidence. */
export interface Lessons {
  /** Evidence from before the run, as far as it has not faded. */
  readonly before: LabelEvidence;
  /** In the order of the labels. */
  readonly lessons: readonly Lesson[];
}

/** One label's part in the evidence. */
export interface Lesson {
  readonly input: HeadInput;
  /** With the weight that is left at the end of the run. */
  readonly item: EvidenceItem;
}
