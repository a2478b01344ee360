import type { LabelledSample } from './labelled-sample.ts';
import type { HeadInput, HeadPrediction } from './predict.ts';

/** A label with what the head answered before it learned it. */
export interface AnsweredLabel {
  readonly label: LabelledSample;
  readonly input: HeadInput;
  readonly prediction: HeadPrediction;
}
