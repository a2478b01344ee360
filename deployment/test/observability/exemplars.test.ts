import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProcessMetrics, serveMetrics } from '@mlmcsc/platform/metrics';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../test/free-port.ts';
import { isListening, startService } from '../../../test/services/service-process.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';

const PROMETHEUS = '/usr/bin/prometheus';
const missing = existsSync(PROMETHEUS) ? '' : ` (skipped: there is no ${PROMETHEUS})`;

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe.skipIf(missing !== '')(`links from metrics to traces${missing}`, () => {
  it('reach Prometheus, and every other metric with them', async () => {
    const metrics = new ProcessMetrics('api', '1.2.3');
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const labels = { method: 'GET', route: '/api/v1/jobs', status: '200' };
    const span = { traceId, spanId: '00f067aa0ba902b7', isKept: () => true };
    metrics.observe('mlmcsc_http_request_duration_seconds', labels, 0.3, span);
    metrics.add('mlmcsc_label_coverage_total', { where: 'inside' }, 3);
    const server = await serveMetrics(metrics, { host: '127.0.0.1', port: await freePort() });
    closers.push(() => server.close());
    const url = await startPrometheus(server.port);

    await vi.waitFor(
      async () => {
        const query = new URLSearchParams({
          query: 'mlmcsc_http_request_duration_seconds_bucket',
          ...{ start: String(Date.now() / 1000 - 600), end: String(Date.now() / 1000 + 600) },
        });
        const answer = await fetch(`${url}/api/v1/query_exemplars?${query}`);
        const { data } = (await answer.json()) as {
          data: readonly { readonly exemplars: readonly { readonly labels: Record<string, string> }[] }[];
        };
        const [first] = data.flatMap(({ exemplars }) => exemplars);
        expect(first?.labels.trace_id).toBe(traceId);
      },
      { timeout: 60_000, interval: 200 },
    );
    const answer = await fetch(`${url}/api/v1/query?query=mlmcsc_label_coverage_total`);
    expect(await answer.json()).toMatchObject({ data: { result: [{ value: [expect.any(Number), '3'] }] } });
  });
});

async function startPrometheus(target: number): Promise<string> {
  const folder = await temporaryFolder('prometheus');
  closers.push(folder.remove);
  const port = await freePort();
  await writeFile(
    join(folder.path, 'prometheus.yml'),
    JSON.stringify({
      global: { scrape_interval: '1s' },
      scrape_configs: [{ job_name: 'mlmcsc', static_configs: [{ targets: [`127.0.0.1:${target}`] }] }],
    }),
  );
  const prometheus = await startService({
    name: 'prometheus',
    command: PROMETHEUS,
    args: [
      `--config.file=${folder.path}/prometheus.yml`,
      `--storage.tsdb.path=${folder.path}/data`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--enable-feature=exemplar-storage',
    ],
    isReady: () => isListening(port),
  });
  closers.push(() => prometheus.stop());
  return `http://127.0.0.1:${port}`;
}
