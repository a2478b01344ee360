import { describe, expect, it } from 'vitest';
import { describeCurve, errorTicks, labelTicks } from './curve-scale.ts';

describe('axes', () => {
  it('ends the error axis on a round number above the largest error', () => {
    expect(errorTicks(18.3)).toEqual({ max: 20, ticks: [0, 5, 10, 15, 20] });
    expect(errorTicks(0.4)).toEqual({ max: 5, ticks: [0, 1, 2, 3, 4, 5] });
    expect(errorTicks(97).max).toBe(100);
  });

  it('spaces label numbers evenly', () => {
    expect(labelTicks(1, 250)).toEqual([50, 100, 150, 200, 250]);
    expect(labelTicks(1, 4)).toEqual([1, 2, 3, 4]);
    expect(labelTicks(7, 7)).toEqual([7]);
  });
});

describe('the sentence under the curve', () => {
  it('names where the error began and where it stands', () => {
    const curve = Array.from({ length: 40 }, (_, index) => ({
      label_number: index + 1,
      absolute_error: 9,
      mean_error_last_20: 12 - index * 0.2,
    }));
    const text = describeCurve(curve);
    expect(text).toContain('readings 1 to 40');
    expect(text).toContain('4.2 points');
    expect(text).toContain('8.2 at reading 20');
  });

  it('says so when there is none', () => {
    expect(describeCurve([])).toBe('No reading has been scored yet.');
  });
});
