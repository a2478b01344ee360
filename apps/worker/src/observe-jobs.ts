import { JOB_KIND_RULES, type JobHandler, type JobHandlers, type JobKind } from '@mlmcsc/core';
import type { ProcessMetrics } from '@mlmcsc/platform/metrics';
import { currentSpan } from '@mlmcsc/platform/telemetry';

/** The handlers, with waiting, duration and outcome of every run told to the metrics. */
export function observeJobs(handlers: JobHandlers, metrics: ProcessMetrics): JobHandlers {
  const observed = (Object.entries(handlers) as [JobKind, JobHandler][]).map(([kind, handler]) => [
    kind,
    observe(kind, handler, metrics),
  ]);
  return Object.fromEntries(observed);
}

const secondsSince = (at: Date) => Math.max(0, Date.now() - at.getTime()) / 1000;

function observe(kind: JobKind, handler: JobHandler, metrics: ProcessMetrics): JobHandler {
  const { lane } = JOB_KIND_RULES[kind];
  metrics.prepare('mlmcsc_job_start_delay_seconds', { kind });
  metrics.prepare('mlmcsc_job_turnaround_seconds', { kind });
  for (const outcome of ['completed', 'failed', 'stopped']) {
    metrics.prepare('mlmcsc_job_run_duration_seconds', { kind, outcome });
  }
  return async (run) => {
    const startedAt = performance.now();
    const { times } = run;
    const tell = (outcome: 'completed' | 'failed' | 'stopped') =>
      metrics.observe(
        'mlmcsc_job_run_duration_seconds',
        { kind, outcome },
        (performance.now() - startedAt) / 1000,
        currentSpan(),
      );
    if (times !== undefined) {
      metrics.observe('mlmcsc_job_start_delay_seconds', { kind }, secondsSince(times.availableAt));
    }
    metrics.change('mlmcsc_worker_slots_busy', 1, { lane });
    try {
      const result = await handler(run);
      tell('completed');
      if (times !== undefined) {
        metrics.observe('mlmcsc_job_turnaround_seconds', { kind }, secondsSince(times.createdAt));
      }
      return result;
    } catch (error) {
      tell(run.signal.aborted ? 'stopped' : 'failed');
      throw error;
    } finally {
      metrics.change('mlmcsc_worker_slots_busy', -1, { lane });
    }
  };
}
