import type { DashboardSpec } from '../panels/panel-spec.ts';
import { badAbove, goodAbove, plain, quantiles, ranking, status, trend } from '../panels/panels.ts';

const labels = 'mlmcsc_label_absolute_error_points';

/** Whether the answers can be trusted. */
export const modelQualityDashboard: DashboardSpec = {
  uid: 'mlmcsc-model-quality',
  title: 'Model quality',
  description:
    'Answers against the labels that arrive, how sure the answers are, and whether the pictures are still as they were.',
  from: 'now-7d',
  rows: [
    {
      title: 'The last seven days',
      panels: [
        status('Error', `sum(increase(${labels}_sum[7d])) / (sum(increase(${labels}_count[7d])) > 0)`, {
          description: 'Mean distance of label and answer, points. Runbook: ModelErrorHigh.',
          unit: 'short',
          decimals: 1,
          steps: badAbove(8, 12),
        }),
        status(
          'Labels in their interval',
          'sum(increase(mlmcsc_label_coverage_total{where="inside"}[7d])) / (sum(increase(mlmcsc_label_coverage_total[7d])) > 0)',
          {
            description: 'Nine of ten should be. Runbook: IntervalsMiss.',
            unit: 'percentunit',
            decimals: 0,
            steps: goodAbove(0.8, 0.85),
          },
        ),
        status('Labels', `sum(increase(${labels}_count[7d]))`, {
          description: 'Fewer than twenty say little.',
          unit: 'short',
          decimals: 0,
          steps: plain,
        }),
        status(
          'Pictures without a number',
          'sum(increase(mlmcsc_predictions_total{answer="none"}[7d])) / (sum(increase(mlmcsc_predictions_total[7d])) > 0)',
          {
            description: 'Share of abstentions. Runbook: AbstentionsMany.',
            unit: 'percentunit',
            decimals: 0,
            steps: badAbove(0.15, 0.3),
          },
        ),
        status('Signals that drift', 'sum(max by (signal, state) (mlmcsc_drift_open_findings))', {
          description: 'Findings that are not over. Runbook: DriftFound.',
          unit: 'short',
          steps: badAbove(1, 3),
        }),
        status('Audit trail', 'min(mlmcsc_audit_trail_intact)', {
          description: 'Runbook: AuditTrailBroken.',
          unit: 'none',
          steps: goodAbove(0.5, 1),
          words: { '0': 'broken', '1': 'intact' },
        }),
      ],
    },
    {
      title: 'Against labels',
      panels: [
        trend(
          'Error by band',
          [
            {
              expr: `sum by (band) (increase(${labels}_sum[1d])) / (sum by (band) (increase(${labels}_count[1d])) > 0)`,
              legend: '{{band}}',
            },
          ],
          {
            description: 'Mean over a day, points of percent shear, by band of the label.',
            unit: 'short',
            steps: badAbove(8, 12),
          },
        ),
        trend(
          'Bias by band',
          [
            {
              expr: `(sum by (band) (increase(mlmcsc_label_error_points_total{direction="over"}[1d])) - (sum by (band) (increase(mlmcsc_label_error_points_total{direction="under"}[1d])) or 0 * sum by (band) (increase(mlmcsc_label_error_points_total{direction="over"}[1d])))) / (sum by (band) (increase(${labels}_count[1d])) > 0)`,
              legend: '{{band}}',
            },
          ],
          {
            description: 'Above 0: answers lie too high. Over a day. Runbook: ModelBiased.',
            unit: 'short',
            min: undefined,
          },
        ),
        trend(
          'Coverage',
          [
            {
              expr: 'sum(increase(mlmcsc_label_coverage_total{where="inside"}[1d])) / (sum(increase(mlmcsc_label_coverage_total[1d])) > 0)',
              legend: 'inside',
            },
          ],
          {
            description: 'Share of the labels of a day that lie in the interval that was shown.',
            unit: 'percentunit',
            max: 1,
            steps: goodAbove(0.8, 0.9),
          },
        ),
        trend('Error of 95 % of the labels', quantiles(labels, '', ['band']), {
          description: 'By band of the label, points.',
          unit: 'short',
        }),
        trend('Labels', [{ expr: `sum by (band) (increase(${labels}_count[1d]))`, legend: '{{band}}' }], {
          description: 'In a day, by band.',
          unit: 'short',
          stacked: true,
        }),
        ranking(
          'Labels by band',
          [{ expr: `sum by (band) (increase(${labels}_count[$__range]))`, legend: '{{band}}' }],
          {
            description: 'In the time that is shown: bands without labels cannot be judged.',
            unit: 'short',
            decimals: 0,
            steps: plain,
          },
        ),
      ],
    },
    {
      title: 'Answers',
      panels: [
        trend(
          'Answers by version',
          [
            {
              expr: 'sum by (model) (rate(mlmcsc_predictions_total[$__rate_interval]))',
              legend: '{{model}}',
            },
          ],
          {
            description: 'Pictures measured each second, by version of the model.',
            unit: 'ops',
            stacked: true,
          },
        ),
        trend(
          'Abstentions by version',
          [
            {
              expr: 'sum by (model) (increase(mlmcsc_predictions_total{answer="none"}[6h])) / (sum by (model) (increase(mlmcsc_predictions_total[6h])) > 0)',
              legend: '{{model}}',
            },
          ],
          {
            description: 'Share of the pictures without a number.',
            unit: 'percentunit',
            max: 1,
            steps: badAbove(0.15, 0.3),
          },
        ),
        trend(
          'Measurements by outcome',
          [
            {
              expr: 'sum by (outcome) (rate(mlmcsc_measurement_duration_seconds_count[$__rate_interval]))',
              legend: '{{outcome}}',
            },
          ],
          { description: 'no-face: framing. poor: focus or light.', unit: 'ops', stacked: true },
        ),
        trend('Width of intervals', quantiles('mlmcsc_interval_width_points', ''), {
          description: 'Points of percent shear. Wider: the model is less sure.',
          unit: 'short',
        }),
        trend('Measurements within', quantiles('mlmcsc_measurement_duration_seconds', ''), {
          description: 'Of all processes, the wait for a thread included.',
          unit: 's',
          exemplars: true,
        }),
        trend(
          'Findings of drift',
          [
            {
              expr: 'sum by (state) (max by (signal, state) (mlmcsc_drift_open_findings))',
              legend: '{{state}}',
            },
          ],
          { description: 'new: nobody has looked yet.', unit: 'short' },
        ),
      ],
    },
    {
      title: 'Drift',
      panels: [
        trend(
          'Scores of drift',
          [{ expr: 'max by (signal) (mlmcsc_drift_score_ratio)', legend: '{{signal}}' }],
          {
            description:
              'How far each control chart is out, as a share of its limit; from 1 on it drifts. There are scores once 300 pictures say what is usual.',
            unit: 'percentunit',
            width: 16,
            steps: badAbove(0.7, 1),
          },
        ),
        ranking(
          'Scores now',
          [{ expr: 'sort_desc(max by (signal) (mlmcsc_drift_score_ratio))', legend: '{{signal}}' }],
          {
            description: 'The page Drift says in words what moved.',
            unit: 'percentunit',
            decimals: 0,
            steps: badAbove(0.7, 1),
          },
        ),
      ],
    },
    {
      title: 'Records',
      panels: [
        trend(
          'Entries of the audit trail',
          [{ expr: 'max(mlmcsc_audit_trail_entries)', legend: 'entries' }],
          {
            description: 'At the last check. Fewer than before: the end was cut off.',
            unit: 'short',
            width: 12,
          },
        ),
        trend(
          'The audit trail was checked',
          [{ expr: 'time() - max(mlmcsc_audit_trail_verified_timestamp_seconds)', legend: 'ago' }],
          { description: 'Every six hours. Runbook: AuditTrailUnchecked.', unit: 's', width: 12 },
        ),
      ],
    },
  ],
};
