import type { DashboardSpec } from '../panels/panel-spec.ts';
import { badAbove, goodAbove, quantiles, status, trend } from '../panels/panels.ts';

const worker = '{job="mlmcsc-worker"}';

/** What waits, what runs, and whether there are workers enough. Every worker tells the same of the queue, hence the max. */
export const queueDashboard: DashboardSpec = {
  uid: 'mlmcsc-queue',
  title: 'Workers and queues',
  description:
    'Jobs that wait, run and were given up; the slots of the workers; deliveries to other systems.',
  from: 'now-6h',
  rows: [
    {
      title: 'Now',
      panels: [
        status('Oldest job waits', 'max(mlmcsc_job_waiting_seconds)', {
          description: 'Runbook: QueueStands.',
          unit: 's',
          decimals: 0,
          steps: badAbove(60, 900),
        }),
        status('Jobs wait', 'sum(max by (kind, priority) (mlmcsc_jobs{state="queued"}))', {
          description: 'Runbook: QueueBacklog.',
          unit: 'short',
          steps: badAbove(20, 100),
        }),
        status('Jobs are repeated', 'sum(max by (kind, priority) (mlmcsc_jobs{state="retrying"}))', {
          description: 'They failed and wait for another attempt.',
          unit: 'short',
          steps: badAbove(1, 20),
        }),
        status('Jobs given up', 'sum(max by (kind, priority) (mlmcsc_jobs{state="dead"}))', {
          description: 'Runbook: JobsDead.',
          unit: 'short',
          steps: badAbove(1, 10),
        }),
        status('Workers', 'sum(up{job="mlmcsc-worker"}) or vector(0)', {
          description: 'That answer. Runbook: WorkersDown.',
          unit: 'short',
          steps: goodAbove(1, 1),
        }),
        status('Deliveries wait', 'max(mlmcsc_webhook_deliveries_waiting)', {
          description: 'To other systems. Runbook: DeliveriesPileUp.',
          unit: 'short',
          steps: badAbove(20, 100),
        }),
      ],
    },
    {
      title: 'Queue',
      panels: [
        trend(
          'Jobs that wait',
          [
            {
              expr: 'sum by (kind) (max by (kind, priority) (mlmcsc_jobs{state=~"queued|retrying"})) > 0 or sum by (kind) (max by (kind, priority) (mlmcsc_jobs{state="queued"}))',
              legend: '{{kind}}',
            },
          ],
          {
            description: 'By kind, repetitions included.',
            unit: 'short',
          },
        ),
        trend('Longest wait', [{ expr: 'max by (kind) (mlmcsc_job_waiting_seconds)', legend: '{{kind}}' }], {
          description: 'Of a job that could run, by kind.',
          unit: 's',
          steps: badAbove(60, 900),
        }),
        trend('Start within', quantiles('mlmcsc_job_start_delay_seconds', '', ['kind']), {
          description: '95 % of the runs start within this time after they could.',
          unit: 's',
        }),
      ],
    },
    {
      title: 'Runs',
      panels: [
        trend(
          'Runs by kind',
          [
            {
              expr: 'sum by (kind) (rate(mlmcsc_job_run_duration_seconds_count[$__rate_interval]))',
              legend: '{{kind}}',
            },
          ],
          {
            description: 'That ended, each second.',
            unit: 'ops',
            stacked: true,
          },
        ),
        trend(
          'Runs by outcome',
          [
            {
              expr: 'sum by (outcome) (rate(mlmcsc_job_run_duration_seconds_count[$__rate_interval]))',
              legend: '{{outcome}}',
            },
          ],
          {
            description:
              'failed: will be repeated. stopped: cancelled, out of time or handed back. Runbook: JobsFail.',
            unit: 'ops',
            stacked: true,
          },
        ),
        trend(
          'Runs that fail',
          [
            {
              expr: 'sum by (kind) (rate(mlmcsc_job_run_duration_seconds_count{outcome="failed"}[$__rate_interval]))',
              legend: '{{kind}}',
            },
          ],
          {
            description: 'By kind, each second.',
            unit: 'ops',
          },
        ),
        trend('Duration of a run', quantiles('mlmcsc_job_run_duration_seconds', '', ['kind']), {
          description: '95 % of the runs take no longer.',
          unit: 's',
        }),
        trend('From request to result', quantiles('mlmcsc_job_turnaround_seconds', '', ['kind']), {
          description: '95 % of the jobs, wait and repetitions included.',
          unit: 's',
        }),
        trend(
          'Slots by lane',
          [
            { expr: 'sum by (lane) (mlmcsc_worker_slots_busy)', legend: '{{lane}} busy' },
            { expr: 'sum by (lane) (mlmcsc_worker_slots)', legend: '{{lane}} of' },
          ],
          {
            description: 'All busy while jobs wait: more workers are needed. Runbook: WorkersBusy.',
            unit: 'short',
          },
        ),
      ],
    },
    {
      title: 'Processes',
      panels: [
        trend(
          'Pictures measured or waiting',
          [
            { expr: `sum by (instance) (mlmcsc_measurements_in_flight${worker})`, legend: '{{instance}}' },
            {
              expr: `sum by (instance) (mlmcsc_measurement_threads${worker})`,
              legend: '{{instance}} threads',
            },
          ],
          { description: 'Pictures of batches.', unit: 'short' },
        ),
        trend(
          'Event loop',
          [{ expr: `mlmcsc_event_loop_utilization_ratio${worker}`, legend: '{{instance}}' }],
          {
            description: 'Share of the time in which it is busy.',
            unit: 'percentunit',
            max: 1,
            steps: badAbove(0.7, 0.9),
          },
        ),
        trend(
          'Memory of the processes',
          [{ expr: `process_resident_memory_bytes${worker}`, legend: '{{instance}}' }],
          {
            description: 'Resident memory of each worker.',
            unit: 'bytes',
          },
        ),
      ],
    },
  ],
};
