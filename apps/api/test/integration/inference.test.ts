import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { jpegOf } from './support/test-pictures.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const infer = (
  json: unknown,
  path = '/v2/models/percent-shear/infer',
  as: 'technician' | 'viewer' = 'technician',
) => api.call('POST', path, { as, json });
const imageInput = (...data: string[]) => ({ name: 'image', shape: [data.length], datatype: 'BYTES', data });

describe('a server without a model', () => {
  it('is alive, but not ready', async () => {
    expect((await api.call('GET', '/v2/health/live')).json).toEqual({ live: true });
    const ready = await api.call('GET', '/v2/health/ready');
    expect(ready.status).toBe(503);
    expect(Object.keys(ready.json)).toEqual(['error']);
    expect(ready.headers.get('retry-after')).not.toBeNull();
    expect((await api.call('GET', '/v2/models/percent-shear/ready', { as: 'viewer' })).status).toBe(503);
    await api.installModel('1.0.0');
  });
});

// The requests and answers have the form of the protocol's own examples (rest_predict_v2.yaml, required_api.md).
describe('the Open Inference Protocol', () => {
  it('describes the server and the model', async () => {
    expect((await api.call('GET', '/v2/health/ready')).json).toEqual({ ready: true });
    const server = await api.call('GET', '/v2');
    expect(Object.keys(server.json)).toEqual(['name', 'version', 'extensions']);
    for (const path of ['/v2/models/percent-shear', '/v2/models/percent-shear/versions/1.0.0']) {
      const model = await api.call('GET', path, { as: 'viewer' });
      expect(model.json).toMatchObject({ name: 'percent-shear', versions: ['1.0.0'], platform: 'mlmcsc' });
      expect(model.json.inputs[0]).toEqual({ name: 'image', datatype: 'BYTES', shape: [-1] });
      expect(model.json.outputs[0]).toEqual({ name: 'shear_percent', datatype: 'FP64', shape: [-1] });
      const ready = await api.call('GET', `${path}/ready`, { as: 'viewer' });
      expect(ready.json).toEqual({ name: 'percent-shear', ready: true });
    }
  });

  it('measures pictures as the other routes do', async () => {
    const [face, dark] = [await jpegOf('face', 41), await jpegOf('no face', 42)];
    const answer = await infer({
      id: '42',
      parameters: { priority: 1 },
      inputs: [
        { ...imageInput(base64(face), base64(dark)), parameters: { content_type: 'base64' } },
        { name: 'specimen', shape: [2, 1], datatype: 'BYTES', data: ['H1-01', 'H1-02'] },
        { name: 'px_per_mm', shape: [2], datatype: 'FP32', data: [20, 21] },
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ model_name: 'percent-shear', model_version: '1.0.0', id: '42' });
    const output = (name: string) =>
      answer.json.outputs.find((one: { name: string }) => one.name === name) as {
        shape: number[];
        datatype: string;
        data: unknown[];
      };
    expect(output('status')).toMatchObject({ datatype: 'BYTES', shape: [2], data: ['ok', 'no-face'] });
    expect(output('shear_percent').data[1]).toBeNull();
    expect(output('reason').data[1]).toContain('No fracture face');
    const id = String(output('analysis_id').data[0]);
    const analysis = await api.call('GET', `/api/v1/analyses/${id}`, { as: 'viewer' });
    expect(output('shear_percent').data[0]).toBe(analysis.json.shear_percent);
    expect(output('lower').data[0]).toBe(analysis.json.lower);
    expect(analysis.json).toMatchObject({ px_per_mm: 20, analysed_by: 'technician' });
    const image = await api.call('GET', `/api/v1/images/${analysis.json.image_id}`, { as: 'viewer' });
    expect(image.json.specimen).toBe('H1-01');
  });

  it('gives the outputs that are asked for, in that order, from what is stored when it knows the picture', async () => {
    const before = api.measurer.measured;
    const json = {
      inputs: [imageInput(base64(await jpegOf('face', 41)))],
      outputs: [{ name: 'model_version' }, { name: 'upper' }],
    };
    const answer = await infer(json, '/v2/models/percent-shear/versions/1.0.0/infer');
    expect(answer.json.outputs.map(({ name }: { name: string }) => name)).toEqual(['model_version', 'upper']);
    expect(answer.json).not.toHaveProperty('id');
    expect(api.measurer.measured).toBe(before);
  });

  const good = () => imageInput('aGVsbG8=');
  it.each<[string, () => unknown, number]>([
    ['nothing', () => ({}), 400],
    ['no image', () => ({ inputs: [{ name: 'width_mm', shape: [1], datatype: 'FP64', data: [10] }] }), 400],
    ['an unknown input', () => ({ inputs: [{ ...good(), name: 'picture' }] }), 400],
    ['a shape that does not fit', () => ({ inputs: [{ ...good(), shape: [2] }] }), 400],
    ['another datatype', () => ({ inputs: [{ ...good(), datatype: 'FP32' }] }), 400],
    ['no base64', () => ({ inputs: [imageInput('not base64!')] }), 400],
    ['no picture', () => ({ inputs: [good()] }), 422],
    ['an unknown output', () => ({ inputs: [good()], outputs: [{ name: 'mood' }] }), 400],
    ['the same input twice', () => ({ inputs: [good(), good()] }), 400],
  ])('answers %s with an error of its form', async (_what, json, status) => {
    const answer = await infer(json());
    expect([answer.status, Object.keys(answer.json)]).toEqual([status, ['error']]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('answers unknown models and versions, broken bodies and missing rights with an error of its form', async () => {
    const answers = [
      [404, await api.call('GET', '/v2/models/other', { as: 'viewer' })],
      [404, await api.call('GET', '/v2/models/percent-shear/versions/9', { as: 'viewer' })],
      [404, await infer({ inputs: [good()] }, '/v2/models/other/infer')],
      [403, await infer({ inputs: [good()] }, undefined, 'viewer')],
      [401, await api.call('POST', '/v2/models/percent-shear/infer', { json: { inputs: [good()] } })],
      [
        400,
        await api.call('POST', '/v2/models/percent-shear/infer', {
          as: 'technician',
          headers: { 'content-type': 'application/json' },
          body: '{"inputs":',
        }),
      ],
      [413, await infer({ inputs: [imageInput('A'.repeat(12 * 1024 * 1024))] })],
    ] as const;
    for (const [status, answer] of answers) {
      expect([answer.status, Object.keys(answer.json)]).toEqual([status, ['error']]);
    }
  });
});
