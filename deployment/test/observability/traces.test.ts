import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Job } from '@mlmcsc/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApiSession, signIn } from '../../../test/api-session.ts';
import { renderSpecimenPicture } from '../../../test/render-pictures.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { servicesMissing } from '../../../test/services/service-process.ts';
import { startSystem, type TestSystem } from '../../../test/services/system.ts';
import { expandKeys, type Mapping, mappingProblems } from '../support/index-mapping.ts';
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from '../support/otlp-receiver.ts';

const title = `traces of a running system${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`;
const WAIT = { timeout: 120_000, interval: 100 };

describe.skipIf(servicesMissing !== null)(title, () => {
  let receiver: OtlpReceiver;
  let system: TestSystem;
  let session: ApiSession;
  beforeAll(async () => {
    receiver = await startOtlpReceiver();
    system = await startSystem({
      ...{ apis: 1, workers: 1, redis: true, s3: true, metrics: true },
      environment: {
        MLMCSC_OTLP_ENDPOINT: receiver.endpoint,
        MLMCSC_TRACE_SAMPLE_PERCENT: '0',
        MLMCSC_TRACE_SLOW_MS: '3600000',
        MLMCSC_LOG_LEVEL: 'info',
      },
    });
    session = await signIn(system.url, system.administrator.username, system.administrator.password);
  });
  afterAll(async () => {
    await system?.stop();
    await receiver?.stop();
  });

  /** Sends requests as a client that traces them does. */
  function tracing() {
    const traceId = randomBytes(16).toString('hex');
    const clientSpanId = randomBytes(8).toString('hex');
    const headers = {
      ...{ cookie: session.cookie, origin: system.url },
      traceparent: `00-${traceId}-${clientSpanId}-01`,
    };
    const spans = () => receiver.spans.filter((span) => span.traceId === traceId);
    return { traceId, clientSpanId, headers, spans };
  }

  /** Uploads a picture and lets a job measure it; resolves when that is done. */
  async function uploadAndMeasure(seed: number, headers: Readonly<Record<string, string>>): Promise<string> {
    const { jpeg } = await renderSpecimenPicture(seed);
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(jpeg)]), `${seed}.jpg`);
    const upload = await fetch(`${system.url}/api/v1/images`, { method: 'POST', headers, body: form });
    const { id: imageId } = (await upload.json()) as { id: string };
    const started = await fetch(`${system.url}/api/v1/jobs`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'analysis.batch.v1', image_ids: [imageId] }),
    });
    const { id } = (await started.json()) as Job;
    await vi.waitFor(async () => {
      expect((await session.get<Job>(`/api/v1/jobs/${id}`)).state).toBe('completed');
    }, WAIT);
    return id;
  }

  it('show one upload through API, queue, worker and storage as a single tree', async () => {
    const trace = tracing();
    const jobId = await uploadAndMeasure(51, trace.headers);
    await vi.waitFor(() => expect(namesOf(trace.spans())).toContain('process analysis.batch.v1'), WAIT);
    const spans = trace.spans();

    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const roots = spans.filter(({ parentSpanId }) => !byId.has(parentSpanId));
    expect(roots.map(({ name, parentSpanId }) => [name, parentSpanId])).toEqual(
      expect.arrayContaining([
        ['POST /api/v1/images', trace.clientSpanId],
        ['POST /api/v1/jobs', trace.clientSpanId],
      ]),
    );
    expect(roots).toHaveLength(2);

    const [job] = spans.filter(({ name }) => name === 'process analysis.batch.v1');
    expect(job).toMatchObject({ service: 'mlmcsc-worker', kind: 5, hasFailed: false });
    expect(job!.attributes).toMatchObject({ 'messaging.message.id': jobId });
    expect(pathOf(job!, byId)).toEqual(['POST /api/v1/jobs', 'process analysis.batch.v1']);
    const [queued] = spans.filter(({ name }) => name === 'send analysis.batch.v1');
    expect(queued).toMatchObject({ service: 'mlmcsc-api', kind: 4, parentSpanId: job!.parentSpanId });

    const picture = ['POST /api/v1/jobs', 'process analysis.batch.v1', 'analyse picture'];
    const measure = spans.find(({ name }) => name === 'measure picture')!;
    expect(pathOf(measure, byId)).toEqual([...picture, 'measure picture']);
    const stages = spans.filter(({ parentSpanId }) => parentSpanId === measure.spanId);
    expect(namesOf(stages)).toEqual(['decode', 'find', 'rectify', 'map', 'describe', 'draw']);
    for (const stage of stages) expect(stage.durationMs).toBeLessThanOrEqual(measure.durationMs + 1);

    const ofApi = spans.filter(({ service }) => service === 'mlmcsc-api').map(({ name }) => name);
    expect(ofApi).toEqual(expect.arrayContaining(['S3 PutObject', 'insert images', 'redis count']));
    const ofWorker = spans.filter(({ service }) => service === 'mlmcsc-worker').map(({ name }) => name);
    expect(ofWorker).toEqual(expect.arrayContaining(['S3 GetObject', 'insert analyses', 'commit']));
  });

  it('share their number with the log lines of the request and of the job', async () => {
    const trace = tracing();
    const jobId = await uploadAndMeasure(52, trace.headers);
    const ofTrace = () =>
      [system.apis[0]!, system.workers[0]!]
        .flatMap((one) => linesOf(one.process()))
        .filter((line) => line['trace.id'] === trace.traceId);
    await vi.waitFor(() => expect(ofTrace()).toHaveLength(4), WAIT);
    const ours = ofTrace();
    expect(ours.map((line) => [line['service.name'], line.message])).toEqual([
      ['mlmcsc-api', 'request done'],
      ['mlmcsc-api', 'request done'],
      ['mlmcsc-worker', 'job started'],
      ['mlmcsc-worker', 'job completed'],
    ]);
    expect(ours[3]).toMatchObject({ mlmcsc: { job_id: jobId } });
    await vi.waitFor(() => expect(namesOf(trace.spans())).toContain('process analysis.batch.v1'), WAIT);
    const ids = new Set(trace.spans().map(({ spanId }) => spanId));
    for (const line of ours) {
      expect(ids).toContain(line['span.id']);
      expect(ids).toContain(line['transaction.id']);
    }
  });

  it('stand in lines whose every field the index of logs knows', () => {
    const template = readFileSync(
      repositoryPath('deployment/configs/elasticsearch/index-template.json'),
      'utf8',
    );
    const { mappings } = (JSON.parse(template) as { template: { mappings: Mapping } }).template;
    const lines = [...system.apis, ...system.workers].flatMap((one) => linesOf(one.process()));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(mappingProblems(expandKeys(line), mappings)).toEqual([]);
  });

  it('are kept where something failed, and else only as chosen', async () => {
    const before = receiver.spans.length;
    // Nobody chose these, and they are well.
    for (let i = 0; i < 20; i += 1) await session.get('/api/v1/jobs');
    const text = JSON.stringify({ kind: 'analysis.batch.v1', image_ids: ['no-id'] });
    const headers = { cookie: session.cookie, origin: system.url, 'content-type': 'application/json' };
    const refused = await fetch(`${system.url}/api/v1/jobs`, { method: 'POST', headers, body: text });
    expect(refused.status).toBe(400);
    await system.database.stop();
    const broken = await fetch(`${system.url}/api/v1/jobs`, { headers: { cookie: session.cookie } });
    expect(broken.status).toBe(503);
    await vi.waitFor(() => {
      const failed = receiver.spans.slice(before).filter(({ kind }) => kind === 2);
      expect(failed.length).toBeGreaterThan(0);
      for (const { hasFailed } of failed) expect(hasFailed).toBe(true);
    }, WAIT);
  });
});

function namesOf(spans: readonly ReceivedSpan[]): readonly string[] {
  return spans.map(({ name }) => name);
}

/** Names from the first span down to this one. */
function pathOf(span: ReceivedSpan, byId: ReadonlyMap<string, ReceivedSpan>): readonly string[] {
  const parent = byId.get(span.parentSpanId);
  return [...(parent === undefined ? [] : pathOf(parent, byId)), span.name];
}

function linesOf(process: { output(): string }): readonly Record<string, unknown>[] {
  return process
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
