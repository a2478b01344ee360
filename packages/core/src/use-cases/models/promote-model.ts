import type { DeploymentRecord, ModelRecord, PromotionRequestRecord } from '../../domain/records.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../errors.ts';
import type { Rows } from '../../ports/store.ts';
import { recordModel } from '../learning/record-model.ts';
import { requireChampion } from '../measure-image.ts';
import { endTrialOf } from '../trials/end-running-trial.ts';
import type { GovernanceDependencies } from './governance-dependencies.ts';
import type { PromotionOutcome } from './model-governance.ts';

/** Puts a version into service that the gate let pass against the champion of now, or asks a second person to.
 * @throws NotFound `model-not-found`; InvalidInput `reason-missing`; Conflict `already-champion | model-not-servable |
 * gate-not-passed | champion-changed | promotion-requested-already`
 */
export async function promoteModel(
  dependencies: GovernanceDependencies,
  request: { readonly version: string; readonly reason: string; readonly username: string },
): Promise<PromotionOutcome> {
  const { store, ids, clock } = dependencies;
  const reason = requireReason(request.reason);
  const champion = await requireChampion(dependencies);
  const model = await requirePromotable(dependencies, request.version, champion);
  return store.transaction(async (rows) => {
    const { promotion } = await rows.settings.modelPolicy();
    if (promotion !== 'two-persons') {
      const who = { deployedBy: request.username, approvedBy: null };
      const deployment = await deploy(dependencies, rows, { champion, model, reason, ...who });
      return { deployment, request: null };
    }
    const waiting: PromotionRequestRecord = {
      id: ids.next(),
      modelVersion: model.version,
      championVersion: champion.version,
      reason,
      requestedBy: request.username,
      requestedAt: clock.now(),
      decision: null,
      decidedBy: null,
      decidedAt: null,
    };
    await rows.promotionRequests.insert(waiting);
    await rows.audit.append({
      action: 'model.promotion-requested',
      actor: request.username,
      subject: { kind: 'model', id: model.version },
      details: { from_version: champion.version, reason, request_id: waiting.id },
    });
    return { deployment: null, request: waiting };
  });
}

/** The second person's word; approving deploys in the same transaction.
 * @throws NotFound `promotion-request-not-found`; NotAllowed `second-person-needed`; Conflict `promotion-decided |
 * gate-not-passed | champion-changed`
 */
export async function decidePromotion(
  dependencies: GovernanceDependencies,
  {
    id,
    decision,
    username,
  }: { readonly id: string; readonly decision: 'approved' | 'declined'; readonly username: string },
): Promise<PromotionOutcome> {
  const { store, clock } = dependencies;
  const waiting = await store.rows.promotionRequests.find(id);
  if (waiting === null) throw new NotFound('promotion-request-not-found', `There is no request ${id}.`);
  if (decision === 'approved' && waiting.requestedBy === username) {
    throw new NotAllowed('second-person-needed', 'Somebody else must approve what you asked for.');
  }
  const champion = await requireChampion(dependencies);
  return store.transaction(async (rows) => {
    const request = await rows.promotionRequests.decide(id, { decision, by: username, at: clock.now() });
    if (request === null) throw new Conflict('promotion-decided', 'The request was decided already.');
    if (decision === 'declined') {
      await rows.audit.append({
        action: 'model.promotion-declined',
        actor: username,
        subject: { kind: 'model', id: request.modelVersion },
        details: { request_id: id },
      });
      return { deployment: null, request };
    }
    const model = await requirePromotable(dependencies, request.modelVersion, champion);
    const deployment = await deploy(dependencies, rows, {
      ...{ champion, model, reason: request.reason },
      ...{ deployedBy: request.requestedBy, approvedBy: username },
    });
    return { deployment, request };
  });
}

async function deploy(
  { ids, clock }: GovernanceDependencies,
  rows: Rows,
  step: {
    readonly champion: ModelRecord;
    readonly model: ModelRecord;
    readonly reason: string;
    readonly deployedBy: string;
    readonly approvedBy: string | null;
  },
): Promise<DeploymentRecord> {
  const { champion, model, reason, deployedBy, approvedBy } = step;
  const deployment: DeploymentRecord = {
    id: ids.next(),
    fromVersion: champion.version,
    toVersion: model.version,
    kind: 'promoted',
    ...{ reason, deployedBy, approvedBy },
    deployedAt: clock.now(),
  };
  await rows.models.promote(deployment);
  await endTrialOf(rows, deployment);
  await recordModel(rows, 'model.promoted', approvedBy ?? deployedBy, model, {
    from_version: champion.version,
    reason,
    ...(approvedBy === null ? {} : { requested_by: deployedBy }),
  });
  await rows.events.publish({ type: 'model.promoted', version: model.version, digest: model.digest });
  return deployment;
}

/** A version that may replace the champion: it runs on this release's seeing code, and the gate compared it with this champion. */
export async function requirePromotable(
  { store, measurer }: GovernanceDependencies,
  version: string,
  champion: ModelRecord,
): Promise<ModelRecord> {
  const model = await store.rows.models.find(version);
  if (model === null) throw new NotFound('model-not-found', `There is no model ${version}.`);
  if (model.id === champion.id) throw new Conflict('already-champion', `${version} is in service already.`);
  requireServable(model, measurer.modelPipelineVersion);
  const { gate } = model;
  if (gate === null || gate.passed !== true) {
    const why = gate?.reasons[0] ?? 'It was never judged.';
    throw new Conflict('gate-not-passed', `The gate did not let ${version} pass: ${why}`);
  }
  if (gate.against !== champion.version) {
    throw new Conflict(
      'gate-not-passed',
      `The gate compared ${version} with ${gate.against}, but ${champion.version} is in service now. Retrain to have it judged again.`,
    );
  }
  return model;
}

/** @throws Conflict `model-not-servable` */
export function requireServable(model: ModelRecord, pipelineVersion: string): void {
  if (model.pipelineVersion === pipelineVersion) return;
  throw new Conflict(
    'model-not-servable',
    `${model.version} was made for the seeing code ${model.pipelineVersion}; this release has ${pipelineVersion}.`,
  );
}

/** @throws InvalidInput `reason-missing` */
export function requireReason(reason: string): string {
  const why = reason.trim();
  if (why === '') throw new InvalidInput('reason-missing', 'Say why: the ledger keeps it.');
  return why;
}
