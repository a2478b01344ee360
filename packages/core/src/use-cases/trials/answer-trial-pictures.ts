import { DomainError, NotFound } from '../../errors.ts';
import { predictFromFeatures } from '../../measure/index.ts';
import type { TrialAnswer, WaitingAnswer } from '../../ports/trials.ts';
import type { Dependencies } from '../dependencies.ts';
import { findImage } from '../image-use-cases.ts';
import { loadModel, storedFeatures } from '../learning/learning-sample.ts';
import type { LoadedModel } from '../learning/learning-values.ts';
import { readModelBytes, readOriginal } from '../read-for-measuring.ts';

const perTurn = 8;
/** A worker that dies with an answer in hand keeps it from others for so long; above the longest measurement. */
const leaseMs = 120_000;
const firstWaitMs = 2_000;
const longestWaitMs = 60_000;

/** Lets the model that did not answer the technician say its word about some of the pictures that wait. What fails is kept with
 * its reason and counted; the technician's answer has been given long before.
 */
export async function answerTrialPictures(
  dependencies: Dependencies,
  { signal }: { readonly signal: AbortSignal },
): Promise<number> {
  const { store, clock } = dependencies;
  const at = clock.now();
  const until = new Date(at.getTime() + leaseMs);
  const taken = await store.rows.trials.take({ at, until, limit: perTurn });
  for (const one of taken) {
    if (signal.aborted) break;
    await answerOne(dependencies, one, signal);
  }
  return taken.length;
}

async function answerOne(dependencies: Dependencies, one: WaitingAnswer, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = dependencies;
  let answer: TrialAnswer;
  try {
    answer = await answerOf(dependencies, one, signal);
  } catch (error) {
    if (signal.aborted) return;
    // What is away or busy comes back: the answer waits as long as that takes.
    if (error instanceof DomainError && error.retryable) {
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (one.attempts - 1));
      return store.rows.trials.postpone(one, new Date(clock.now().getTime() + waitMs));
    }
    log.warn({ err: error, analysis_id: one.analysisId, trial_id: one.trialId }, 'a trial got no answer');
    const detail = error instanceof DomainError ? error.detail : 'An internal error; the log says more.';
    answer = { status: 'failed', error: detail };
  }
  await store.rows.trials.settle(one, answer, clock.now());
}

async function answerOf(
  dependencies: Dependencies,
  { analysisId, modelVersion }: WaitingAnswer,
  signal: AbortSignal,
): Promise<TrialAnswer> {
  const { rows } = dependencies.store;
  const [analysis, record] = await Promise.all([
    rows.analyses.find(analysisId),
    rows.models.find(modelVersion),
  ]);
  if (analysis === null) throw new NotFound('analysis-not-found', `There is no analysis ${analysisId}.`);
  if (record === null) throw new NotFound('model-not-found', `There is no model ${modelVersion}.`);
  const model = await loadModel(dependencies, record);
  const shown = await rows.models.findByDigest(analysis.modelDigest);
  if (shown?.baseDigest === record.baseDigest) {
    // The same networks see the same: only the head is asked, from what they saw.
    if (analysis.status !== 'ok') return { ...noNumber, status: analysis.status };
    const features = await storedFeatures(dependencies, analysis.featuresKey, model);
    if (features !== null) return { status: 'ok', ...numbersOf(predictFromFeatures(features, model.model)) };
  }
  return measureAgain(dependencies, analysis.imageId, model, signal);
}

async function measureAgain(
  dependencies: Dependencies,
  imageId: string,
  { record }: LoadedModel,
  signal: AbortSignal,
): Promise<TrialAnswer> {
  const { measurer } = dependencies;
  const image = await findImage(dependencies, imageId);
  measurer.requireRoom();
  const [imageBytes, modelBytes] = await Promise.all([
    readOriginal(dependencies, image),
    readModelBytes(dependencies, record.digest),
  ]);
  const { status, ...measured } = await measurer.measure(
    { imageBytes, modelBytes, modelDigest: record.digest, widthMm: image.widthMm, pxPerMm: image.pxPerMm },
    signal,
  );
  return { status, ...numbersOf(measured) };
}

const noNumber = { shearPercent: null, lower: null, upper: null } as const;

interface Numbers {
  readonly shearPercent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const numbersOf = ({ shearPercent, lower, upper }: Numbers): Numbers => ({ shearPercent, lower, upper });
