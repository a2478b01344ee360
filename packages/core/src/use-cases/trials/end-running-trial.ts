import type { DeploymentRecord, TrialRecord } from '../../domain/records.ts';
import type { Rows } from '../../ports/store.ts';

/** A trial whose challenger came into service has nothing left to compare. */
export async function endTrialOf(rows: Rows, deployment: DeploymentRecord): Promise<void> {
  const { toVersion: version, deployedBy, approvedBy, deployedAt: at } = deployment;
  await endRunningTrial(rows, {
    ...{ version, at, by: approvedBy ?? deployedBy },
    reason: 'The challenger came into service.',
  });
}

/** Ends the trial that runs. @param how - `version`: only when this is the challenger */
export async function endRunningTrial(
  rows: Rows,
  how: { readonly version?: string; readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const running = await rows.trials.running();
  if (running === null || (how.version !== undefined && running.challenger.version !== how.version)) return;
  const ended = await rows.trials.end(running.trial.id, how);
  if (ended !== null) await recordEnd(rows, ended, how.by);
}

/** Notes the end in the audit trail, and tells the pages. */
export async function recordEnd(rows: Rows, trial: TrialRecord, username: string): Promise<void> {
  await rows.audit.append({
    action: 'model.trial-ended',
    actor: username,
    subject: { kind: 'model', id: trial.modelVersion },
    details: { trial_id: trial.id, reason: trial.endReason },
  });
  await rows.events.publish({ type: 'trial.changed', trialId: trial.id });
}
