import type { DeploymentRecord, ModelRecord } from '../../domain/records.ts';
import type { LabelPrediction } from '../../ports/store.ts';
import { recordDataset } from '../datasets/freeze-dataset.ts';
import type { Dependencies } from '../dependencies.ts';
import { endTrialOf } from '../trials/end-running-trial.ts';
import type { LoadedModel } from './learning-values.ts';
import type { Candidate } from './make-candidate.ts';
import type { JudgedCandidate } from './promotion-evidence.ts';
import { recordModel } from './record-model.ts';
import { toGateFigures } from './to-gate-figures.ts';

export interface Settlement {
  readonly model: ModelRecord;
  readonly promoted: boolean;
}

/** Writes a round of learning in one transaction: candidate with its verdict, predictions, marks on the labels and, when
 * the gate lets it pass, the new champion; or the challenger, where people decide about promotions. Nothing of the round is visible before, so a crash repeats it as a whole.
 * @throws Conflict `champion-changed` (retryable) when another round was faster
 */
export async function settleCandidate(
  dependencies: Dependencies,
  round: {
    readonly champion: LoadedModel;
    readonly base: LoadedModel;
    readonly candidate: Candidate;
    readonly judged: JudgedCandidate;
    readonly origin: 'online' | 'retrained';
    readonly predictions: readonly LabelPrediction[];
    /** Labels that no longer wait after this round. */
    readonly consideredIds: readonly string[];
    readonly deployedBy: string;
  },
): Promise<Settlement> {
  const { store, objects, clock, ids } = dependencies;
  const { champion, base, candidate, judged, origin } = round;
  const { sha256, sizeBytes } = await objects.put(candidate.bytes);
  const passed = judged.verdict.promote && sha256 !== champion.record.digest;
  const policy = await store.rows.settings.modelPolicy();
  const isLeftToPeople =
    policy.promotion !== 'automatic' ||
    policy.learning === 'paused' ||
    (await store.rows.models.wasRolledBack(candidate.model.version));
  const promoted = passed && !isLeftToPeople;
  const record: ModelRecord = {
    id: ids.next(),
    version: candidate.model.version,
    digest: sha256,
    baseDigest: base.record.digest,
    parentVersion: candidate.parent.record.version,
    origin,
    labelCount: candidate.labelCount,
    pipelineVersion: candidate.model.pipelineVersion,
    sizeBytes,
    heldOut: judged.heldOut,
    gate: {
      promoted,
      passed,
      against: champion.record.version,
      reasons: judged.verdict.reasons,
      figures: toGateFigures(judged.verdict.figures),
    },
    datasetDigest: candidate.trainingSet.version.digest,
    createdAt: clock.now(),
  };
  return store.transaction(async (rows) => {
    const known = await rows.models.findByDigest(sha256);
    const model = known ?? record;
    if (known === null) {
      await recordDataset(rows, candidate.trainingSet.version);
      await rows.models.insert(record);
      await recordModel(rows, 'model.installed', round.deployedBy, model);
    }
    await rows.labels.recordPredictions(round.predictions);
    await rows.labels.markConsidered(round.consideredIds, model.version);
    if (promoted) {
      const deployment: DeploymentRecord = {
        id: ids.next(),
        fromVersion: champion.record.version,
        toVersion: model.version,
        reason: judged.verdict.reasons[0] ?? 'The gate let it pass.',
        kind: 'automatic',
        deployedBy: round.deployedBy,
        approvedBy: null,
        deployedAt: clock.now(),
      };
      await rows.models.promote(deployment);
      await endTrialOf(rows, deployment);
      await recordModel(rows, 'model.promoted', round.deployedBy, model, {
        from_version: champion.record.version,
      });
      await rows.labels.markLearned(
        candidate.learned.map(({ label }) => label.id),
        model.version,
      );
      await rows.events.publish({ type: 'model.promoted', version: model.version, digest: model.digest });
    }
    if (passed && !promoted) await rows.models.setChallenger(model.version, clock.now());
    return { model, promoted };
  });
}
