import { expect, test } from 'vitest';
import { ProcessMetrics } from './process-metrics.ts';

const OPEN = 'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5';
const name = 'mlmcsc_http_request_duration_seconds';
const labels = { method: 'GET', route: '/api/v1/jobs', status: '200' };
const span = (isKept: boolean) => ({
  traceId: (isKept ? 'a' : 'c').repeat(32),
  spanId: 'b'.repeat(16),
  isKept: () => isKept,
});

test('buckets name a trace that is kept, where the reader can take it', async () => {
  const metrics = new ProcessMetrics('api', '1.2.3');
  metrics.observe(name, labels, 0.003, span(false));
  // Nothing to link to yet: one format less to read.
  expect((await metrics.read(OPEN)).contentType).toContain('text/plain');
  metrics.observe(name, labels, 0.3, span(true));
  metrics.add('mlmcsc_label_coverage_total', { where: 'inside' });

  const { contentType, text } = await metrics.read(OPEN);
  expect(contentType).toContain('application/openmetrics-text; version=1.0.0');
  const linked = text.split('\n').filter((line) => line.includes(' # {'));
  expect(linked).toHaveLength(1);
  expect(linked[0]).toMatch(
    /_bucket\{le="0\.5",.*\} 2 # \{trace_id="a{32}",span_id="b{16}"\} 0\.3 \d+(\.\d+)?$/,
  );
  expect(text).toContain('# TYPE mlmcsc_label_coverage counter\nmlmcsc_label_coverage_total{');
  expect(text.endsWith('\n# EOF\n')).toBe(true);
  expect(text.match(/# EOF/g)).toHaveLength(1);
  expect(text).not.toMatch(/\n\n/);
  const families = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, family]) => family);
  expect(new Set(families).size).toBe(families.length);
});

test('the plain text stays as it is after the other was read', async () => {
  const metrics = new ProcessMetrics('api', '1.2.3');
  metrics.observe(name, labels, 0.3, span(true));
  metrics.add('mlmcsc_label_coverage_total', { where: 'inside' });
  const familiesOf = (text: string) => text.split('\n').filter((line) => line.startsWith('# TYPE'));
  const before = familiesOf(await metrics.text());
  await metrics.read(OPEN);
  const after = await metrics.text();
  expect(familiesOf(after)).toEqual(before);
  expect(after).toContain('# TYPE mlmcsc_label_coverage_total counter');
  expect(after).not.toContain('# {');
});
