import type { PromotionVerdict } from '@mlmcsc/learning';
import type { ErrorFigures } from '../../domain/records.ts';
import type { ComputeOptions } from '../../ports/computing.ts';
import type { Dependencies } from '../dependencies.ts';
import { computerOf } from './compute-here.ts';
import { loadModel } from './learning-sample.ts';
import type { LoadedModel } from './learning-values.ts';
import { toErrorFigures } from './to-error-figures.ts';
import { type GateInput, oldestAnswerBy } from './weigh-candidate.ts';

export interface JudgedCandidate {
  readonly verdict: PromotionVerdict;
  /** The candidate's figures on held-out labels; on recent labels when too few are held out. */
  readonly heldOut: ErrorFigures;
}

/** Asks the gate with what this installation knows; what it looks at is told at `weighCandidate`. */
export async function judgeCandidate(
  dependencies: Dependencies,
  input: GateInput,
  options: ComputeOptions,
): Promise<JudgedCandidate> {
  const standing = input.candidate.isReplay ? null : await modelThatStoodStill(dependencies, input);
  const verdict = await computerOf(dependencies).run('weighCandidate', { ...input, standing }, options);
  const { gold, prequentialWindow } = verdict.figures;
  const set = gold.candidate.count > 0 ? gold : prequentialWindow;
  return { verdict, heldOut: toErrorFigures(set.candidate) };
}

async function modelThatStoodStill(
  dependencies: Dependencies,
  input: GateInput,
): Promise<LoadedModel | null> {
  const version = oldestAnswerBy(input);
  const found = version === null ? null : await dependencies.store.rows.models.find(version);
  if (found === null || found.baseDigest !== input.champion.record.baseDigest) return null;
  return loadModel(dependencies, found);
}
