import type { DriftChart, DriftFinding, DriftReference, DriftSignal, DriftStatus } from '@mlmcsc/contracts';
import {
  type DriftChart as ChartRecord,
  DRIFT_SIGNALS,
  describeDrift,
  describeSignal,
  type DriftFinding as FindingRecord,
  type DriftReference as ReferenceRecord,
  type DriftSignal as SignalName,
  type DriftStatus as Status,
} from '@mlmcsc/core';

export const presentDriftReference = (reference: ReferenceRecord): DriftReference => ({
  id: reference.id,
  begins_at: reference.beginsAt.toISOString(),
  reason: reference.reason,
  set_by: reference.setBy,
  set_at: reference.setAt.toISOString(),
  pictures: reference.pictures,
  points: reference.points,
  is_complete: reference.isComplete,
  watched_pictures: reference.watchedPictures,
  canary_pictures: reference.canaryPictures,
  evaluated_at: reference.evaluatedAt?.toISOString() ?? null,
});

export function presentDriftSignal(signal: SignalName, chart: ChartRecord | null): DriftSignal {
  const { name, kind, unit, decimals } = DRIFT_SIGNALS[signal];
  const { stability = null } = chart ?? {};
  return {
    ...{ signal, name, kind, unit, decimals, state: chart?.state ?? 'not-watched' },
    summary: describeSignal(signal, chart),
    usual: chart?.usual ?? null,
    seen: chart?.seen ?? null,
    statistic: chart?.statistic ?? null,
    limit: chart?.limit ?? null,
    reference_points: chart?.referencePoints ?? 0,
    watched_points: chart?.watchedPoints ?? 0,
    stability:
      stability === null
        ? null
        : { index: stability.index, threshold: stability.threshold, is_beyond: stability.isBeyond },
  };
}

export const presentDriftChart = (signal: SignalName, chart: ChartRecord | null): DriftChart => ({
  ...presentDriftSignal(signal, chart),
  points: (chart?.shown ?? []).map(({ at, analysisId, value, plotted }) => ({
    ...{ at, analysis_id: analysisId, value, plotted },
  })),
});

export function presentDriftFinding(finding: FindingRecord): DriftFinding {
  const { name, kind } = DRIFT_SIGNALS[finding.signal];
  return {
    id: finding.id,
    reference_id: finding.referenceId,
    ...{ signal: finding.signal, name, kind, direction: finding.direction },
    state: finding.endedAt === null ? 'open' : 'over',
    ...describeDrift(finding.signal, finding),
    since: finding.since.toISOString(),
    detected_at: finding.detectedAt.toISOString(),
    analysis_id: finding.analysisId,
    raised_at: finding.raisedAt.toISOString(),
    statistic: finding.statistic,
    threshold: finding.threshold,
    usual: finding.usual,
    seen: finding.seen,
    acknowledged_by: finding.acknowledgedBy,
    acknowledged_at: finding.acknowledgedAt?.toISOString() ?? null,
    acknowledgement: finding.acknowledgement,
    ended_at: finding.endedAt?.toISOString() ?? null,
    ended_by: finding.endedBy,
  };
}

export function presentDriftStatus({ reference, signals, open }: Status): DriftStatus {
  const { comparison = null } = reference ?? {};
  return {
    reference: reference === null ? null : presentDriftReference(reference),
    comparison: comparison === null ? null : { p_value: comparison.pValue, points: comparison.points },
    signals: signals.map(({ signal, chart }) => presentDriftSignal(signal, chart)),
    open: open.map(presentDriftFinding),
  };
}
