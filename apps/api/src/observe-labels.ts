import { bandOf, type Store, type UseCases } from '@mlmcsc/core';
import type { ProcessMetrics } from '@mlmcsc/platform/metrics';

/** The use case, with every label compared with the answer that was shown for its picture. */
export function observeLabels(
  submitLabel: UseCases['submitLabel'],
  store: Store,
  metrics: ProcessMetrics,
): UseCases['submitLabel'] {
  for (const where of ['inside', 'outside']) metrics.prepare('mlmcsc_label_coverage_total', { where });
  return async (request) => {
    const label = await submitLabel(request);
    // The label is stored: figures that cannot be had must not make it look lost.
    const analysis = await store.rows.analyses.find(label.analysisId).catch(() => {
      metrics.add('mlmcsc_metrics_failures_total', { source: 'labels' });
      return null;
    });
    if (analysis !== null) {
      const waitedMs = Math.max(0, label.createdAt.getTime() - analysis.createdAt.getTime());
      metrics.observe('mlmcsc_label_turnaround_seconds', {}, waitedMs / 1000);
    }
    if (analysis?.shearPercent != null) {
      const band = bandOf(label.shearPercent);
      const error = analysis.shearPercent - label.shearPercent;
      metrics.observe('mlmcsc_label_absolute_error_points', { band }, Math.abs(error));
      const direction = error >= 0 ? 'over' : 'under';
      metrics.add('mlmcsc_label_error_points_total', { band, direction }, Math.abs(error));
    }
    if (analysis?.lower != null && analysis.upper !== null) {
      const isInside = label.shearPercent >= analysis.lower && label.shearPercent <= analysis.upper;
      metrics.add('mlmcsc_label_coverage_total', { where: isInside ? 'inside' : 'outside' });
    }
    return label;
  };
}
