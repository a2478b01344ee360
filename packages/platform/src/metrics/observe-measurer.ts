import { type MeasuredImage, type Measurer, Unavailable, Unprocessable } from '@mlmcsc/core';
import { currentSpan } from '../telemetry/index.ts';
import type { ProcessMetrics } from './process-metrics.ts';

/** Versions of models that are told apart, those that answered last: a trial compares two, and every promotion brings one. */
const VERSIONS_KEPT = 8;

const OUTCOMES = ['ok', 'poor', 'no-face', 'refused', 'busy', 'failed', 'aborted'];

/** The measurer, with duration, outcome and interval width of every measurement told to the metrics.
 * @param threads - of the measurer */
export function observeMeasurer(measurer: Measurer, metrics: ProcessMetrics, threads: number): Measurer {
  const tellAnswer = countAnswers(metrics);
  metrics.set('mlmcsc_measurement_threads', {}, threads);
  for (const outcome of OUTCOMES) metrics.prepare('mlmcsc_measurement_duration_seconds', { outcome });
  return {
    pipelineVersion: measurer.pipelineVersion,
    modelPipelineVersion: measurer.modelPipelineVersion,
    get hasRoom() {
      return measurer.hasRoom;
    },
    requireRoom: () => measurer.requireRoom(),
    close: () => measurer.close(),
    async measure(request, signal) {
      const startedAt = performance.now();
      const tell = (outcome: string) =>
        metrics.observe(
          'mlmcsc_measurement_duration_seconds',
          { outcome },
          (performance.now() - startedAt) / 1000,
          currentSpan(),
        );
      metrics.change('mlmcsc_measurements_in_flight', 1);
      try {
        const measured = await measurer.measure(request, signal);
        tell(measured.status);
        tellWidth(measured, metrics);
        if (request.modelVersion !== undefined) tellAnswer(request.modelVersion, measured);
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

/** Counts the answers of each version, and forgets the version that has not answered for longest when there are too many. */
function countAnswers(metrics: ProcessMetrics) {
  const versions = new Set<string>();
  return (model: string, { shearPercent }: MeasuredImage) => {
    if (!versions.delete(model)) {
      for (const answer of ['number', 'none']) metrics.add('mlmcsc_predictions_total', { model, answer }, 0);
    }
    versions.add(model);
    metrics.add('mlmcsc_predictions_total', { model, answer: shearPercent === null ? 'none' : 'number' });
    const [oldest] = versions;
    if (versions.size <= VERSIONS_KEPT || oldest === undefined) return;
    versions.delete(oldest);
    for (const answer of ['number', 'none']) {
      metrics.forget('mlmcsc_predictions_total', { model: oldest, answer });
    }
  };
}

function tellWidth({ lower, upper }: MeasuredImage, metrics: ProcessMetrics): void {
  if (lower !== null && upper !== null) metrics.observe('mlmcsc_interval_width_points', {}, upper - lower);
}

function outcomeOf(error: unknown): string {
  if (error instanceof Unprocessable) return 'refused';
  return error instanceof Unavailable && error.code === 'measurer-busy' ? 'busy' : 'failed';
}
