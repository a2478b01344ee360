import {
  type EvaluatedAnswer,
  evaluateModel,
  type LabelledSample,
  type LearningState,
  type PrequentialRecord,
  runPrequentially,
  type UpdateStrategy,
} from '@mlmcsc/learning';
import type { Bar, SeenBar } from './bar.ts';
import type { Split } from './split-by-heat.ts';

/** Wanted coverage of every interval in the report. */
export const INTERVAL_LEVEL = 0.9;

/** Answers to the test bars of one split after so many labels. */
export interface CurveStep {
  readonly labels: number;
  readonly answers: readonly EvaluatedAnswer[];
}

/** One pass over a pool of labels. */
export interface ProductCurve {
  readonly steps: readonly CurveStep[];
  /** Each label answered before it was learned. */
  readonly records: readonly PrequentialRecord[];
  readonly state: LearningState;
}

export const labelledSample = ({ seen, truth, specimen, heat }: SeenBar): LabelledSample => ({
  features: seen.features,
  shearPercent: truth,
  specimen,
  heat,
});

export function answersOf(state: LearningState, test: readonly Bar[]): EvaluatedAnswer[] {
  const samples = test.map(({ seen, truth }) => ({ features: seen?.features ?? null, shearPercent: truth }));
  return [...evaluateModel(state, samples, INTERVAL_LEVEL).answers];
}

/** Learns the pool label by label as the product does, answering the test bars at each count.
 * @param counts - ascending; counts beyond the pool are answered with the whole pool learned */
export function productCurve(
  start: LearningState,
  { pool, test }: Split,
  counts: readonly number[],
  strategy: UpdateStrategy,
  labelOf: (bar: SeenBar) => LabelledSample = labelledSample,
): ProductCurve {
  let state = start;
  let learned = 0;
  const records: PrequentialRecord[] = [];
  const steps = counts.map((labels) => {
    const stretch = pool.slice(learned, labels).map(labelOf);
    if (stretch.length > 0) {
      const run = runPrequentially(state, stretch, strategy, INTERVAL_LEVEL);
      state = run.state;
      records.push(...run.records);
      learned += stretch.length;
    }
    return { labels, answers: answersOf(state, test) };
  });
  return { steps, records, state };
}
