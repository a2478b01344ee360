import { type MeasuredImage, type Measurer, Unavailable, Unprocessable } from '@mlmcsc/core';
import type { ProcessMetrics } from './process-metrics.ts';

/** The measurer, with duration, outcome and interval width of every measurement told to the metrics. */
export function observeMeasurer(measurer: Measurer, metrics: ProcessMetrics): Measurer {
  return {
    pipelineVersion: measurer.pipelineVersion,
    modelPipelineVersion: measurer.modelPipelineVersion,
    requireRoom: () => measurer.requireRoom(),
    close: () => measurer.close(),
    async measure(request, signal) {
      const startedAt = performance.now();
      const tell = (outcome: string) =>
        metrics.observe(
          'mlmcsc_measurement_duration_seconds',
          { outcome },
          (performance.now() - startedAt) / 1000,
        );
      metrics.change('mlmcsc_measurements_in_flight', 1);
      try {
        const measured = await measurer.measure(request, signal);
        tell(measured.status);
        tellWidth(measured, metrics);
        return measured;
      } catch (error) {
        tell(signal?.aborted === true ? 'aborted' : outcomeOf(error));
        throw error;
      } finally {
        metrics.change('mlmcsc_measurements_in_flight', -1);
      }
    },
  };
}

function tellWidth({ lower, upper }: MeasuredImage, metrics: ProcessMetrics): void {
  if (lower !== null && upper !== null) metrics.observe('mlmcsc_interval_width_points', {}, upper - lower);
}

function outcomeOf(error: unknown): string {
  if (error instanceof Unprocessable) return 'refused';
  return error instanceof Unavailable && error.code === 'measurer-busy' ? 'busy' : 'failed';
}
