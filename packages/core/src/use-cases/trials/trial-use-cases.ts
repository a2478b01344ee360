import type { TrialRecord } from '../../domain/records.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound } from '../../errors.ts';
import type { Rows } from '../../ports/store.ts';
import { requireChampion } from '../measure-image.ts';
import type { GovernanceDependencies } from '../models/governance-dependencies.ts';
import { requirePromotable, requireReason, requireServable } from '../models/promote-model.ts';
import { compareTrial } from './compare-trial.ts';
import { recordEnd } from './end-running-trial.ts';
import type { ModelTrials } from './model-trials.ts';

const largestShare = 50;

/** Challengers beside the champion on live pictures. */
export function createModelTrials(
  dependencies: GovernanceDependencies,
): Omit<ModelTrials, 'answerTrialPictures'> {
  const { store, clock } = dependencies;
  return {
    startTrial: (request) => startTrial(dependencies, request),
    endTrial: ({ id, reason, username }) =>
      store.transaction(async (rows) => {
        await requireTrial(rows, id);
        const how = { by: username, at: clock.now(), reason: requireReason(reason) };
        const ended = await rows.trials.end(id, how);
        if (ended === null) throw new Conflict('trial-ended', 'The trial has ended already.');
        await recordEnd(rows, ended, username);
        return ended;
      }),
    listTrials: (page) => store.rows.trials.list(page),
    getTrial: (id) => requireTrial(store.rows, id),
    compareTrial: async (id) => compareTrial(store.rows, await requireTrial(store.rows, id)),
  };
}

/** A shadow may be any model that this release runs; what answers people must have passed the gate, as for a promotion. */
async function startTrial(
  dependencies: GovernanceDependencies,
  request: Parameters<ModelTrials['startTrial']>[0],
): Promise<TrialRecord> {
  const { store, measurer, clock, ids } = dependencies;
  const { version, percent, username } = request;
  const reason = requireReason(request.reason);
  if (!Number.isInteger(percent) || percent < 0 || percent > largestShare) {
    throw new InvalidInput(
      'trial-invalid',
      `A shadow answers 0 %, a canary 1 to ${largestShare} % of the specimens; got ${percent}.`,
    );
  }
  const champion = await requireChampion(dependencies);
  const model = await store.rows.models.find(version);
  if (model === null) throw new NotFound('model-not-found', `There is no model ${version}.`);
  if (model.id === champion.id)
    throw new Conflict('already-champion', `${model.version} is in service already.`);
  requireServable(model, measurer.modelPipelineVersion);
  if (percent > 0) await requirePromotable(dependencies, model.version, champion);
  const trial: TrialRecord = {
    id: request.id ?? ids.next(),
    modelVersion: model.version,
    ...{ percent, reason, startedBy: username, startedAt: clock.now() },
    ...{ endedBy: null, endedAt: null, endReason: null },
  };
  return store.transaction(async (rows) => {
    const known = request.id == null ? null : await rows.trials.find(request.id);
    if (known !== null) return known;
    if (percent > 0) await requireSecondPerson(rows, model.version, username);
    await rows.trials.insert(trial);
    await rows.audit.append({
      action: 'model.trial-started',
      actor: username,
      subject: { kind: 'model', id: model.version },
      details: { trial_id: trial.id, percent, reason },
    });
    await rows.events.publish({ type: 'trial.changed', trialId: trial.id });
    return trial;
  });
}

/** Where two persons decide about promotions, one alone does not let a model answer people either. */
async function requireSecondPerson(rows: Rows, version: string, username: string): Promise<void> {
  if ((await rows.settings.modelPolicy()).promotion !== 'two-persons') return;
  const waiting = await rows.promotionRequests.findWaiting(version);
  if (waiting !== null && waiting.requestedBy !== username) return;
  throw new NotAllowed(
    'second-person-needed',
    waiting === null
      ? `Somebody must ask for the promotion of ${version} first; then somebody else may start the canary.`
      : 'Somebody else must start the canary of the model whose promotion you asked for.',
  );
}

async function requireTrial(rows: Pick<Rows, 'trials'>, id: string): Promise<TrialRecord> {
  const trial = await rows.trials.find(id);
  if (trial === null) throw new NotFound('trial-not-found', `There is no trial ${id}.`);
  return trial;
}
