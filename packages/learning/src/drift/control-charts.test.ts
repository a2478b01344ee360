import { describe, expect, it } from 'vitest';
import { cusumChart, episodes, ewmaChart } from './control-charts.ts';

describe('ewmaChart', () => {
  it('moves by its weight towards every score', () => {
    expect(ewmaChart([4, 0, -2], 0.25, 1.5)).toEqual({ track: [1, 0.75, 0.0625], limit: 1.5 });
  });
});

describe('cusumChart', () => {
  it('adds up what exceeds the slack, upwards and downwards', () => {
    const { track } = cusumChart([1, 2, -0.5, -3, -3], 0.5, 4);
    expect(track).toEqual([0.5, 2, 1, -2.5, -5]);
  });
});

describe('episodes', () => {
  it('begin beyond the limit on either side and end below half of it', () => {
    const track = [1, 5, 3, 5, 1.9, -5, -3];
    expect(episodes({ track, limit: 4 })).toEqual({ begins: [1, 5], isOut: true });
    expect(episodes({ track: [...track, -1], limit: 4 })).toEqual({ begins: [1, 5], isOut: false });
    expect(episodes({ track: [], limit: 4 })).toEqual({ begins: [], isOut: false });
  });
});
