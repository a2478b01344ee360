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

/** Sums that are still being added to. */
export type GrowingEvidence = { -readonly [Key in keyof LabelEvidence]: LabelEvidence[Key] };

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

/** A copy whose arrays may be written to. */
export function copyEvidence(evidence: LabelEvidence): GrowingEvidence {
  return {
    ...evidence,
    gram: Float64Array.from(evidence.gram),
    moment: Float64Array.from(evidence.moment),
  };
}

/** `S ← S + k·(φφᵀ, φr, r², 1)`. */
export function addItemInPlace(evidence: GrowingEvidence, { input, residual, weight }: EvidenceItem): void {
  const { gram, moment } = evidence;
  addOuterProductInPlace(gram, input, weight);
  const scaled = weight * residual;
  for (let i = 0; i < moment.length; i++) moment[i] += scaled * input[i];
  evidence.squares += scaled * residual;
  evidence.weight += weight;
  evidence.count++;
}

/** `S ← factor·S`; the count of labels stays.
 * @param factor - in (0, 1]
 */
export function fadeInPlace(evidence: GrowingEvidence, factor: number): void {
  const { gram, moment } = evidence;
  for (let i = 0; i < gram.length; i++) gram[i] *= factor;
  for (let i = 0; i < moment.length; i++) moment[i] *= factor;
  evidence.squares *= factor;
  evidence.weight *= factor;
}

/** The sums with more labels in them. */
export function addEvidence(evidence: LabelEvidence, items: readonly EvidenceItem[]): LabelEvidence {
  const sum = copyEvidence(evidence);
  for (const item of items) addItemInPlace(sum, item);
  return sum;
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
