import { describe, expect, it } from 'vitest';
import { lineChart, spreadApart, ticksUpTo } from './line-chart.ts';

const chart = {
  title: 'Error & labels',
  xTitle: 'labels',
  yTitle: 'error, points',
  xTicks: [0, 25, 100],
  lines: [
    {
      name: 'product',
      points: [
        { x: 0, y: 8 },
        { x: 25, y: 6 },
        { x: 100, y: 2 },
      ],
    },
    {
      name: 'baseline',
      points: [
        { x: 0, y: 10 },
        { x: 100, y: 4 },
      ],
    },
  ],
  levels: [{ name: 'chart', y: 2.5 }],
};

describe('lineChart', () => {
  it('puts points where the axes say: square roots across, from 0 upwards', () => {
    // 0 to 100 labels over 66–590 px: 25 lies half way. 0 to 10 points over 376–52 px.
    expect(lineChart(chart)).toContain('d="M66 116.8L328 181.6L590 311.2"');
  });

  it('names every line and level at its end, the axes with their units, on a ground of its own', () => {
    const svg = lineChart(chart);
    for (const name of ['product', 'baseline', 'chart', 'labels', 'error, points', 'Error &amp; labels']) {
      expect(svg).toContain(`>${name}</text>`);
    }
    expect(svg).toContain('fill="#ffffff"/>');
    expect(svg).not.toContain('NaN');
  });

  it('tells lines apart without colour', () => {
    const dashes = lineChart(chart).match(/stroke-width="2\.2"[^/]*\/>/g);
    expect(new Set(dashes).size).toBe(2);
  });

  it('draws nothing for a line without points and refuses more lines than it has styles', () => {
    const empty = { ...chart, lines: [{ name: 'nothing', points: [] }], levels: [] };
    expect(lineChart(empty)).not.toContain('nothing');
    const many = { ...chart, lines: Array.from({ length: 5 }, () => chart.lines[0]) };
    expect(() => lineChart(many)).toThrow(/at most 4 lines, got 5/);
  });
});

describe('ticksUpTo', () => {
  it('marks round numbers up to and beyond the largest value', () => {
    expect(ticksUpTo(8.2)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(ticksUpTo(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticksUpTo(100)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticksUpTo(0)).toEqual([0, 1]);
  });
});

describe('spreadApart', () => {
  it('moves neighbours apart and keeps their order and the frame', () => {
    expect(spreadApart([50, 10, 52], 10, 0, 100)).toEqual([50, 10, 60]);
    expect(spreadApart([98, 97], 10, 0, 100)).toEqual([100, 90]);
  });
});
