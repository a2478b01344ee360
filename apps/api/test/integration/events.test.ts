import type { ServerEvent } from '@mlmcsc/contracts';
import { ServerEvent as ServerEventSchema } from '@mlmcsc/contracts';
import Schema from 'typebox/schema';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStream } from './support/read-events.ts';
import { PASSWORD, startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.installModel('1.0.0');
});
afterAll(() => api.close());

const open = (path: string, role: 'viewer' | 'technician' = 'viewer', headers = {}) =>
  openStream(`${api.url}${path}`, { cookie: api.cookie(role), ...headers });
const changed = (id: string, state: string) => (event: ServerEvent) =>
  event.type === 'job.changed' && event.job.id === id && event.job.state === state;

async function uploadFaces(...seeds: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const seed of seeds) {
    const body = formOf(await jpegOf('face', seed));
    ids.push((await api.call('POST', '/api/v1/images', { as: 'technician', body })).json.id);
  }
  return ids;
}
async function startBatch(imageIds: readonly string[]) {
  const json = { kind: 'analysis.batch.v1', image_ids: imageIds };
  const answer = await api.call('POST', '/api/v1/jobs', { as: 'technician', json });
  expect(answer.status).toBe(202);
  expect(answer.headers.get('location')).toBe(`/api/v1/jobs/${answer.json.id}`);
  return answer.json.id as string;
}
/** Does what the worker does with a job. */
async function work(jobId: string) {
  const store = api.store;
  await store.rows.jobs.transition(jobId, { from: ['queued', 'retrying'], to: 'running', at: new Date() });
  const result = await api.useCases.runBatchAnalysis({ jobId, signal: AbortSignal.timeout(60_000) });
  await store.transaction(async (rows) => {
    await rows.jobs.transition(jobId, { from: ['running'], to: 'completed', result, at: new Date() });
    await rows.events.publish({ type: 'job.changed', jobId });
  });
}

describe('events', () => {
  it('tell everybody what happens, in the shape of ServerEvent', async () => {
    const stream = await open('/api/v1/events', 'viewer', { 'last-event-id': '4711' });
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(stream.headers.get('cache-control')).toBe('no-store');
    expect(stream.headers.get('content-encoding')).toBeNull();
    const [imageId] = await uploadFaces(101);
    const analysis = await api.call('POST', '/api/v1/analyses', {
      as: 'technician',
      json: { image_id: imageId },
    });
    await stream.next((event) => event.type === 'analysis.created' && event.analysis_id === analysis.json.id);
    const label = await api.call('POST', '/api/v1/labels', {
      as: 'technician',
      json: { analysis_id: analysis.json.id, shear_percent: 20 },
    });
    await stream.next((event) => event.type === 'label.created' && event.label_id === label.json.id);
    await stream.next((event) => event.type === 'job.changed' && event.job.kind === 'label.learn.v1');
    await api.installModel('1.0.1');
    await stream.next((event) => event.type === 'model.promoted' && event.version === '1.0.1');
    const trial = await api.call('POST', '/api/v1/model-trials', {
      as: 'engineer',
      json: { model_version: '1.0.0', kind: 'shadow', reason: 'against the new one' },
    });
    const isOfTrial = (event: ServerEvent) =>
      event.type === 'trial.changed' && event.trial_id === trial.json.id;
    await stream.next(isOfTrial);
    await api.call('POST', `/api/v1/model-trials/${trial.json.id}/end`, {
      ...{ as: 'engineer', json: { reason: 'seen enough' } },
    });
    await vi.waitFor(() => expect(stream.events.filter(isOfTrial)).toHaveLength(2), 20_000);
    const validator = Schema.Compile(ServerEventSchema);
    for (const event of stream.events) expect(validator.Errors(event)[1]).toEqual([]);
    const ids = [...stream.text().matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
    expect(ids).toEqual([...ids].sort((left, right) => left - right));
    stream.close();
  });

  it('keep the connection alive with comments', async () => {
    const stream = await open('/api/v1/events');
    await vi.waitFor(() => expect(stream.text().match(/^: /gm)?.length).toBeGreaterThan(1), 5000);
    stream.close();
  });

  it('end when the session ends', async () => {
    await api.accounts.createUser({ username: 'leaver', password: PASSWORD, role: 'viewer' });
    const signedIn = await api.call('POST', '/api/v1/session', {
      json: { username: 'leaver', password: PASSWORD },
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const stream = await openStream(`${api.url}/api/v1/events`, { cookie });
    await api.call('DELETE', '/api/v1/session', { headers: { cookie } });
    await stream.ended;
  });

  it('are for a limited number of streams of one user', async () => {
    const streams = await Promise.all(Array.from({ length: 35 }, () => open('/api/v1/events', 'technician')));
    expect(streams.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(streams.filter(({ status }) => status === 503)).toHaveLength(5);
    for (const stream of streams) stream.close();
    await vi.waitFor(async () => {
      const stream = await open('/api/v1/events', 'technician');
      stream.close();
      expect(stream.status).toBe(200);
    }, 5000);
  });
});

describe('a batch job', () => {
  it('is followed from its start to its end, where its stream ends', async () => {
    const imageIds = await uploadFaces(111, 112, 113);
    const jobId = await startBatch(imageIds);
    const stream = await open(`/api/v1/jobs/${jobId}/events`);
    await stream.next(changed(jobId, 'queued'));
    await work(jobId);
    await stream.next(changed(jobId, 'completed'));
    await stream.ended;
    expect(stream.events.every((event) => event.type === 'job.changed' && event.job.id === jobId)).toBe(true);

    const job = await api.call('GET', `/api/v1/jobs/${jobId}`, { as: 'viewer' });
    expect(job.json).toMatchObject({
      state: 'completed',
      progress: { done: 3, failed: 0, total: 3 },
      created_by: 'technician',
    });
    const items = await api.call('GET', `/api/v1/jobs/${jobId}/items?limit=2`, { as: 'viewer' });
    expect(items.json.items).toHaveLength(2);
    const rest = await api.call(
      'GET',
      `/api/v1/jobs/${jobId}/items?limit=2&cursor=${encodeURIComponent(items.json.next_cursor)}`,
      { as: 'viewer' },
    );
    expect(rest.json.next_cursor).toBeNull();
    const all = [...items.json.items, ...rest.json.items];
    expect(all.map((item: { image_id: string }) => item.image_id)).toEqual(imageIds);
    expect(
      all.every(
        (item: { state: string; analysis_id: string | null }) => item.state === 'done' && item.analysis_id,
      ),
    ).toBe(true);

    const late = await open(`/api/v1/jobs/${jobId}/events`);
    await late.ended;
    expect(late.events).toHaveLength(1);
  });

  it('is cancelled once and run again', async () => {
    const jobId = await startBatch(await uploadFaces(121));
    const act = (what: string) => api.call('POST', `/api/v1/jobs/${jobId}/${what}`, { as: 'technician' });
    expect((await act('rerun')).json.code).toBe('job-not-rerunnable');
    expect((await act('cancel')).json.state).toBe('cancelled');
    expect((await act('cancel')).json.code).toBe('job-finished');
    expect((await act('rerun')).json.state).toBe('queued');
    await work(jobId);
    expect((await act('cancel')).json.code).toBe('job-finished');
  });

  it('is found by state and kind; retraining is for engineers', async () => {
    const started = await api.call('POST', '/api/v1/jobs', {
      as: 'engineer',
      json: { kind: 'model.retrain.v1' },
    });
    expect(started.status).toBe(202);
    const list = async (query: string) =>
      (await api.call('GET', `/api/v1/jobs${query}`, { as: 'viewer' })).json.items as {
        id: string;
        kind: string;
      }[];
    expect((await list('?kind=model.retrain.v1&state=queued')).map(({ id }) => id)).toEqual([
      started.json.id,
    ]);
    expect(await list('?state=dead')).toEqual([]);
    expect((await list('?limit=1'))[0]?.kind).toBe('model.retrain.v1');
    const refused = await api.call('POST', `/api/v1/jobs/${started.json.id}/cancel`, { as: 'technician' });
    expect(refused.status).toBe(403);
    const cancelled = await api.call('POST', `/api/v1/jobs/${started.json.id}/cancel`, { as: 'engineer' });
    expect(cancelled.json.state).toBe('cancelled');
  });

  it.each([
    [{ kind: 'analysis.batch.v1', image_ids: [] }, 400],
    [{ kind: 'analysis.batch.v1' }, 400],
    [{ kind: 'label.learn.v1' }, 400],
    [{ kind: 'model.retrain.v1', force: true }, 400],
    [{ kind: 'analysis.batch.v1', image_ids: ['0192f0a0-1111-7000-8000-00000000dead'] }, 404],
    [{}, 400],
  ])('refuses %j', async (json, status) => {
    expect((await api.call('POST', '/api/v1/jobs', { as: 'admin', json })).status).toBe(status);
  });

  it('that does not exist has no stream, items or actions', async () => {
    const path = '/api/v1/jobs/0192f0a0-1111-7000-8000-00000000dead';
    for (const [method, part] of [
      ['GET', ''],
      ['GET', '/items'],
      ['GET', '/events'],
      ['POST', '/cancel'],
      ['POST', '/rerun'],
    ] as const) {
      expect((await api.call(method, path + part, { as: 'admin' })).json.code).toBe('job-not-found');
    }
  });
});
