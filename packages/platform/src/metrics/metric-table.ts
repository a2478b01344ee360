/** One metric of ours, as Prometheus shows it. */
export interface MetricDefinition {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly about: string;
  readonly labels: readonly string[];
  /** Which processes have it. */
  readonly processes: readonly ('api' | 'worker')[];
  /** Absent until it is set; any other gauge without labels is 0 from the start. */
  readonly unknownAtFirst?: true;
  /** Upper ends of a histogram's buckets, in the unit of the name. */
  readonly buckets?: readonly number[];
  /** Whether a bucket names a trace that fell into it (exemplar). */
  readonly linksToTraces?: boolean;
}

const everywhere = ['api', 'worker'] as const;

/**
 * Every metric of ours, once: the registry and the reference page come from this table. Labels take few values: routes are patterns, statuses and kinds are
 * closed lists, of the versions of models only the newest few are kept, nothing is named after a picture or a person.
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
    linksToTraces: true,
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
    linksToTraces: true,
    buckets: [0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 15, 60],
  },
  mlmcsc_measurements_in_flight: {
    type: 'gauge',
    about: 'Pictures that are measured or wait for a thread.',
    labels: [],
    processes: everywhere,
  },
  mlmcsc_measurement_threads: {
    type: 'gauge',
    about: 'Threads that measure; as many measurements in flight are full use.',
    labels: [],
    processes: everywhere,
  },
  mlmcsc_predictions_total: {
    type: 'counter',
    about:
      'Pictures measured for an answer, by version of the model that answered (the 8 that answered last) and what it said: a `number`, or `none` because it abstained.',
    labels: ['model', 'answer'],
    processes: everywhere,
  },
  mlmcsc_event_loop_utilization_ratio: {
    type: 'gauge',
    about: 'Share of the time since the last scrape in which the event loop was busy, 0 to 1.',
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
  mlmcsc_label_turnaround_seconds: {
    type: 'histogram',
    about: 'From an answer to the label of a technician for it.',
    labels: [],
    processes: ['api'],
    buckets: [60, 300, 900, 3600, 4 * 3600, 8 * 3600, 24 * 3600, 3 * 24 * 3600, 7 * 24 * 3600],
  },
  mlmcsc_last_day: {
    type: 'gauge',
    about:
      'Of the last 24 hours, of the whole installation, not older than a minute: new `pictures`, `specimens` on them, `analyses`, `labels`, technicians who gave one (`labellers`), and how many the busiest of them gave (`labels-of-busiest`); nobody is named.',
    labels: ['what'],
    processes: ['worker'],
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
    linksToTraces: true,
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600],
  },
  mlmcsc_job_start_delay_seconds: {
    type: 'histogram',
    about: 'From the moment a job could run to the start of the run.',
    labels: ['kind'],
    processes: ['worker'],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600],
  },
  mlmcsc_job_turnaround_seconds: {
    type: 'histogram',
    about: 'From the request of a job to its result, repetitions included.',
    labels: ['kind'],
    processes: ['worker'],
    buckets: [1, 5, 15, 60, 300, 900, 3600, 4 * 3600],
  },
  mlmcsc_worker_slots: {
    type: 'gauge',
    about: 'Jobs that this worker runs at one time at most, by lane.',
    labels: ['lane'],
    processes: ['worker'],
  },
  mlmcsc_worker_slots_busy: {
    type: 'gauge',
    about: 'Jobs that this worker runs now, by lane.',
    labels: ['lane'],
    processes: ['worker'],
  },
  mlmcsc_webhook_deliveries_waiting: {
    type: 'gauge',
    about: 'Deliveries to other systems that are not done yet, of the whole installation.',
    unknownAtFirst: true,
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_audit_trail_entries: {
    type: 'gauge',
    about: 'Entries of the audit trail that the last check walked through.',
    unknownAtFirst: true,
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_audit_trail_intact: {
    type: 'gauge',
    about:
      '1 when the last check found the whole chain of the audit trail as it was written, 0 when it is broken. A worker with the lane `maintenance` checks when it starts and every six hours.',
    unknownAtFirst: true,
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_audit_trail_verified_timestamp_seconds: {
    type: 'gauge',
    about: 'When that check ended.',
    unknownAtFirst: true,
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_drift_score_ratio: {
    type: 'gauge',
    about:
      'How far the chart of a signal is out at the last evaluation, as a share of its limit: from 1 on it drifts. Absent while the signal is not watched.',
    labels: ['signal'],
    processes: ['worker'],
  },
  mlmcsc_drift_open_findings: {
    type: 'gauge',
    about:
      'Findings of drift that are not over, of the whole installation, `new` until somebody has `acknowledged` them; 0 while nothing drifts.',
    labels: ['signal', 'state'],
    processes: ['worker'],
  },
  mlmcsc_backup_interval_seconds: {
    type: 'gauge',
    about: 'How often workers are to make a backup; 0 where no target is configured.',
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_backup_last_success_timestamp_seconds: {
    type: 'gauge',
    about: 'When the newest complete backup was finished, seconds since 1970; 0 while there is none.',
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_backup_duration_seconds: {
    type: 'gauge',
    about: 'How long the newest complete backup took.',
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_backup_size_bytes: {
    type: 'gauge',
    about: 'Size of the newest complete backup as it is stored, all of its objects included.',
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_backup_verified_timestamp_seconds: {
    type: 'gauge',
    about:
      'When a backup was last restored and found to be what was stored, seconds since 1970; 0 while none was.',
    labels: [],
    processes: ['worker'],
  },
  mlmcsc_backup_failures_total: {
    type: 'counter',
    about: 'Runs that failed, of the whole installation: of kind `backup` or `verification`.',
    labels: ['kind'],
    processes: ['worker'],
  },
  mlmcsc_database_connections: {
    type: 'gauge',
    about: 'Connections of the pool, `busy` and `idle`, and who waits for one (`wanted`).',
    labels: ['pool', 'state'],
    processes: everywhere,
  },
  mlmcsc_database_connections_max: {
    type: 'gauge',
    about: 'Connections that the pool opens at most.',
    labels: ['pool'],
    processes: everywhere,
  },
  mlmcsc_database_query_duration_seconds: {
    type: 'histogram',
    about:
      'One statement on a connection, the wait for a connection not included. `outcome`: `ok`, `failed` (also what the rules of the database refuse).',
    labels: ['pool', 'outcome'],
    processes: everywhere,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
  },
  mlmcsc_object_store_duration_seconds: {
    type: 'histogram',
    about:
      'One call of the object store; of a stream to its first piece. `outcome`: `ok`, `missing` (there is no such object), `damaged` (it does not match its name), `failed`.',
    labels: ['operation', 'outcome'],
    processes: everywhere,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
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
    unknownAtFirst: true,
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
