import { Unavailable } from '../../errors.ts';
import { writeTrainingSet } from '../datasets/freeze-dataset.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireChampion } from '../measure-image.ts';
import type { JobRun } from '../use-cases.ts';
import { computerOf } from './compute-here.ts';
import { stageOf } from './learning-progress.ts';
import { loadModel, loadModelByDigest, loadSamples } from './learning-sample.ts';
import type { LearningSample } from './learning-values.ts';
import { judgeCandidate } from './promotion-evidence.ts';
import { settleCandidate } from './settle-candidate.ts';
import { toErrorFigures } from './to-error-figures.ts';

/** Replays all current labels from the newest shipped model with the chosen strategy. Same labels: same candidate, bit
 * for bit. It becomes champion only through the gate.
 */
export async function retrainModel(
  dependencies: Dependencies,
  run: JobRun,
): Promise<Readonly<Record<string, unknown>>> {
  const { jobId, signal } = run;
  const { store, measurer } = dependencies;
  const computer = computerOf(dependencies);
  const { rows } = store;
  const champion = await loadModel(dependencies, await requireChampion(dependencies));
  const shipped = await rows.models.newestShipped(measurer.modelPipelineVersion);
  if (shipped === null)
    throw new Unavailable('model-missing', 'No shipped model is installed for this version.');
  const base = await loadModel(dependencies, shipped);
  const strategy = await rows.settings.learningStrategy();
  const judgedLabels = await rows.labels.allCurrent();

  const loading = stageOf(run, 'loading');
  const seenByBase = await loadSamples(dependencies, judgedLabels, base, loading);
  const sameBase = champion.record.baseDigest === base.record.digest;
  const seenByChampion = sameBase
    ? seenByBase
    : await loadSamples(
        dependencies,
        judgedLabels,
        await loadModelByDigest(dependencies, champion.record.baseDigest),
        loading,
      );
  const training = teaching(seenByBase);
  if (training.length === 0) return { learned: 0, note: 'There are no labels to learn from yet.' };
  signal.throwIfAborted();
  const deployedBy = (await rows.jobs.find(jobId))?.createdBy ?? 'system';
  const trainingSet = await writeTrainingSet(dependencies, {
    learnedBefore: null,
    labelIds: training.map(({ label }) => label.id),
    by: deployedBy,
  });
  const candidate = await computer.run(
    'makeCandidate',
    {
      ...{ parent: base, base, trainingSet, strategy },
      samples: training,
      isReplay: true,
      crossValidate: true,
    },
    stageOf(run, 'learning'),
  );
  const judged = await judgeCandidate(
    dependencies,
    {
      champion,
      candidate,
      championHeldOut: judging(seenByChampion),
      candidateHeldOut: judging(seenByBase),
      championTraining: teaching(seenByChampion),
    },
    stageOf(run, 'judging'),
  );
  signal.throwIfAborted();
  const { model, promoted } = await settleCandidate(dependencies, {
    ...{ champion, base, candidate, judged },
    origin: 'retrained',
    // Waiting labels keep waiting: the next round scores them first.
    predictions: [],
    consideredIds: [],
    deployedBy,
  });
  const { crossValidation, crossValidationNote, prequential } = candidate.evaluation;
  return {
    learned: training.length,
    candidate: model.version,
    promoted,
    reasons: judged.verdict.reasons,
    test_then_train: toErrorFigures(prequential),
    cross_validation: crossValidation === null ? null : toErrorFigures(crossValidation.figures),
    cross_validation_note: crossValidationNote,
  };
}

/** Labels that wait are left to the next round of learning, which scores them before they are learned. */
function teaching(samples: readonly LearningSample[]): LearningSample[] {
  return samples.filter(({ label }) => !label.heldOut && label.consideredIn !== null);
}

function judging(samples: readonly LearningSample[]): LearningSample[] {
  return samples.filter(({ label }) => label.heldOut);
}
