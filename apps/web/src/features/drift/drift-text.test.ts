import type { DriftChart } from '@mlmcsc/contracts';
import { describe, expect, it } from 'vitest';
import { chartReach, describeChart, figure, referenceText } from './drift-text.ts';

const point = (plotted: number) => ({
  ...{
    at: '2026-11-23T08:00:00.000Z',
    analysis_id: '0192f0a0-4c1e-7a3b-9d52-000000000001',
    value: 0.5,
    plotted,
  },
});
const chart: DriftChart = {
  ...{
    signal: 'median-luminance',
    name: 'Exposure',
    kind: 'input',
    unit: '',
    decimals: 2,
    state: 'drifting',
  },
  ...{ summary: 'Pictures are darker.', usual: 0.54, seen: 0.43, statistic: -1.2, limit: 0.9 },
  ...{
    reference_points: 300,
    watched_points: 3,
    stability: null,
    points: [point(0.2), point(-0.95), point(-1.2)],
  },
};

describe('a control chart', () => {
  it('reaches as far as its limit or its farthest point', () => {
    expect(chartReach(chart)).toBeCloseTo(1.38, 12);
    expect(chartReach({ limit: 2, points: [point(0.1)] })).toBeCloseTo(2.3, 12);
    expect(chartReach({ limit: null, points: [] })).toBe(1);
  });

  it('is told in words', () => {
    expect(describeChart(chart)).toBe('Control chart of 3 points, 2 beyond the limits. Pictures are darker.');
    expect(describeChart({ ...chart, points: [point(0)] })).toContain('1 point, none beyond');
    expect(describeChart({ ...chart, points: [] })).toContain('no points yet');
  });
});

it('says how far a reference is', () => {
  const reference = {
    ...{ id: 'r', begins_at: '', reason: 'New lamp.', set_by: 'eve', set_at: '', evaluated_at: null },
    ...{ pictures: 1, points: 1, is_complete: false, watched_pictures: 0, canary_pictures: 0 },
  };
  expect(referenceText(null)).toContain('No reference yet');
  expect(referenceText(reference)).toBe(
    'Being taken: 1 picture of at least 300, which make 1 point of at least 100.',
  );
  expect(
    referenceText({ ...reference, pictures: 310, points: 104, is_complete: true, watched_pictures: 7 }),
  ).toBe('310 pictures that make 104 points; 7 pictures since.');
  expect(referenceText({ ...reference, pictures: 2, canary_pictures: 1 })).toContain(
    'at least 100. 1 picture answered by a challenger on trial: not in the charts of answers',
  );
});

it('prints a value with its unit', () => {
  expect(figure({ unit: 'px/mm', decimals: 1 }, 41.26)).toBe('41.3 px/mm');
  expect(figure({ unit: '', decimals: 2 }, 0.5)).toBe('0.50');
  expect(figure({ unit: '', decimals: 2 }, null)).toBe('–');
});
