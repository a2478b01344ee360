import { addArrays, addOuterProductInPlace, packedLength } from '../matrix/packed-matrix.ts';

/** Weighted sums over the labels learned so far; `r = label − area`, φ from `standardiseFeatures`. */
export interface LabelEvidence {
  /** Σ k φφᵀ, packed lower triangle by rows, dimension d. */
  readonly gram: Float64Array;
  /** Σ k φ r, length d. */
  readonly moment: Float64Array;
  /** Σ k r², points². */
  readonly squares: number;
  /** Σ k: how many labels the sums are worth. */
  readonly weight: number;
  /** How many labels were learned in all; never decays. */
  readonly count: number;
}

/** One label as the sums take it in. */
export interface EvidenceItem {
  /** φ, length d. */
  readonly input: Float64Array;
  /** r = label − area, points. */
  readonly residual: number;
  /** k ≥ 0. */
  readonly weight: number;
}

/** No label yet. */
export function emptyEvidence(dimension: number): LabelEvidence {
  return {
    gram: new Float64Array(packedLength(dimension)),
    moment: new Float64Array(dimension),
    squares: 0,
    weight: 0,
    count: 0,
  };
}

/** `S ← forgetting·S + k·(φφᵀ, φr, r², 1)` for each item in turn.
 * @param forgetting - factor on everything older at each item, in (0, 1]
 */
export function addEvidence(
  evidence: LabelEvidence,
  items: readonly EvidenceItem[],
  forgetting = 1,
): LabelEvidence {
  const gram = Float64Array.from(evidence.gram);
  const moment = Float64Array.from(evidence.moment);
  let { squares, weight } = evidence;
  for (const item of items) {
    if (forgetting !== 1) {
      for (let i = 0; i < gram.length; i++) gram[i] *= forgetting;
      for (let i = 0; i < moment.length; i++) moment[i] *= forgetting;
      squares *= forgetting;
      weight *= forgetting;
    }
    addOuterProductInPlace(gram, item.input, item.weight);
    const scaled = item.weight * item.residual;
    for (let i = 0; i < moment.length; i++) moment[i] += scaled * item.input[i];
    squares += scaled * item.residual;
    weight += item.weight;
  }
  return { gram, moment, squares, weight, count: evidence.count + items.length };
}

/** Takes labels away again that were added with forgetting 1.
 * @throws RangeError when more would be taken away than is there
 */
export function subtractEvidence(evidence: LabelEvidence, items: readonly EvidenceItem[]): LabelEvidence {
  if (items.length > evidence.count) {
    throw new RangeError(`cannot withdraw ${items.length} labels from ${evidence.count} learned ones`);
  }
  const negative = items.map((item) => ({ ...item, weight: -item.weight }));
  const less = addEvidence(evidence, negative);
  const slack = 1e-9 * (1 + evidence.weight);
  if (less.weight < -slack) {
    throw new RangeError('cannot withdraw labels that weigh more than all that was learned');
  }
  return {
    ...less,
    squares: Math.max(0, less.squares),
    weight: Math.max(0, less.weight),
    count: evidence.count - items.length,
  };
}

/** Sum of two sets of evidence, as if their labels had been learned together. */
export function mergeEvidence(a: LabelEvidence, b: LabelEvidence): LabelEvidence {
  return {
    gram: addArrays(a.gram, b.gram),
    moment: addArrays(a.moment, b.moment),
    squares: a.squares + b.squares,
    weight: a.weight + b.weight,
    count: a.count + b.count,
  };
}
