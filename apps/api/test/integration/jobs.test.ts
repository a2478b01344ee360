import { createLogger } from '@mlmcsc/platform/telemetry';
import type { FastifyBaseLogger } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { formOf, jpegOf } from './support/test-pictures.ts';

const lines: Record<string, unknown>[] = [];
const logger = createLogger({
  service: 'mlmcsc-api',
  level: 'info',
  destination: { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) },
});

let api: TestApi;
let imageId: string;
beforeAll(async () => {
  api = await startTestApi({ logger: logger as unknown as FastifyBaseLogger });
  await api.installModel('1.0.0');
  const body = formOf(await jpegOf('face', 71), 'jobs.jpg');
  imageId = (await api.call('POST', '/api/v1/images', { as: 'technician', body })).json.id;
});
afterAll(() => api.close());

const batch = (changes: object = {}) => ({
  kind: 'analysis.batch.v1',
  image_ids: [imageId],
  ...changes,
});

describe('priority', () => {
  it('is kept; the high one needs a reviewer', async () => {
    const normal = await api.call('POST', '/api/v1/jobs', { as: 'technician', json: batch() });
    expect(normal.json).toMatchObject({ priority: 'normal', state: 'queued' });
    const low = await api.call('POST', '/api/v1/jobs', {
      as: 'technician',
      json: batch({ priority: 'low' }),
    });
    expect(low.json.priority).toBe('low');
    const refused = await api.call('POST', '/api/v1/jobs', {
      as: 'technician',
      json: batch({ priority: 'high' }),
    });
    expect(refused.status).toBe(403);
    expect(refused.json.detail).toContain('reviewer');
    const high = await api.call('POST', '/api/v1/jobs', {
      as: 'reviewer',
      json: batch({ priority: 'high' }),
    });
    expect(high.status).toBe(202);
    const wrong = await api.call('POST', '/api/v1/jobs', {
      as: 'admin',
      json: batch({ priority: 'urgent' }),
    });
    expect(wrong.status).toBe(400);
  });
});

describe('statistics', () => {
  it('counts by lane, kind and priority', async () => {
    const { status, json } = await api.call('GET', '/api/v1/jobs/statistics', { as: 'viewer' });
    expect(status).toBe(200);
    expect(json.lanes.map(({ lane, waiting }: { lane: string; waiting: number }) => [lane, waiting])).toEqual(
      [
        ['batch', 3],
        ['learning', 0],
        ['maintenance', 0],
      ],
    );
    expect(json.lanes[0].oldest_waiting_seconds).toBeGreaterThan(0);
    expect(
      json.queues.map(({ priority, queued }: { priority: string; queued: number }) => [priority, queued]),
    ).toEqual(
      expect.arrayContaining([
        ['high', 1],
        ['low', 1],
        ['normal', 1],
      ]),
    );
  });
});

describe('traces', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const create = (traceparent?: string) =>
    api.call('POST', '/api/v1/jobs', {
      as: 'technician',
      json: batch(),
      headers: traceparent === undefined ? {} : { traceparent },
    });
  const lineOf = async (requestId: string | null) => {
    await expect.poll(() => lines.some((line) => line['http.request.id'] === requestId)).toBe(true);
    return lines.find((line) => line['http.request.id'] === requestId && line.message === 'request done');
  };

  it("continue the caller's in the job and in the log", async () => {
    const answer = await create(`00-${traceId}-00f067aa0ba902b7-01`);
    expect(answer.json.trace_id).toBe(traceId);
    expect((await lineOf(answer.headers.get('x-request-id')))?.['trace.id']).toBe(traceId);
    const { rows } = await api.pool.query<{ traceparent: string }>(
      'select traceparent from jobs where id = $1',
      [answer.json.id],
    );
    expect(rows[0]?.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    expect(rows[0]?.traceparent).not.toContain('00f067aa0ba902b7');
  });

  it('begin with the request where none or a malformed one came', async () => {
    for (const header of [undefined, 'garbage', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`]) {
      const answer = await create(header);
      expect(answer.json.trace_id).toMatch(/^[0-9a-f]{32}$/);
      expect(answer.json.trace_id).not.toBe('0'.repeat(32));
      expect((await lineOf(answer.headers.get('x-request-id')))?.['trace.id']).toBe(answer.json.trace_id);
    }
  });
});

describe('dead jobs', () => {
  const kill = (id: string) =>
    api.pool.query(`update jobs set state = 'dead', error = 'x', finished_at = now() where id = $1`, [id]);

  it('are run again or discarded by those who may start their kind', async () => {
    const mine = (await api.call('POST', '/api/v1/jobs', { as: 'technician', json: batch() })).json.id;
    const retraining = (
      await api.call('POST', '/api/v1/jobs', { as: 'engineer', json: { kind: 'model.retrain.v1' } })
    ).json.id;
    await kill(mine);
    await kill(retraining);
    const kind = 'model.retrain.v1';
    expect(
      (await api.call('POST', '/api/v1/dead-jobs/rerun', { as: 'technician', json: { kind } })).status,
    ).toBe(403);
    const rerun = await api.call('POST', '/api/v1/dead-jobs/rerun', { as: 'technician', json: {} });
    expect(rerun.json).toEqual({ changed: 1, has_more: false });
    expect((await api.call('GET', `/api/v1/jobs/${mine}`, { as: 'viewer' })).json.state).toBe('queued');
    const discard = (reason?: string) =>
      api.call('POST', '/api/v1/dead-jobs/discard', { as: 'engineer', json: { kind, reason } });
    expect((await discard()).status).toBe(400);
    expect((await discard(' ')).status).toBe(400);
    expect((await discard('No labels yet.')).json.changed).toBe(1);
    const closed = await api.call('GET', `/api/v1/jobs/${retraining}`, { as: 'viewer' });
    expect(closed.json).toMatchObject({
      state: 'cancelled',
      closed_reason: 'No labels yet.',
    });
  });
});

describe('schedules', () => {
  const list = async () => (await api.call('GET', '/api/v1/schedules', { as: 'viewer' })).json.items;
  const change = (json: object, name = 'prune') =>
    api.call('PUT', `/api/v1/schedules/${name}`, { as: 'admin', json, headers: { 'if-match': '*' } });

  it('are seen, changed, turned off and run now', async () => {
    await api.useCases.installSchedules();
    expect(await list()).toMatchObject([
      { name: 'drift', kind: 'drift.evaluate.v1', cron: '7 * * * *', is_enabled: true, is_changed: false },
      { name: 'prune', kind: 'maintenance.prune.v1', time_zone: 'UTC', is_enabled: true, is_changed: false },
      { name: 'retention', kind: 'maintenance.retention.v1', is_enabled: true, is_changed: false },
    ]);
    const berlin = { cron: '30 2 * * 1', time_zone: 'Europe/Berlin', is_enabled: true };
    const changed = await change(berlin);
    expect(changed.json).toMatchObject({ ...berlin, is_changed: true });
    expect(new Date(changed.json.next_at).getTime()).toBeGreaterThan(Date.now());
    expect((await change({ ...berlin, is_enabled: false })).json.next_at).toBeNull();
    const run = await api.call('POST', '/api/v1/schedules/prune/run', { as: 'admin' });
    expect(run.status).toBe(202);
    expect(run.json).toMatchObject({ kind: 'maintenance.prune.v1', state: 'queued', created_by: 'admin' });
    const again = await api.call('POST', '/api/v1/schedules/prune/run', { as: 'admin' });
    expect(again.json.id).toBe(run.json.id);
  });

  it.each([
    [{ cron: '61 2 * * *', time_zone: 'UTC', is_enabled: true }, 400],
    [{ cron: '0 0 30 2 *', time_zone: 'UTC', is_enabled: true }, 400],
    [{ cron: '1 2 * * *', time_zone: 'Mars/Olympus', is_enabled: true }, 400],
    [{ cron: '1 2 * * *' }, 400],
  ])('refuse %j', async (json, status) => {
    expect((await change(json)).status).toBe(status);
  });

  it('of unknown names are not found', async () => {
    const fine = { cron: '1 2 * * *', time_zone: 'UTC', is_enabled: true };
    expect((await change(fine, 'nothing')).status).toBe(404);
  });
});
