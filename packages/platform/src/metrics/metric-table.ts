/** One metric of ours, as Prometheus shows it. */
export interface MetricDefinition {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly about: string;
  readonly labels: readonly string[];
  /** Which processes have it. */
  readonly processes: readonly ('api' | 'worker')[];
  /** Upper ends of a histogram's buckets, in the unit of the name. */
  readonly buckets?: readonly number[];
}

const everywhere = ['api', 'worker'] as const;

/**
 * Every metric of ours, once: the registry and the reference page come from this table. Labels take few values: routes are patterns, statuses and kinds are
 * closed lists, nothing is named after a picture, a person or a version of a model.
 */
export const METRICS = {
  mlmcsc_build_info: {
    type: 'gauge',
    about: 'Always 1; the labels say what runs.',
    labels: ['version', 'process'],
    processes: everywhere,
  },
  mlmcsc_http_request_duration_seconds: {
    type: 'histogram',
    about:
      'From the first byte of a request to the last of its answer. `route` is the pattern of the address, `none` where there is no such address; event streams count when they end.',
    labels: ['method', 'route', 'status'],
    processes: ['api'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  },
  mlmcsc_http_requests_in_flight: {
    type: 'gauge',
    about: 'Requests that are not answered in full yet, event streams included.',
    labels: [],
    processes: ['api'],
  },
  mlmcsc_measurement_duration_seconds: {
    type: 'histogram',
    about:
      'Measuring one picture, the wait for a thread included. `outcome`: `ok`, `poor`, `no-face`; `refused` (not a picture that can be measured), `busy`, `failed`, `aborted`.',
    labels: ['outcome'],
    processes: everywhere,
    buckets: [0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 15, 60],
  },
  mlmcsc_measurements_in_flight: {
    type: 'gauge',
    about: 'Pictures that are measured or wait for a thread.',
    labels: [],
    processes: everywhere,
  },
  mlmcsc_interval_width_points: {
    type: 'histogram',
    about: 'Width of the interval that is shown with an answer, points of percent shear.',
    labels: [],
    processes: everywhere,
    buckets: [4, 8, 12, 16, 20, 30, 40, 60, 100],
  },
  mlmcsc_label_absolute_error_points: {
    type: 'histogram',
    about: 'How far the answer that was shown lies from the label that arrives for it, by band of the label.',
    labels: ['band'],
    processes: ['api'],
    buckets: [1, 2.5, 5, 7.5, 10, 15, 20, 30, 50],
  },
  mlmcsc_label_error_points_total: {
    type: 'counter',
    about:
      'Sum of those errors, apart for answers `over` and `under` the label: their difference by the number of labels is the bias.',
    labels: ['band', 'direction'],
    processes: ['api'],
  },
  mlmcsc_label_coverage_total: {
    type: 'counter',
    about: 'Labels that lie `inside` or `outside` of the interval that was shown.',
    labels: ['where'],
    processes: ['api'],
  },
  mlmcsc_jobs: {
    type: 'gauge',
    about:
      'Jobs that are not settled, and dead ones, of the whole installation (every worker tells the same).',
    labels: ['kind', 'priority', 'state'],
    processes: ['worker'],
  },
  mlmcsc_job_waiting_seconds: {
    type: 'gauge',
    about:
      'How long the job has been waiting that could have run first, of the whole installation; 0 when none waits.',
    labels: ['kind', 'priority'],
    processes: ['worker'],
  },
  mlmcsc_job_run_duration_seconds: {
    type: 'histogram',
    about:
      'One run of a job on this worker. `outcome`: `completed`, `failed`, or `stopped` (cancelled, out of time, handed back).',
    labels: ['kind', 'outcome'],
    processes: ['worker'],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600],
  },
  mlmcsc_drift_open_findings: {
    type: 'gauge',
    about:
      'Findings of drift that are not over, of the whole installation, `new` until somebody has `acknowledged` them; 0 while nothing drifts.',
    labels: ['signal', 'state'],
    processes: ['worker'],
  },
  mlmcsc_database_connections: {
    type: 'gauge',
    about: 'Connections of the pool, `busy` and `idle`, and who waits for one (`wanted`).',
    labels: ['pool', 'state'],
    processes: everywhere,
  },
  mlmcsc_cache_lookups_total: {
    type: 'counter',
    about: 'Lookups in the memory of the process and, where it has none, in Redis, by result: `hit`, `miss`.',
    labels: ['level', 'result'],
    processes: everywhere,
  },
  mlmcsc_shared_cache_up: {
    type: 'gauge',
    about: '1 while Redis answers; absent without Redis.',
    labels: [],
    processes: everywhere,
  },
  mlmcsc_metrics_failures_total: {
    type: 'counter',
    about: 'Figures that could not be read for a scrape; those metrics are missing from it.',
    labels: ['source'],
    processes: everywhere,
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

export type MetricName = keyof typeof METRICS;
