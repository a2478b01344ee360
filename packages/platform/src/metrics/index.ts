export { HOST_METRICS } from './host-metrics.ts';
export { METRICS, type MetricDefinition } from './metric-table.ts';
export { observeMeasurer } from './observe-measurer.ts';
export { observeObjects } from './observe-objects.ts';
export { ProcessMetrics } from './process-metrics.ts';
export { type MetricsServer, serveMetrics } from './serve-metrics.ts';
