import { createRandom } from '../network/seeded-random.ts';
import type { SelectionCurvePoint } from './simulate-selection.ts';

/** Curves of all ways over one split; the first is what the others are compared with. */
export interface SelectionTrial {
  /** Trials of one block (a laboratory) are drawn together with others of it only. */
  readonly block: string;
  readonly curves: Readonly<Record<string, readonly SelectionCurvePoint[]>>;
}

export interface Estimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** One way against random choice at one number of labels. */
export interface LabelSaving {
  readonly way: string;
  /** Labels that random choice gets. */
  readonly randomLabels: number;
  /** Error of random choice there, points. */
  readonly randomError: number;
  /** What random choice gained from no label to there, points; its interval tells whether labels help at all. */
  readonly randomGain: Estimate;
  /** Error of this way with as many labels, less that of random: below 0 is better, points. */
  readonly errorDifference: Estimate;
  /** Labels after which this way's mean curve first is as low; null: not within the labels given. */
  readonly labelsNeeded: number | null;
  /** Interval of `labelsNeeded`; an end is null where it is beyond the labels given. */
  readonly labelsNeededInterval: { readonly lower: number | null; readonly upper: number | null };
  readonly verdict: 'saves' | 'costs' | 'no-difference' | 'nothing-to-save';
}

export interface LabelSavingOptions {
  /** Name of the curve that is random choice. @default 'random' */
  readonly baseline?: string;
  /** Numbers of labels at which ways are compared. */
  readonly counts: readonly number[];
  /** @default 0.95 */
  readonly confidence?: number;
  /** Bootstrap replicates. @default 1000 */
  readonly replicates?: number;
  readonly seed: number;
}

/** How many labels each way needs for the error that random choice reaches with so many.
 * The verdict goes by the paired difference of the errors at the same number of labels: the crossing of two wavering curves comes
 * early by chance alone, so a second random choice is worth keeping among the ways, as the measure of that.
 * @param trials - at least 2
 * @source Settles, "Active Learning" (2012), 6.3, for learning curves and labels saved; Efron & Tibshirani, "An Introduction to the
 * Bootstrap" (1993), 13.3, for percentile intervals; trials are drawn with replacement inside each block
 */
export function labelSaving(trials: readonly SelectionTrial[], options: LabelSavingOptions): LabelSaving[] {
  const { baseline = 'random', counts, confidence = 0.95, replicates = 1000, seed } = options;
  if (trials.length < 2) throw new RangeError(`trials must be at least 2, got ${trials.length}`);
  const ways = Object.keys(trials[0].curves).filter((way) => way !== baseline);
  const random = createRandom(seed);
  const draws = Array.from({ length: replicates }, () => drawInBlocks(trials, random));
  return counts.flatMap((randomLabels) => {
    const gainOf = (some: readonly SelectionTrial[]) =>
      meanError(some, baseline, 0) - meanError(some, baseline, randomLabels);
    const randomGain = estimate(gainOf(trials), draws.map(gainOf), confidence);
    return ways.map((way): LabelSaving => {
      const differenceOf = (some: readonly SelectionTrial[]) =>
        meanError(some, way, randomLabels) - meanError(some, baseline, randomLabels);
      const neededOf = (some: readonly SelectionTrial[]) =>
        firstAtMost(some, way, meanError(some, baseline, randomLabels));
      const errorDifference = estimate(differenceOf(trials), draws.map(differenceOf), confidence);
      const drawn = draws.map((some) => neededOf(some) ?? Number.POSITIVE_INFINITY);
      const needed = neededOf(trials);
      const { lower, upper } = estimate(needed ?? Number.POSITIVE_INFINITY, drawn, confidence);
      return {
        ...{ way, randomLabels, randomGain, errorDifference, labelsNeeded: needed },
        randomError: meanError(trials, baseline, randomLabels),
        labelsNeededInterval: { lower: finite(lower), upper: finite(upper) },
        verdict: verdictOf(randomGain, errorDifference),
      };
    });
  });
}

function verdictOf(gain: Estimate, difference: Estimate): LabelSaving['verdict'] {
  if (difference.lower > 0) return 'costs';
  if (gain.lower <= 0) return 'nothing-to-save';
  return difference.upper < 0 ? 'saves' : 'no-difference';
}

/** The error at a number of labels, averaged over trials; between two points of a curve it runs straight. */
function meanError(trials: readonly SelectionTrial[], way: string, labels: number): number {
  let sum = 0;
  for (const { curves } of trials) sum += errorAt(curves[way], labels);
  return sum / trials.length;
}

function errorAt(curve: readonly SelectionCurvePoint[], labels: number): number {
  const after = curve.findIndex((point) => point.labels >= labels);
  // A way that ran out of pictures keeps what it reached.
  if (after < 0) return curve[curve.length - 1].meanAbsoluteError;
  const [right, left] = [curve[after], curve[after - 1]];
  if (right.labels === labels || left === undefined) return right.meanAbsoluteError;
  const share = (labels - left.labels) / (right.labels - left.labels);
  return left.meanAbsoluteError + share * (right.meanAbsoluteError - left.meanAbsoluteError);
}

/** The first number of labels at which the mean curve is at most `error`. */
function firstAtMost(trials: readonly SelectionTrial[], way: string, error: number): number | null {
  const marks = [...new Set(trials.flatMap(({ curves }) => curves[way].map(({ labels }) => labels)))];
  let before: { labels: number; error: number } | null = null;
  for (const labels of marks.sort((a, b) => a - b)) {
    const here = meanError(trials, way, labels);
    if (here <= error) {
      if (before === null || before.error === here) return labels;
      return before.labels + ((before.error - error) / (before.error - here)) * (labels - before.labels);
    }
    before = { labels, error: here };
  }
  return null;
}

function drawInBlocks(
  trials: readonly SelectionTrial[],
  random: ReturnType<typeof createRandom>,
): SelectionTrial[] {
  const blocks = new Map<string, SelectionTrial[]>();
  for (const trial of trials) blocks.set(trial.block, [...(blocks.get(trial.block) ?? []), trial]);
  return [...blocks.values()].flatMap((block) => block.map(() => block[random.below(block.length)]));
}

function estimate(value: number, drawn: readonly number[], confidence: number): Estimate {
  const sorted = [...drawn].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { value, lower: at((1 - confidence) / 2), upper: at((1 + confidence) / 2) };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
