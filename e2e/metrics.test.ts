import type { Job } from '@mlmcsc/contracts';
import { METRICS } from '@mlmcsc/platform/metrics';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { servicesMissing } from '../test/services/service-process.ts';
import { type SystemProcess, startSystem, type TestSystem } from '../test/services/system.ts';

const title = `metrics of a running system${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`;

/** Counted only when something is wrong; told only once 300 pictures say what is usual. */
const NOT_AT_FIRST = ['mlmcsc_metrics_failures_total', 'mlmcsc_drift_score_ratio'];

describe.skipIf(servicesMissing !== null)(title, () => {
  let system: TestSystem;
  let session: ApiSession;
  beforeAll(async () => {
    system = await startSystem({ apis: 1, workers: 1, redis: true, metrics: true });
    session = await signIn(system.url, system.administrator.username, system.administrator.password);
    await useTheProduct();
  });
  afterAll(() => system?.stop());

  it.each(['api', 'worker'] as const)('are those of the table, in the %s, both ways', async (process) => {
    const text = await scrape(system[process === 'api' ? 'apis' : 'workers'][0]!);
    const described = Object.entries(METRICS)
      .filter(
        ([name, { processes }]) =>
          !NOT_AT_FIRST.includes(name) && (processes as readonly string[]).includes(process),
      )
      .map(([name]) => name);
    const sampled = new Set(
      text.split('\n').flatMap((line) => /^(mlmcsc_\w+?)(_bucket|_sum|_count)?[{ ]/.exec(line)?.[1] ?? []),
    );
    expect([...sampled].sort()).toEqual(described.sort());
    for (const [, name, labels] of text.matchAll(/^(mlmcsc_\w+?)(?:_bucket|_sum|_count)?\{(.*)\} /gm)) {
      const used = [...labels!.matchAll(/(\w+)="/g)]
        .map(([, label]) => label!)
        .filter((label) => label !== 'le');
      expect([...METRICS[name as keyof typeof METRICS].labels].sort()).toEqual(used.sort());
    }
  });

  it('count what was done', async () => {
    const [api, worker] = await Promise.all([scrape(system.apis[0]!), scrape(system.workers[0]!)]);
    const posts =
      'mlmcsc_http_request_duration_seconds_count{method="POST",route="/api/v1/labels",status="201"}';
    expect(sampleOf(api, posts)).toBe(1);
    // The answer lay 12 points above the label.
    expect(sampleOf(api, 'mlmcsc_label_error_points_total', 'direction="over"')).toBeCloseTo(12, 6);
    expect(sampleOf(api, 'mlmcsc_measurement_duration_seconds_count{outcome="ok"}')).toBe(1);
    expect(sampleOf(worker, 'mlmcsc_measurement_duration_seconds_count{outcome="ok"}')).toBe(1);
    expect(
      sampleOf(worker, 'mlmcsc_job_run_duration_seconds_count{kind="analysis.batch.v1",outcome="completed"}'),
    ).toBe(1);
    const version = (await session.get<{ version: string }>('/api/v1/models/current')).version;
    for (const text of [api, worker]) {
      const answered = `mlmcsc_predictions_total{model="${version}",answer="number"}`;
      expect(sampleOf(text, answered)).toBe(1);
      expect(sampleOf(text, 'mlmcsc_database_connections_max{pool="main"}')).toBeGreaterThan(1);
    }
    expect(sampleOf(api, 'mlmcsc_label_turnaround_seconds_count')).toBe(1);
    expect(sampleOf(worker, 'mlmcsc_job_turnaround_seconds_count{kind="analysis.batch.v1"}')).toBe(1);
    expect(sampleOf(worker, 'mlmcsc_worker_slots{lane="batch"}')).toBe(2);
    expect(sampleOf(worker, 'mlmcsc_worker_slots_busy{lane="batch"}')).toBe(0);
    expect(sampleOf(worker, 'mlmcsc_audit_trail_intact')).toBe(1);
  });

  it('do not name addresses that nobody serves', async () => {
    await fetch(`http://${system.apis[0]!.address}/wp-admin/${Date.now()}`);
    const text = await scrape(system.apis[0]!);
    expect(text).not.toContain('wp-admin');
    expect(text).toContain('route="none",status="404"');
  });

  it('share the port of a worker with the questions of its supervisor', async () => {
    for (const path of ['/livez', '/readyz']) {
      expect((await fetch(new URL(path, system.workers[0]!.metricsUrl!))).status, path).toBe(200);
    }
  });

  it('are not served where users come', async () => {
    expect((await fetch(`${system.url}/metrics`, { headers: { cookie: session.cookie } })).status).toBe(404);
  });

  /** One analysis with its label, and a batch of one. */
  async function useTheProduct(): Promise<void> {
    const upload = async (seed: number) => {
      const { jpeg } = await renderSpecimenPicture(seed);
      return (await session.upload(jpeg, `${seed}.jpg`)).body.id as string;
    };
    const analysis = await session.post<{ id: string; shear_percent: number }>('/api/v1/analyses', {
      image_id: await upload(41),
    });
    await session.post('/api/v1/labels', {
      ...{ analysis_id: analysis.id, shear_percent: analysis.shear_percent - 12 },
    });
    const { id } = await session.post<Job>('/api/v1/jobs', {
      kind: 'analysis.batch.v1',
      image_ids: [await upload(42)],
    });
    await vi.waitFor(
      async () => expect((await session.get<Job>(`/api/v1/jobs/${id}`)).state).toBe('completed'),
      { timeout: 120_000, interval: 100 },
    );
  }
});

async function scrape({ metricsUrl }: SystemProcess): Promise<string> {
  const answer = await fetch(metricsUrl!);
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  return answer.text();
}

/** Of the first sample that begins so and holds `part`. */
function sampleOf(text: string, start: string, part = ''): number {
  const line = text.split('\n').find((each) => each.startsWith(start) && each.includes(part));
  return Number(line?.split(' ').at(-1));
}
