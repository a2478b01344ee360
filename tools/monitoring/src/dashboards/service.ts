import type { DashboardSpec } from '../panels/panel-spec.ts';
import { badAbove, goodAbove, list, quantiles, status, trend } from '../panels/panels.ts';

const requests = 'mlmcsc_http_request_duration_seconds';
const failing = `sum(rate(${requests}_count{status=~"5.."}[5m]))`;
const all = `sum(rate(${requests}_count[5m]))`;

/** Looked at first: whatever is red is where to begin. */
export const serviceDashboard: DashboardSpec = {
  uid: 'mlmcsc-service',
  title: 'Service overview',
  description: 'Green: nothing to do. Red: begin there; the alert and its runbook say how.',
  from: 'now-6h',
  rows: [
    {
      title: 'Now',
      panels: [
        status('API processes away', 'count(up{job="mlmcsc-api"} == 0) or vector(0)', {
          description: 'Of those that Prometheus knows. Runbook: ApiDown, ApiInstanceDown.',
          unit: 'short',
          steps: badAbove(1, 2),
        }),
        status('Workers away', 'count(up{job="mlmcsc-worker"} == 0) or vector(0)', {
          description: 'Of those that Prometheus knows. Runbook: WorkersDown.',
          unit: 'short',
          steps: badAbove(1, 2),
        }),
        status('Address of the users', 'min(probe_success{job="mlmcsc-site"})', {
          description: 'Asked from outside, through nginx. Runbook: SiteUnreachable.',
          unit: 'none',
          steps: goodAbove(0.5, 1),
          words: { '0': 'unreachable', '1': 'answers' },
        }),
        status('Requests that fail', `(${failing} or 0 * ${all}) / (${all} > 0) or vector(0)`, {
          description: 'Share of 5xx in five minutes. Runbook: ErrorRateHigh.',
          unit: 'percentunit',
          decimals: 2,
          steps: badAbove(0.001, 0.05),
        }),
        status(
          '95 % of the reads within',
          `histogram_quantile(0.95, sum by (le) (rate(${requests}_bucket{method="GET",status=~"2..",route!~".*(events|export|archive|content|pdf|\\\\*).*"}[5m])))`,
          {
            description: 'Runbook: RequestsSlow.',
            unit: 's',
            decimals: 2,
            steps: badAbove(0.5, 1),
          },
        ),
        status('Alerts', 'count(ALERTS{alertstate="firing",severity=~"critical|warning"}) or vector(0)', {
          description: 'That fire now; the list below names them.',
          unit: 'short',
          steps: badAbove(1, 3),
        }),
        status('Oldest job waits', 'max(mlmcsc_job_waiting_seconds)', {
          description: 'Of those that could run. Runbook: QueueStands.',
          unit: 's',
          decimals: 0,
          steps: badAbove(60, 900),
        }),
        status('Jobs given up', 'sum(max by (kind, priority) (mlmcsc_jobs{state="dead"}))', {
          description: 'They wait for a person. Runbook: JobsDead.',
          unit: 'short',
          steps: badAbove(1, 10),
        }),
        status('Database', 'min(pg_up)', {
          description: 'Runbook: DatabaseDown.',
          unit: 'none',
          steps: goodAbove(0.5, 1),
          words: { '0': 'away', '1': 'answers' },
        }),
        status(
          'Object store calls that fail',
          'sum(rate(mlmcsc_object_store_duration_seconds_count{outcome!~"ok|missing"}[5m])) / (sum(rate(mlmcsc_object_store_duration_seconds_count[5m])) > 0) or vector(0)',
          {
            description: 'Share in five minutes, damaged objects included. Runbook: ObjectStoreFails.',
            unit: 'percentunit',
            decimals: 2,
            steps: badAbove(0.01, 0.05),
          },
        ),
        status('Last backup', 'time() - max(mlmcsc_backup_last_success_timestamp_seconds)', {
          description: 'Its age. Runbook: BackupOld.',
          unit: 's',
          decimals: 0,
          steps: badAbove(26 * 3600, 50 * 3600),
        }),
        status('Audit trail', 'min(mlmcsc_audit_trail_intact)', {
          description: 'As it was written, at the last check. Runbook: AuditTrailBroken.',
          unit: 'none',
          steps: goodAbove(0.5, 1),
          words: { '0': 'broken', '1': 'intact' },
        }),
      ],
    },
    {
      title: 'Objectives',
      panels: [
        status('Budget left of 30 days', [{ expr: 'mlmcsc:slo_budget_left:ratio', legend: '{{slo}}' }], {
          description: 'What may still go wrong until the objective is missed; below 0 it is missed.',
          unit: 'percentunit',
          decimals: 0,
          width: 12,
          height: 7,
          steps: goodAbove(0, 0.25),
        }),
        trend(
          'How fast the budget is used up',
          [
            {
              expr: 'mlmcsc:slo_errors:ratio_rate1h / on (slo) group_left () mlmcsc:slo_allowed:ratio',
              legend: '{{slo}}',
            },
          ],
          {
            description:
              '1: just as fast as allowed. From 14.4 on the budget of 30 days is gone in two days. Runbook: SloBurnsFast.',
            unit: 'short',
            width: 12,
            height: 7,
            steps: badAbove(6, 14.4),
          },
        ),
      ],
    },
    {
      title: 'What goes on',
      panels: [
        list(
          'Alerts that fire',
          'max by (alertname, severity, area, instance, kind, slo) (ALERTS{alertstate="firing"})',
          {
            description: 'Watchdog always does: without it, no alert arrives.',
            unit: 'none',
            width: 24,
            height: 7,
          },
        ),
        trend(
          'Requests',
          [{ expr: `sum by (status) (rate(${requests}_count[$__rate_interval]))`, legend: '{{status}}' }],
          {
            description: 'Each second, by status.',
            unit: 'reqps',
            stacked: true,
          },
        ),
        trend('Requests within', quantiles(requests, '{route!~".*events.*"}'), {
          description: 'Streams of events are left out: they last as long as a page is open.',
          unit: 's',
          exemplars: true,
        }),
        trend(
          'Jobs',
          [{ expr: 'sum by (state) (max by (kind, priority, state) (mlmcsc_jobs))', legend: '{{state}}' }],
          {
            description: 'That are not settled, and those given up.',
            unit: 'short',
          },
        ),
      ],
    },
  ],
};
