import { strategyOf } from '@mlmcsc/learning';
import type { LabelPrediction } from '../../ports/store.ts';
import { writeTrainingSet } from '../datasets/freeze-dataset.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireChampion } from '../measure-image.ts';
import type { JobRun } from '../use-cases.ts';
import { computerOf } from './compute-here.ts';
import { stageOf } from './learning-progress.ts';
import { loadModel, loadModelByDigest, loadSamples } from './learning-sample.ts';
import type { LearningSample, LoadedModel } from './learning-values.ts';
import { judgeCandidate } from './promotion-evidence.ts';
import { settleCandidate } from './settle-candidate.ts';

const waitingLimit = 20_000;

/** One round of learning: every waiting label is first answered by the champion, then learned into a candidate.
 *
 * The candidate is the champion plus every current label that no champion contains yet, in order of arrival. Labels of a
 * rejected candidate therefore take part in the next one together with what has arrived since; they are not tried again
 * by themselves. When a new label replaces one that was learned, the champion is a shipped model or one whose dataset version
 * is not known, or a person put it into service, the candidate is replayed from the shipped model through all current labels.
 * Held-out labels are answered, never learned.
 */
export async function learnPendingLabels(
  dependencies: Dependencies,
  run: JobRun,
): Promise<Readonly<Record<string, unknown>>> {
  const { jobId, signal } = run;
  const { rows } = dependencies.store;
  const computer = computerOf(dependencies);
  // The champion comes first: should it change meanwhile, settling fails and the round is repeated.
  const policy = await rows.settings.modelPolicy();
  if (policy.learning === 'paused') return { learned: 0, note: 'Learning is paused; labels wait.' };
  const champion = await loadModel(dependencies, await requireChampion(dependencies));
  const base = await loadModelByDigest(dependencies, champion.record.baseDigest);
  const strategy = await rows.settings.learningStrategy();
  const waiting = new Set((await rows.labels.waiting(waitingLimit)).map((label) => label.id));
  if (waiting.size === 0) return { learned: 0, note: 'No label waits.' };

  const loading = stageOf(run, 'loading');
  const all = await loadSamples(dependencies, await rows.labels.allCurrent(), base, loading);
  const predictions = await computer.run(
    'predictLabels',
    { champion, samples: all.filter(({ label }) => waiting.has(label.id)) },
    stageOf(run, 'predicting'),
  );
  const made = new Map(predictions.map((prediction) => [prediction.labelId, prediction]));
  const scored = all.map((one) => withPrediction(one, made.get(one.label.id)));
  const training = scored.filter(({ label }) => !label.heldOut);
  const startsOver =
    champion.record.origin === 'shipped' ||
    // What a champion of an earlier release learned was not written down; a replay makes it known again.
    champion.record.datasetDigest === null ||
    (await cameByHand(rows, champion));
  const fresh = training.filter(({ label }) => startsOver || label.learnedIn === null);
  const arrived = fresh.filter(({ label }) => waiting.has(label.id));
  signal.throwIfAborted();

  if (arrived.length < Math.max(1, strategyOf(strategy).batchSize)) {
    const stillWaiting = new Set(arrived.map(({ label }) => label.id));
    await dependencies.store.transaction(async (tx) => {
      await tx.labels.recordPredictions(predictions);
      await tx.labels.markConsidered(
        [...waiting].filter((id) => !stillWaiting.has(id)),
        champion.record.version,
      );
    });
    return {
      learned: 0,
      scored: predictions.length,
      still_waiting: stillWaiting.size,
      champion: champion.record.version,
    };
  }

  const isReplay = startsOver || fresh.some((one) => one.replacesLearned);
  const samples = isReplay ? training : fresh;
  const deployedBy = (await rows.jobs.find(jobId))?.createdBy ?? 'system';
  const trainingSet = await writeTrainingSet(dependencies, {
    learnedBefore: isReplay ? null : champion.record.datasetDigest,
    labelIds: samples.map(({ label }) => label.id),
    by: deployedBy,
  });
  const candidate = await computer.run(
    'makeCandidate',
    {
      parent: isReplay ? base : champion,
      ...{ base, samples, trainingSet, strategy, isReplay },
      crossValidate: false,
    },
    stageOf(run, 'learning'),
  );
  const heldOut = scored.filter(({ label }) => label.heldOut);
  const judged = await judgeCandidate(
    dependencies,
    {
      champion,
      candidate,
      championHeldOut: heldOut,
      candidateHeldOut: heldOut,
      championTraining: training,
    },
    stageOf(run, 'judging'),
  );
  signal.throwIfAborted();
  const { model, promoted } = await settleCandidate(dependencies, {
    ...{ champion, base, candidate, judged, predictions },
    origin: 'online',
    consideredIds: [...waiting],
    deployedBy,
  });
  return {
    learned: candidate.learned.length,
    scored: predictions.length,
    candidate: model.version,
    promoted,
    reasons: judged.verdict.reasons,
  };
}

/** Which labels such a champion has learned is not what the labels say: later champions learned them too. */
async function cameByHand(rows: Dependencies['store']['rows'], champion: LoadedModel): Promise<boolean> {
  const newest = (await rows.models.deployments({ limit: 1 })).items[0];
  return newest?.toVersion === champion.record.version && newest.kind !== 'automatic';
}

/** The label as it will be once its prediction is stored; a prediction that is stored already stays. */
function withPrediction(one: LearningSample, made: LabelPrediction | undefined): LearningSample {
  if (one.label.predictedBy !== null || made === undefined) return one;
  const { percent, lower, upper, by } = made;
  const label = {
    ...one.label,
    predictedPercent: percent,
    predictedLower: lower,
    predictedUpper: upper,
    predictedBy: by,
  };
  return { ...one, label };
}
