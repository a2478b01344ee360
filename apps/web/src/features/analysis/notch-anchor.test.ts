import { describe, expect, it } from 'vitest';
import { notchAnchor } from './notch-anchor.ts';
import { scaleBar } from './scale-bar.ts';

const slanted = [
  [100, 50],
  [500, 90],
  [480, 400],
  [110, 380],
];

describe('notchAnchor', () => {
  it('lies on the edge of the named side', () => {
    const top = notchAnchor(slanted, 'top');
    expect(top?.point.x).toBe(300);
    expect(top?.point.y).toBeCloseTo(70, 9);
    expect(top?.direction).toEqual({ x: 0, y: -1 });
    const left = notchAnchor(slanted, 'left');
    expect(left?.point.y).toBe(225);
    expect(left?.point.x).toBeCloseTo(100 + (10 * (225 - 50)) / 330, 9);
    expect(notchAnchor(slanted, 'right')?.point.x).toBeGreaterThan(480);
    expect(notchAnchor(slanted, 'bottom')?.point.y).toBeGreaterThan(380);
  });

  it('has no answer without an outline', () => {
    expect(notchAnchor([], 'top')).toBeNull();
    expect(
      notchAnchor(
        [
          [0, 0],
          [1, 1],
        ],
        'top',
      ),
    ).toBeNull();
  });
});

describe('scaleBar', () => {
  it('takes the longest round length that fits', () => {
    expect(scaleBar(40, 120)).toEqual({ millimetres: 2, lengthPx: 80 });
    expect(scaleBar(4.2, 120)).toEqual({ millimetres: 20, lengthPx: 84 });
    expect(scaleBar(900, 120)).toEqual({ millimetres: 0.1, lengthPx: 90 });
  });

  it('has none without a scale', () => {
    expect(scaleBar(0, 120)).toBeNull();
    expect(scaleBar(Number.NaN, 120)).toBeNull();
  });
});
