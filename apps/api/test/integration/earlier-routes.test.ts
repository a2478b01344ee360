import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EARLIER_PERMISSIONS } from '../../src/permissions.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { jpegOf } from './support/test-pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ earlierRoutes: true });
  await api.installModel('1.0.0');
});
afterAll(() => api.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const post = (path: string, json: unknown, as: 'technician' | 'engineer' = 'technician') =>
  api.call('POST', path, { as, json });
const get = (path: string) => api.call('GET', path, { as: 'viewer' });

describe('the earlier client', () => {
  let specimenId: string;

  it('has its pictures measured', async () => {
    const image_data = `data:image/jpeg;base64,${base64(await jpegOf('face', 51))}`;
    const answer = await post('/predict', { image_data, image_format: 'jpeg' });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.json).sort()).toEqual([
      'confidence',
      'detection_bbox',
      'detection_confidence',
      'overlay_image',
      'processing_time',
      'shear_percentage',
      'specimen_id',
      'timestamp',
    ]);
    expect(answer.json.detection_bbox).toEqual([1, 2, 92, 57]);
    expect(answer.json.confidence).toBeCloseTo(0.85, 6);
    expect(answer.json.processing_time).toBeGreaterThan(0);
    expect(Buffer.from(answer.json.overlay_image, 'base64').subarray(1, 4).toString()).toBe('PNG');
    specimenId = answer.json.specimen_id;
    const plain = await post('/predict', { image_data: base64(await jpegOf('face', 51)) });
    expect(plain.json.specimen_id).toBe(specimenId);
  });

  it('is told when there is no specimen, the way it chooses', async () => {
    const json = { image_data: base64(await jpegOf('no face', 52)) };
    const refused = await post('/predict', json);
    expect([refused.status, refused.json.detail]).toEqual([400, 'No specimens detected in image']);
    const allowed = await post('/predict?allow_no_specimens=true', json);
    expect(allowed.status).toBe(200);
    expect(Object.keys(allowed.json).sort()).toEqual(['message', 'processing_time', 'status', 'timestamp']);
    expect(allowed.json).toMatchObject({ status: 'no_specimens', message: 'No specimens detected in image' });
  });

  it('submits labels for a prediction or a picture, by technicians of its own', async () => {
    const first = await post('/submit_label', {
      specimen_id: specimenId,
      image_data: '',
      technician_label: 37.5,
      model_prediction: 41,
      model_confidence: 0.8,
      technician_id: 'TECH-7',
      notes: 'from the old station',
    });
    expect(first.json).toMatchObject({
      status: 'success',
      online_learning: { update_strategy: 'immediate' },
    });
    const labels = await get(`/api/v1/analyses/${specimenId}/labels`);
    expect(labels.json.items ?? labels.json).toMatchObject([
      { shear_percent: 37.5, technician: 'TECH-7', notes: 'from the old station', decision: 'corrected' },
    ]);
    const second = await post('/submit_label', {
      specimen_id: 'S-0815',
      image_data: base64(await jpegOf('face', 53)),
      technician_label: 12,
    });
    expect(second.status).toBe(200);
    const history = await get('/api/v1/history?text=S-0815');
    expect(history.json.items[0].analysis.label).toMatchObject({
      shear_percent: 12,
      technician: 'technician',
    });
    const nothing = await post('/submit_label', { specimen_id: 'S-1', technician_label: 12 });
    expect(nothing.json.code).toBe('analysis-not-found');
    expect((await post('/submit_label', { technician_label: 12 })).status).toBe(400);
    expect((await post('/submit_label', { specimen_id: specimenId, technician_label: 101 })).status).toBe(
      400,
    );
  });

  it('reads figures, pages by number and a table', async () => {
    const metrics = await get('/get_metrics');
    expect(metrics.json).toMatchObject({
      total_predictions: 3,
      total_labels: 2,
      accuracy_metrics: { sample_count: 0, mae: null, rmse: null },
      recent_performance: { daily_mae: [] },
      model_version: '1.0.0',
    });
    const page = await get('/get_history?page=2&page_size=2');
    expect(page.json).toMatchObject({ total_count: 3, page: 2, page_size: 2 });
    expect(page.json.items).toHaveLength(1);
    expect(page.json.items[0]).toMatchObject({
      specimen_id: specimenId,
      technician_label: 37.5,
      technician_id: 'TECH-7',
    });
    expect((await get('/get_history?page=0')).status).toBe(400);
    const table = await get('/export_history');
    expect(table.headers.get('content-type')).toContain('text/csv');
    expect(table.body.toString().trim().split('\r\n')).toHaveLength(4);
  });

  it('asks for health without signing in', async () => {
    const health = await api.call('GET', '/health');
    expect(health.json).toMatchObject({
      status: 'healthy',
      models_loaded: { detection: true, regression: true },
    });
  });

  it('looks at learning and steers it', async () => {
    const configured = await post(
      '/online_learning/configure',
      { update_strategy: 'batch', batch_size: 10, confidence_threshold: 0.8, weight_decay: 0.9 },
      'engineer',
    );
    expect(configured.json).toMatchObject({
      status: 'success',
      configuration: { update_strategy: 'batch' },
      not_used: ['batch_size', 'confidence_threshold', 'weight_decay'],
    });
    const status = await get('/online_learning/status');
    expect(status.json).toMatchObject({ update_strategy: 'batch', labels_total: 2, labels_waiting: 2 });
    expect((await get('/online_learning/performance')).json).toMatchObject({ sample_count: 0, history: [] });
    const forced = await post('/online_learning/force_update', {}, 'engineer');
    const job = await get(`/api/v1/jobs/${forced.json.job_id}`);
    expect(job.json.kind).toBe('model.retrain.v1');
  });

  it('needs the rights that the other routes need', async () => {
    for (const [key, access] of Object.entries(EARLIER_PERMISSIONS)) {
      const [method = '', path = ''] = key.split(' ');
      const nobody = await api.call(method, path, {});
      expect([key, nobody.status]).toEqual([key, access === 'public' ? 200 : 401]);
      if (access.startsWith('viewer') || access === 'public') continue;
      expect([key, (await api.call(method, path, { as: 'viewer' })).status]).toEqual([key, 403]);
    }
    expect((await post('/predict', { image_data: '%%%' })).status).toBe(400);
    expect((await post('/predict', {})).json.code).toBe('invalid-request');
  });
});

it('finds nothing at its addresses unless they are switched on', async () => {
  const without = await startTestApi();
  try {
    for (const key of Object.keys(EARLIER_PERMISSIONS)) {
      const [method = '', path = ''] = key.split(' ');
      expect((await without.call(method, path, { as: 'admin' })).status).toBe(404);
    }
  } finally {
    await without.close();
  }
});
