import { writeFile } from 'node:fs/promises';
import { HOST_METRICS, METRICS, type MetricDefinition } from '../src/metrics/index.ts';

/** Writes docs/reference/metrics.md from the table of metrics. */
const target = new URL('../../../docs/reference/metrics.md', import.meta.url);

const rows = Object.entries<MetricDefinition>(METRICS)
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([name, { type, labels, processes, about }]) => {
    return `| \`${name}\` | ${type} | ${labelText(labels)} | ${processes.join(', ')} | ${about} |`;
  });
const hostRows = Object.entries<Omit<MetricDefinition, 'processes'>>(HOST_METRICS).map(
  ([name, { type, labels, about }]) => `| \`${name}\` | ${type} | ${labelText(labels)} | ${about} |`,
);

function labelText(labels: readonly string[]): string {
  return labels.length === 0 ? '–' : labels.map((label) => `\`${label}\``).join(', ');
}

await writeFile(
  target,
  `# Metrics

With \`MLMCSC_METRICS_PORT\` set, a process serves \`GET /metrics\` for Prometheus on that port, on \`MLMCSC_METRICS_HOST\` only (by default this machine), without
sign-in: the port is for the monitoring, never for users. \`mlmcsc up\` gives its worker the next port.

A worker, which has no other port, also answers there \`GET /livez\` (200 while its event loop turns; nothing outside is asked) and \`GET /readyz\` (200 while its
database answers, else 503).

Besides these, every process has the usual ones of Node.js: \`process_*\` (processor time, resident memory, open files) and \`nodejs_*\` (delay of the event loop,
heap, garbage collection).

Generated from the table in \`packages/platform/src/metrics/metric-table.ts\`; a test compares it with running processes, both ways.

| metric | type | labels | process | what it says |
|---|---|---|---|---|
${rows.join('\n')}

## Of the host of the database

Where PostgreSQL is yours and pgBackRest archives it ([recovery](../../deployment/docs/recovery.md)), scripts write these for the text file collector of the node exporter.

| metric | type | labels | what it says |
|---|---|---|---|
${hostRows.join('\n')}
`,
);
