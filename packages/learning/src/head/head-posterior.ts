import { choleskyFactor, solveCholesky } from '../matrix/cholesky.ts';
import { addArrays, dotProduct } from '../matrix/packed-matrix.ts';
import type { LabelEvidence } from './label-evidence.ts';
import type { HeadPrior, LaboratoryHead } from './laboratory-head.ts';

/** What the head believes now; computed from prior and evidence alone, so it is never stored. */
export interface HeadPosterior {
  /** Weights w, length d. */
  readonly weights: Float64Array;
  /** Cholesky factor of the posterior precision, packed. */
  readonly factor: Float64Array;
  /** Expected noise variance σ², points². */
  readonly noiseVariance: number;
}

const known = new WeakMap<LaboratoryHead, HeadPosterior>();

/** The posterior of a head; computed once for each head object (one factorisation, d³/6 multiply-adds). */
export function posteriorOf(head: LaboratoryHead): HeadPosterior {
  const stored = known.get(head);
  if (stored !== undefined) return stored;
  const { prior, evidence } = head;
  const posterior = posteriorFrom(prior, evidence, factorisePrecision(prior, evidence));
  known.set(head, posterior);
  return posterior;
}

/** Cholesky factor of Λ₀ + Σkφφᵀ. */
export function factorisePrecision(prior: HeadPrior, evidence: LabelEvidence): Float64Array {
  return choleskyFactor(addArrays(prior.precision, evidence.gram));
}

/** Weights and noise for a known factor of the precision: d² multiply-adds. */
export function posteriorFrom(
  prior: HeadPrior,
  evidence: LabelEvidence,
  factor: Float64Array,
): HeadPosterior {
  const shift = addArrays(prior.shift, evidence.moment);
  const weights = solveCholesky(factor, shift);
  return { weights, factor, noiseVariance: posteriorNoise(prior, evidence, weights, shift) };
}

/** σ² = (n₀σ₀² + Σk r² + m₀ᵀΛ₀m₀ − mᵀΛm) / (n₀ + Σk): the misfit that prior and labels leave together. */
function posteriorNoise(
  prior: HeadPrior,
  evidence: LabelEvidence,
  weights: Float64Array,
  shift: Float64Array,
): number {
  if (evidence.weight === 0) return prior.noiseVariance;
  const misfit = evidence.squares + priorSquares(prior) - dotProduct(shift, weights);
  const sum = prior.noiseWeight * prior.noiseVariance + Math.max(0, misfit);
  return sum / (prior.noiseWeight + evidence.weight);
}

const knownPriorSquares = new WeakMap<HeadPrior, number>();

/** m₀ᵀΛ₀m₀; every update of a head shares its prior object, so this is computed once. */
function priorSquares(prior: HeadPrior): number {
  const stored = knownPriorSquares.get(prior);
  if (stored !== undefined) return stored;
  const mean = solveCholesky(choleskyFactor(prior.precision), prior.shift);
  const squares = dotProduct(prior.shift, mean);
  knownPriorSquares.set(prior, squares);
  return squares;
}
