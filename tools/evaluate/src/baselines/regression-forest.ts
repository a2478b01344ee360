import { createRandom, type SeededRandom } from '@mlmcsc/learning/network';
import type { LabelledTexture } from './labelled-texture.ts';

export interface ForestOptions {
  /** @default 60 */
  readonly trees?: number;
  /** Least samples of a leaf. @default 3 */
  readonly leaf?: number;
  readonly seed: number;
}

/** Cuts are sought between this many quantiles of each input. */
const BINS = 32;

interface Node {
  /** Input, and the largest value that goes left; absent in leaves. */
  readonly cut?: {
    readonly input: number;
    readonly value: number;
    readonly left: Node;
    readonly right: Node;
  };
  readonly mean: number;
}

/** A sample with its inputs as quantile numbers. */
interface Binned {
  readonly bins: Uint8Array;
  readonly truth: number;
}

/** Random forest for regression: bootstrap samples, a third of the inputs tried at each cut, mean of the trees.
 * @returns a predictor of percent shear
 * @throws RangeError without samples
 * @source L. Breiman, Mach. Learn. 45 (2001) 5–32, section 11 */
export function fitForest(
  samples: readonly LabelledTexture[],
  { trees = 60, leaf = 3, seed }: ForestOptions,
): (texture: readonly number[]) => number {
  if (samples.length === 0) throw new RangeError('samples is empty; a forest needs at least one');
  const edges = samples[0].texture.map((_, input) => quantiles(samples.map(({ texture }) => texture[input])));
  const binned = samples.map(({ texture, truth }) => ({ truth, bins: binsOf(texture, edges) }));
  const random = createRandom(seed);
  const forest = Array.from({ length: trees }, () => {
    const drawn = binned.map(() => binned[random.below(binned.length)]);
    return grow(drawn, edges.length, leaf, random);
  });
  return (texture) => {
    const bins = binsOf(texture, edges);
    return forest.reduce((sum, tree) => sum + descend(tree, bins), 0) / trees;
  };
}

function quantiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from({ length: BINS - 1 }, (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / BINS)]);
}

function binsOf(texture: readonly number[], edges: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(texture, (value, input) => {
    let bin = 0;
    while (bin < BINS - 1 && value > edges[input][bin]) bin++;
    return bin;
  });
}

function descend(tree: Node, bins: Uint8Array): number {
  let node = tree;
  while (node.cut !== undefined)
    node = bins[node.cut.input] <= node.cut.value ? node.cut.left : node.cut.right;
  return node.mean;
}

function grow(samples: readonly Binned[], inputs: number, leaf: number, random: SeededRandom): Node {
  const mean = samples.reduce((sum, { truth }) => sum + truth, 0) / samples.length;
  if (samples.length < 2 * leaf) return { mean };
  const cut = bestCut(samples, inputs, leaf, random);
  if (cut === null) return { mean };
  const part = (isLeft: boolean): Node =>
    grow(
      samples.filter(({ bins }) => bins[cut.input] <= cut.value === isLeft),
      inputs,
      leaf,
      random,
    );
  return { mean, cut: { ...cut, left: part(true), right: part(false) } };
}

/** The cut that lowers the sum of squares most, among a random third of the inputs; null when none does. */
function bestCut(
  samples: readonly Binned[],
  inputs: number,
  leaf: number,
  random: SeededRandom,
): { readonly input: number; readonly value: number } | null {
  const total = samples.reduce((sum, { truth }) => sum + truth, 0);
  let best: { input: number; value: number } | null = null;
  // Lowering the squares is raising sum² / count over both sides.
  let highest = (total * total) / samples.length + 1e-9;
  const counts = new Float64Array(BINS);
  const sums = new Float64Array(BINS);
  for (let trial = 0; trial < Math.ceil(inputs / 3); trial++) {
    const input = random.below(inputs);
    counts.fill(0);
    sums.fill(0);
    for (const { bins, truth } of samples) {
      counts[bins[input]] += 1;
      sums[bins[input]] += truth;
    }
    let count = 0;
    let sum = 0;
    for (let value = 0; value < BINS - 1; value++) {
      count += counts[value];
      sum += sums[value];
      const rest = samples.length - count;
      if (count < leaf || rest < leaf) continue;
      const score = (sum * sum) / count + (total - sum) ** 2 / rest;
      if (score > highest) {
        highest = score;
        best = { input, value };
      }
    }
  }
  return best;
}
