import { defaultIntervalLevel } from '../artefact/answer.ts';
import { evaluateModel } from '../evaluation/evaluate-model.ts';
import type { LearningState } from '../evaluation/learning-state.ts';
import { runPrequentially } from '../evaluation/prequential-run.ts';
import { groupSamples } from '../evaluation/sample-groups.ts';
import type { LabelledSample } from '../head/labelled-sample.ts';
import type { UpdateStrategy } from '../head/strategy.ts';
import { createRandom } from '../network/seeded-random.ts';
import { scaleForSelection } from './feature-distance.ts';
import { type SelectionWay, selectNext } from './select-next.ts';

/** A labelled picture that stands for one without a label until it is chosen. */
export interface SimulatedSample extends LabelledSample {
  /** What answers are held to, percent shear. @default the label */
  readonly truth?: number;
}

export interface SimulateSelectionOptions {
  /** What is known before the first label. */
  readonly start: LearningState;
  readonly update: UpdateStrategy;
  /** Pictures that may be chosen. */
  readonly pool: readonly SimulatedSample[];
  /** Pictures that every state answers; nobody labels them. */
  readonly test: readonly SimulatedSample[];
  readonly way: SelectionWay;
  /** Labels that are given before the choice is made anew, at least 1. */
  readonly batch: number;
  /** Labels given in all, at most the pool's size. */
  readonly most: number;
  /** Of `random`. */
  readonly seed: number;
}

/** After so many labels. */
export interface SelectionCurvePoint {
  readonly labels: number;
  /** On the test pictures, points of percent shear. */
  readonly meanAbsoluteError: number;
}

/** What a laboratory would see that gives its labels in the order of one way: test-then-train, batch by batch. The uncertainty is
 * the width of the interval that the model of the moment states, as in the review queue; distances are over the whole pool.
 * @returns the error at 0 labels, after each batch, and at the end; shorter where only copies are left to a way that never chooses them
 */
export function simulateSelection(options: SimulateSelectionOptions): SelectionCurvePoint[] {
  const { pool, test, way, batch, update, seed } = options;
  const most = Math.min(options.most, pool.length);
  const looksAtDistance = way === 'diversity' || way === 'hybrid';
  const scaled = looksAtDistance ? scaleForSelection(pool.map(({ features }) => features)) : [];
  const held = test.map((sample) => ({ ...sample, shearPercent: sample.truth ?? sample.shearPercent }));
  const left = new Set(pool.keys());
  const learned: number[] = [];
  let state = options.start;
  const curve: SelectionCurvePoint[] = [{ labels: 0, meanAbsoluteError: errorOf(state, held) }];
  for (let round = 0; learned.length < most; round += 1) {
    const open = [...left];
    const widths =
      way === 'random'
        ? null
        : intervalWidths(
            state,
            open.map((index) => pool[index]),
          );
    const chosen = selectNext(
      way,
      {
        candidates: open.map((index, place) => ({
          features: scaled[index] ?? pool[index].features,
          uncertainty: widths?.[place] ?? 0,
        })),
        learned: looksAtDistance ? learned.map((index) => scaled[index]) : [],
      },
      Math.min(batch, most - learned.length),
      seed + round,
    ).map(({ index }) => open[index]);
    if (chosen.length === 0) break;
    state = runPrequentially(
      state,
      chosen.map((index) => pool[index]),
      update,
      defaultIntervalLevel,
    ).state;
    for (const index of chosen) left.delete(index);
    learned.push(...chosen);
    curve.push({ labels: learned.length, meanAbsoluteError: errorOf(state, held) });
  }
  return curve;
}

/** Pictures to choose from and pictures to answer, kept apart by heat where there are heats, else by specimen.
 * @param share - of the groups that go to the pool, 0 to 1
 * @throws RangeError with fewer than two groups
 */
export function splitForSelection<Sample extends SimulatedSample>(
  samples: readonly Sample[],
  seed: number,
  share = 0.75,
): { readonly pool: readonly Sample[]; readonly test: readonly Sample[] } {
  const groups = groupSamples(samples, 4);
  if (groups.count < 2) {
    throw new RangeError(`samples must be of at least 2 specimens, got ${groups.count}; label more of them`);
  }
  const random = createRandom(seed);
  const order = Array.from({ length: groups.count }, (_, group) => group);
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = random.below(place + 1);
    [order[place], order[other]] = [order[other], order[place]];
  }
  const count = Math.min(groups.count - 1, Math.max(1, Math.round(share * groups.count)));
  const pooled = new Set(order.slice(0, count));
  return {
    pool: samples.filter((_, index) => pooled.has(groups.groupOf[index])),
    test: samples.filter((_, index) => !pooled.has(groups.groupOf[index])),
  };
}

function errorOf(state: LearningState, test: readonly LabelledSample[]): number {
  return evaluateModel(state, test).figures.meanAbsoluteError ?? Number.NaN;
}

function intervalWidths(state: LearningState, samples: readonly LabelledSample[]): number[] {
  return evaluateModel(state, samples).answers.map(({ lower, upper }) => (upper ?? 100) - (lower ?? 0));
}
