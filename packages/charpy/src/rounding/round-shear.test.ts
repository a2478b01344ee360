import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartClassDistance, chartClassOf } from '../chart/chart-class.ts';
import { shearBandOf } from '../shear/shear-bands.ts';
import { formatShear, roundingProfiles, roundShear } from './round-shear.ts';

describe('roundShear', () => {
  it.each([
    [61.2, 61.2, 61, 60, 60],
    [63.7, 63.7, 64, 65, 60],
    [97.46, 97.5, 97, 95, 100],
    [0.04, 0, 0, 0, 0],
    [100, 100, 100, 100, 100],
  ])('prints %s as %s, %s, %s and %s', (value, tenth, one, five, ten) => {
    expect(roundShear(value, roundingProfiles.tenth)).toBe(tenth);
    expect(roundShear(value, roundingProfiles.one)).toBe(one);
    expect(roundShear(value, roundingProfiles.five)).toBe(five);
    expect(roundShear(value, roundingProfiles.ten)).toBe(ten);
  });

  it.each([
    [62.5, 65, 60, 60],
    [37.5, 40, 35, 40],
    [97.5, 100, 95, 100],
  ])('sends the tie %s up to %s, down to %s or even to %s', (value, up, down, even) => {
    expect(roundShear(value, { name: 'x', stepPercent: 5, ties: 'up' })).toBe(up);
    expect(roundShear(value, { name: 'x', stepPercent: 5, ties: 'down' })).toBe(down);
    expect(roundShear(value, { name: 'x', stepPercent: 5, ties: 'even' })).toBe(even);
  });

  it('sees a tie through rounding errors of the formula', () => {
    expect(roundShear(62.5 + 1e-13, { name: 'x', stepPercent: 5, ties: 'down' })).toBe(60);
    expect(roundShear(62.5 - 1e-13, { name: 'x', stepPercent: 5, ties: 'up' })).toBe(65);
  });

  it('is at most half a step away, inside 0–100, and rounding twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.constantFrom(...Object.values(roundingProfiles)),
        (value, profile) => {
          const rounded = roundShear(value, profile);
          expect(Math.abs(rounded - value)).toBeLessThanOrEqual(profile.stepPercent / 2 + 1e-9);
          expect(rounded).toBeGreaterThanOrEqual(0);
          expect(rounded).toBeLessThanOrEqual(100);
          expect(roundShear(rounded, profile)).toBe(rounded);
        },
      ),
    );
  });

  it('refuses values and steps that make no sense', () => {
    expect(() => roundShear(100.1, roundingProfiles.one)).toThrow(/0 to 100/);
    expect(() => roundShear(50, { name: 'x', stepPercent: 3, ties: 'up' })).toThrow(/divide 100/);
    expect(() => roundShear(50, { name: 'x', stepPercent: 0, ties: 'up' })).toThrow(/divide 100/);
  });

  it('prints the decimals of the step', () => {
    expect(formatShear(62.04, roundingProfiles.tenth)).toBe('62.0');
    expect(formatShear(62.04, roundingProfiles.five)).toBe('60');
  });
});

describe('chartClassOf', () => {
  it('picks the nearest drawing', () => {
    expect([0, 4.9, 5, 15, 44, 96].map((value) => chartClassOf(value))).toEqual([0, 0, 0, 20, 40, 100]);
    expect(chartClassOf(45, 'up')).toBe(50);
    expect(chartClassDistance(44, 67)).toBe(3);
  });
});

describe('shearBandOf', () => {
  it('gives the edges to the middle band', () => {
    expect([0, 19.99, 20, 50, 80, 80.01, 100].map(shearBandOf)).toEqual([
      '0-20',
      '0-20',
      '20-80',
      '20-80',
      '20-80',
      '80-100',
      '80-100',
    ]);
    expect(() => shearBandOf(-1)).toThrow(RangeError);
  });
});
