import { performance } from 'node:perf_hooks';
import type {
  BackupSummary,
  DriftFinding,
  DriftScore,
  DriftSignal,
  InstallationFigures,
  JobFigures,
  JobKind,
} from '@mlmcsc/core';
import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type OpenMetricsContentType,
  Registry,
  type RegistryContentType,
} from 'prom-client';
import { METRICS, type MetricDefinition, type MetricName } from './metric-table.ts';
import { type ObservedPool, observeQueries } from './observe-queries.ts';
import { openMetricsOf } from './open-metrics.ts';

/** A pool of connections, as `pg` counts. */
export interface CountedPool extends ObservedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { readonly max: number };
}

/** What a cache has done since the process started. */
export interface CountedCache {
  readonly memory: { readonly hits: number; readonly misses: number };
  readonly shared: { readonly hits: number; readonly misses: number; readonly isUp: boolean } | null;
}

const JOB_STATES = ['queued', 'retrying', 'running', 'dead'] as const;

/** What a value came from. */
export interface LinkedSpan {
  readonly traceId: string;
  readonly spanId: string;
  isKept(): boolean;
}

type Labels = Readonly<Record<string, string>>;

/** The metrics of one process: what happened is told to it, what is the case now it asks for at every scrape. */
export class ProcessMetrics {
  readonly #registry = new Registry();
  /** The histograms that link to traces: only this format can. */
  readonly #linked = new Registry<OpenMetricsContentType>();
  #hasLinks = false;
  readonly #metrics = new Map<MetricName, Counter | Gauge | Histogram>();
  readonly #sources: { readonly name: string; readonly read: () => void | Promise<void> }[] = [];

  constructor(process: 'api' | 'worker', version: string) {
    this.#linked.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    collectDefaultMetrics({ register: this.#registry });
    for (const [name, definition] of Object.entries(METRICS) as [MetricName, MetricDefinition][]) {
      if (!definition.processes.includes(process)) continue;
      const registry = definition.linksToTraces === true ? this.#linked : this.#registry;
      const metric = create(name, definition, registry);
      this.#registry.registerMetric(metric);
      this.#metrics.set(name, metric);
    }
    this.set('mlmcsc_build_info', { version, process }, 1);
    this.#watchEventLoop();
  }

  /** Everything in Prometheus' text format, or, where the reader takes it and there are links to traces, as OpenMetrics. A source that fails leaves its
   * metrics out and is counted.
   * @param accept - of the request
   */
  async read(accept = ''): Promise<{ readonly contentType: string; readonly text: string }> {
    await this.#readSources();
    const wantsLinks = this.#hasLinks && accept.includes('application/openmetrics-text');
    const { contentType } = wantsLinks ? this.#linked : this.#registry;
    return {
      contentType,
      text: await (wantsLinks ? openMetricsOf(this.#registry, this.#linked) : this.#registry.metrics()),
    };
  }

  /** Everything in Prometheus' text format. */
  async text(): Promise<string> {
    return (await this.read()).text;
  }

  async #readSources(): Promise<void> {
    for (const { name, read } of this.#sources) {
      try {
        await read();
      } catch {
        this.add('mlmcsc_metrics_failures_total', { source: name });
      }
    }
  }

  add(name: MetricName, labels: Labels = {}, by = 1): void {
    (this.#get(name) as Counter).inc(labels, by);
  }

  set(name: MetricName, labels: Labels, value: number): void {
    (this.#get(name) as Gauge).set(labels, value);
  }

  /** More or less of what is the case now. */
  change(name: MetricName, by: 1 | -1, labels: Labels = {}): void {
    (this.#get(name) as Gauge).inc(labels, by);
  }

  /** Takes away what has these labels, so that names that come and go do not pile up. */
  forget(name: MetricName, labels: Labels): void {
    this.#get(name).remove(labels);
  }

  /** @param span - that the value comes from; links to it where its trace is kept and the metric can */
  observe(name: MetricName, labels: Labels, value: number, span: LinkedSpan | null = null): void {
    const histogram = this.#get(name) as Histogram;
    const definition: MetricDefinition = METRICS[name];
    if (definition.linksToTraces !== true) histogram.observe(labels, value);
    else {
      const isLinked = span?.isKept() === true;
      this.#hasLinks ||= isLinked;
      const exemplarLabels = isLinked ? { trace_id: span.traceId, span_id: span.spanId } : {};
      histogram.observe({ labels, value, exemplarLabels });
    }
  }

  /** Shows it with nothing counted, so that its first event is seen as a rise: what appears with 1 has not risen. */
  prepare(name: MetricName, labels: Labels): void {
    const metric = this.#get(name);
    if (metric instanceof Histogram) metric.zero(labels);
    else (metric as Counter).inc(labels, 0);
  }

  watchPool(name: string, pool: CountedPool): void {
    observeQueries(pool, (outcome, seconds) =>
      this.observe('mlmcsc_database_query_duration_seconds', { pool: name, outcome }, seconds),
    );
    this.#watch(`pool ${name}`, () => {
      const { totalCount, idleCount, waitingCount, options } = pool;
      this.set('mlmcsc_database_connections_max', { pool: name }, options.max);
      this.set('mlmcsc_database_connections', { pool: name, state: 'idle' }, idleCount);
      this.set('mlmcsc_database_connections', { pool: name, state: 'busy' }, totalCount - idleCount);
      this.set('mlmcsc_database_connections', { pool: name, state: 'wanted' }, waitingCount);
    });
  }

  watchCache(figures: () => CountedCache): void {
    this.#watch('cache', () => {
      const { memory, shared } = figures();
      const lookups = this.#get('mlmcsc_cache_lookups_total') as Counter;
      lookups.reset();
      for (const [level, counted] of Object.entries({ memory, shared })) {
        if (counted === null) continue;
        lookups.inc({ level, result: 'hit' }, counted.hits);
        lookups.inc({ level, result: 'miss' }, counted.misses);
      }
      if (shared !== null) this.set('mlmcsc_shared_cache_up', {}, shared.isUp ? 1 : 0);
    });
  }

  /** @param kinds - shown with zeros where nothing of them is there: what scales workers must not see figures vanish */
  watchJobs(
    kinds: readonly JobKind[],
    statistics: () => Promise<{ readonly at: Date; readonly figures: readonly JobFigures[] }>,
  ): void {
    this.#watch('jobs', async () => {
      const jobs = this.#get('mlmcsc_jobs') as Gauge;
      const waits = this.#get('mlmcsc_job_waiting_seconds') as Gauge;
      // Old figures would be lies when the new ones cannot be had.
      jobs.reset();
      waits.reset();
      const { at, figures } = await statistics();
      for (const kind of kinds) {
        for (const priority of ['low', 'normal', 'high']) {
          for (const state of JOB_STATES) jobs.set({ kind, priority, state }, 0);
          waits.set({ kind, priority }, 0);
        }
      }
      for (const { kind, priority, waitingSince, ...counts } of figures) {
        for (const state of JOB_STATES) jobs.set({ kind, priority, state }, counts[state]);
        const waitedMs = waitingSince === null ? 0 : Math.max(0, at.getTime() - waitingSince.getTime());
        waits.set({ kind, priority }, waitedMs / 1000);
      }
    });
  }

  /** @param signals - shown with zeros where nothing is open */
  watchDrift(
    signals: readonly DriftSignal[],
    openFindings: () => Promise<readonly Pick<DriftFinding, 'signal' | 'acknowledgedAt'>[]>,
    scores: () => Promise<readonly DriftScore[]>,
  ): void {
    this.#watch('drift', async () => {
      const findings = this.#get('mlmcsc_drift_open_findings') as Gauge;
      const ratios = this.#get('mlmcsc_drift_score_ratio') as Gauge;
      findings.reset();
      ratios.reset();
      const open = await openFindings();
      for (const signal of signals) {
        const own = open.filter((finding) => finding.signal === signal);
        const acknowledged = own.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
        findings.set({ signal, state: 'new' }, own.length - acknowledged);
        findings.set({ signal, state: 'acknowledged' }, acknowledged);
      }
      for (const { signal, ratio } of await scores()) ratios.set({ signal }, ratio);
    });
  }

  watchInstallation(read: () => Promise<InstallationFigures>): void {
    this.#watch('installation', async () => {
      const gauge = this.#get('mlmcsc_last_day') as Gauge;
      const deliveries = this.#get('mlmcsc_webhook_deliveries_waiting') as Gauge;
      gauge.reset();
      deliveries.remove();
      const { lastDay, deliveriesWaiting } = await read();
      gauge.set({ what: 'pictures' }, lastDay.pictures);
      gauge.set({ what: 'specimens' }, lastDay.specimens);
      gauge.set({ what: 'analyses' }, lastDay.analyses);
      gauge.set({ what: 'labels' }, lastDay.labels);
      gauge.set({ what: 'labellers' }, lastDay.labellers);
      gauge.set({ what: 'labels-of-busiest' }, lastDay.labelsOfBusiest);
      deliveries.set(deliveriesWaiting);
    });
  }

  #watchEventLoop(): void {
    let before = performance.eventLoopUtilization();
    this.#watch('event loop', () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      this.set('mlmcsc_event_loop_utilization_ratio', {}, utilization);
    });
  }

  /** @param intervalSeconds - 0 where no backups are made */
  watchBackups(summary: () => Promise<BackupSummary>, intervalSeconds: number): void {
    const names = [
      ...([
        'mlmcsc_backup_last_success_timestamp_seconds',
        'mlmcsc_backup_verified_timestamp_seconds',
      ] as const),
      ...(['mlmcsc_backup_duration_seconds', 'mlmcsc_backup_size_bytes'] as const),
    ];
    const secondsOf = (at: Date | null) => (at === null ? 0 : at.getTime() / 1000);
    this.set('mlmcsc_backup_interval_seconds', {}, intervalSeconds);
    this.#watch('backups', async () => {
      for (const name of names) this.#get(name).remove({});
      const failures = this.#get('mlmcsc_backup_failures_total') as Counter;
      failures.reset();
      const { backup, verification } = await summary();
      this.set('mlmcsc_backup_last_success_timestamp_seconds', {}, secondsOf(backup.lastSuccess));
      this.set('mlmcsc_backup_verified_timestamp_seconds', {}, secondsOf(verification.lastSuccess));
      this.set('mlmcsc_backup_duration_seconds', {}, backup.durationSeconds ?? 0);
      this.set('mlmcsc_backup_size_bytes', {}, backup.sizeBytes ?? 0);
      failures.inc({ kind: 'backup' }, backup.failures);
      failures.inc({ kind: 'verification' }, verification.failures);
    });
  }

  #watch(name: string, read: () => void | Promise<void>): void {
    this.#sources.push({ name, read });
  }

  #get(name: MetricName): Counter | Gauge | Histogram {
    const metric = this.#metrics.get(name);
    if (metric === undefined) throw new RangeError(`this process has no metric ${name}`);
    return metric;
  }
}

function create(
  name: string,
  definition: MetricDefinition,
  registry: Registry<RegistryContentType>,
): Counter | Gauge | Histogram {
  const { type, about, labels, buckets } = definition;
  const enableExemplars = definition.linksToTraces === true;
  const options = { name, help: about, labelNames: [...labels], registers: [registry], enableExemplars };
  if (type === 'counter') return new Counter(options);
  if (type === 'gauge') {
    const gauge = new Gauge(options);
    if (definition.unknownAtFirst === true) gauge.remove();
    return gauge;
  }
  return new Histogram(buckets === undefined ? options : { ...options, buckets: [...buckets] });
}
