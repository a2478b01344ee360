import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const temperatures = [-100, -80, -60, -60, -40, -40, -20, -20, 0, 20, 40, 60];
/** 95 + 85·tanh((T + 30)/32) and a little scatter, J. */
const energyAt = (celsius: number, index: number) =>
  95 + 85 * Math.tanh((celsius + 30) / 32) + [1.5, -2, 0.5, 2.5, -1][index % 5]!;

async function newSeries(name: string, change: (index: number) => object = () => ({})): Promise<string> {
  const series = await api.call('POST', '/api/v1/series', {
    ...{ as: 'technician', json: { name, standard: 'ISO 148-1' } },
  });
  for (const [index, celsius] of temperatures.entries()) {
    const answer = await api.call('POST', '/api/v1/specimens', {
      as: 'technician',
      json: {
        ...{ identifier: `${name}-${index + 1}`, series_id: series.json.id },
        temperature: { value: celsius, unit: 'degC' },
        energy: { value: energyAt(celsius, index), unit: 'J' },
        ...change(index),
      },
    });
    expect(answer.status).toBe(201);
  }
  return series.json.id;
}
const curveOf = (id: string, query = '') =>
  api.call('GET', `/api/v1/series/${id}/curve${query}`, { as: 'viewer' });

describe('the transition curve of a series', () => {
  it('comes with its temperatures, its band and the specimens that count', async () => {
    const id = await newSeries('C-1', (index) => (index === 4 ? { abnormality: 'jammed' } : {}));
    const { status, json } = await curveOf(id);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      series_id: id,
      property: 'energy',
      model: 'tanh',
      unit: 'J',
      refusal: null,
    });
    expect(json.points).toHaveLength(11);
    expect(json.left_out).toEqual([{ identifier: 'C-1-5', reason: 'abnormal' }]);
    // 95 + 85·tanh((T + 30)/32) = 41 J at −54.3 °C.
    const t41 = json.temperatures.find(({ name }: { name: string }) => name === 'T41J');
    expect(Math.abs(t41.temperature_celsius + 54.3)).toBeLessThan(2);
    expect(t41.lower_celsius).toBeLessThan(t41.temperature_celsius);
    expect(json.fit.upper_shelf.value).toBeGreaterThan(170);
    expect(json.fit.curve.length).toBeGreaterThan(50);
    const again = await curveOf(id);
    expect(again.json).toEqual(json);
    const held = await curveOf(id, '?model=burr&upper_shelf=180&confidence=0.9');
    expect(held.json).toMatchObject({
      model: 'burr',
      fit: { confidence: 0.9, upper_shelf: { value: 180, is_fixed: true } },
    });
  });

  it('is refused in words where the specimens give none, and what they say all the same is told', async () => {
    const id = await newSeries('C-2', () => ({ energy: { value: 250, unit: 'J' } }));
    const { status, json } = await curveOf(id);
    expect([status, json.fit]).toEqual([200, null]);
    expect(json.refusal.detail.length).toBeGreaterThan(20);
    expect(json.temperatures.map((one: { status: string }) => one.status)).toContain('below');
    const shear = await curveOf(id, '?property=shear');
    expect([shear.json.points, shear.json.refusal.reason]).toEqual([[], 'too-few-points']);
  });

  it('is of one width, and of values that can be', async () => {
    const id = await newSeries('C-3', (index) => (index === 0 ? { width_mm: 5 } : {}));
    expect(await curveOf(id)).toMatchObject({ status: 422, json: { code: 'series-widths-differ' } });
    const other = await newSeries('C-4');
    expect(await curveOf(other, '?property=lateral-expansion&upper_shelf=400')).toMatchObject({
      ...{ status: 422, json: { code: 'curve-unfit' } },
    });
    expect(await curveOf(other, '?model=spline')).toMatchObject({ status: 400 });
    expect(await curveOf('0192f0a0-1111-7000-8000-00000000dead')).toMatchObject({
      ...{ status: 404, json: { code: 'series-not-found' } },
    });
  });
});
