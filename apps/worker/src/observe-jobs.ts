import type { JobHandler, JobHandlers } from '@mlmcsc/core';
import type { ProcessMetrics } from '@mlmcsc/platform/metrics';

/** The handlers, with duration and outcome of every run told to the metrics. */
export function observeJobs(handlers: JobHandlers, metrics: ProcessMetrics): JobHandlers {
  const observed = Object.entries(handlers).map(([kind, handler]) => [kind, observe(kind, handler, metrics)]);
  return Object.fromEntries(observed);
}

function observe(kind: string, handler: JobHandler, metrics: ProcessMetrics): JobHandler {
  return async (run) => {
    const startedAt = performance.now();
    const tell = (outcome: 'completed' | 'failed' | 'stopped') =>
      metrics.observe(
        'mlmcsc_job_run_duration_seconds',
        { kind, outcome },
        (performance.now() - startedAt) / 1000,
      );
    try {
      const result = await handler(run);
      tell('completed');
      return result;
    } catch (error) {
      tell(run.signal.aborted ? 'stopped' : 'failed');
      throw error;
    }
  };
}
