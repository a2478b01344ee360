import type { Rows } from '../ports/store.ts';
import type { DriftDependencies } from './drift-dependencies.ts';
import type { DriftFinding, DriftReference } from './drift-records.ts';
import type { DriftOnset, SignalVerdict } from './evaluate-signals.ts';

/** Raises what has not been raised, and ends what has gone back to what is usual. One onset is raised once: an episode that lasts
 * has one finding, and one that is over by now is raised only if it began after the points that were looked at before.
 * @returns how many were raised
 */
export async function keepFindings(
  dependencies: DriftDependencies,
  rows: Rows,
  reference: DriftReference,
  verdicts: readonly SignalVerdict[],
): Promise<number> {
  const { clock } = dependencies;
  const open = await rows.drift.openFindings(reference.id);
  const charts = await rows.drift.charts(reference.id);
  let raised = 0;
  for (const { chart, onsets } of verdicts) {
    const known = open.find((finding) => finding.signal === chart.signal) ?? null;
    const until = charts.find(({ signal }) => signal === chart.signal)?.until ?? null;
    const fresh = onsets.filter(({ lasts, at }) => {
      if (lasts) return known === null;
      return until === null || at.getTime() > Date.parse(until);
    });
    if (known !== null && chart.state !== 'drifting') {
      await rows.drift.updateFinding(known.id, { endedAt: clock.now(), endedBy: 'steady' });
    }
    for (const onset of fresh) await raise(dependencies, rows, reference, onset);
    raised += fresh.length;
  }
  return raised;
}

async function raise(
  { clock, ids }: DriftDependencies,
  rows: Rows,
  reference: DriftReference,
  { lasts, at, ...onset }: DriftOnset,
): Promise<void> {
  const now = clock.now();
  const finding: DriftFinding = {
    ...{ ...onset, id: ids.next(), referenceId: reference.id, detectedAt: at, raisedAt: now },
    ...{ acknowledgedBy: null, acknowledgedAt: null, acknowledgement: null },
    ...{ endedAt: lasts ? null : now, endedBy: lasts ? null : 'steady' },
  };
  await rows.drift.insertFinding(finding);
  const { signal, direction, statistic, threshold } = finding;
  await rows.audit.append({
    ...{ action: 'drift.raised', actor: 'system', subject: { kind: 'drift-finding', id: finding.id } },
    details: { signal, direction, statistic, threshold, since: finding.since.toISOString() },
  });
  await rows.events.publish({ type: 'drift.raised', findingId: finding.id });
}
