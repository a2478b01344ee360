import type { DeploymentRecord, ModelRecord } from '../../domain/records.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { recordModel } from '../learning/record-model.ts';
import { requireChampion } from '../measure-image.ts';
import { endTrialOf } from '../trials/end-running-trial.ts';
import type { GovernanceDependencies } from './governance-dependencies.ts';
import { requireReason, requireServable } from './promote-model.ts';

/** Puts an earlier champion back into service; every replica answers with it from its next picture on. Learning is paused
 * unless told otherwise, so that the labels that spoiled the model do not do it again at once.
 * @param request - `fromVersion` is the champion that the caller saw, so that a repetition does nothing; `toVersion` must have been champion before; without it, the one that the champion replaced
 * @throws InvalidInput `reason-missing`; NotFound `model-not-found`; Conflict `rollback-impossible | model-not-servable |
 * champion-changed`
 */
export async function rollBackModel(
  dependencies: GovernanceDependencies,
  request: {
    readonly fromVersion: string;
    readonly toVersion?: string | undefined;
    readonly reason: string;
    readonly keepsLearning?: boolean | undefined;
    readonly username: string;
  },
): Promise<DeploymentRecord> {
  const { store, measurer, ids, clock } = dependencies;
  const reason = requireReason(request.reason);
  const champion = await requireChampion(dependencies);
  if (champion.version !== request.fromVersion) {
    throw new Conflict(
      'champion-changed',
      `${champion.version} is in service now, not ${request.fromVersion}.`,
    );
  }
  const model = await findTarget(dependencies, champion, request.toVersion);
  requireServable(model, measurer.modelPipelineVersion);
  return store.transaction(async (rows) => {
    const deployment: DeploymentRecord = {
      id: ids.next(),
      fromVersion: champion.version,
      toVersion: model.version,
      kind: 'rolled-back',
      reason,
      deployedBy: request.username,
      approvedBy: null,
      deployedAt: clock.now(),
    };
    await rows.models.promote(deployment);
    await endTrialOf(rows, deployment);
    const policy = await rows.settings.modelPolicy();
    const learning = request.keepsLearning === true ? policy.learning : 'paused';
    await rows.settings.setModelPolicy({ ...policy, learning });
    await recordModel(rows, 'model.rolled-back', request.username, model, {
      ...{ from_version: champion.version, reason, learning },
    });
    await rows.events.publish({ type: 'model.promoted', version: model.version, digest: model.digest });
    return deployment;
  });
}

async function findTarget(
  { store }: GovernanceDependencies,
  champion: ModelRecord,
  toVersion: string | undefined,
): Promise<ModelRecord> {
  const { models } = store.rows;
  const first = await models.firstDeploymentOf(champion.version);
  const wanted = toVersion ?? first?.fromVersion ?? null;
  if (wanted === null) {
    throw new Conflict('rollback-impossible', `${champion.version} was the first model: there is no other.`);
  }
  const model = await models.find(wanted);
  if (model === null) throw new NotFound('model-not-found', `There is no model ${wanted}.`);
  if (model.id === champion.id || (await models.firstDeploymentOf(model.version)) === null) {
    const why = model.id === champion.id ? 'is in service now' : 'was never in service';
    throw new Conflict('rollback-impossible', `${model.version} ${why}.`);
  }
  return model;
}
