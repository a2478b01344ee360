import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundDimension } from './round-dimension.ts';
import { formatStep, roundToStep, tieRules } from './round-to-step.ts';

describe('roundToStep', () => {
  it.each([
    [0.3, 0.1, 0.3],
    [0.34999, 0.1, 0.3],
    [1.0127, 0.025, 1.025],
    [37, 25, 25],
    [-7.4, 5, -5],
    [0.2071, 0.001, 0.207],
  ])('takes %s in steps of %s to %s, without a trail of decimals', (value, step, expected) => {
    expect(roundToStep(value, step)).toBe(expected);
  });

  it('is at most half a step away and keeps what is on the grid, for every tie rule', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.constantFrom(0.001, 0.02, 0.025, 0.1, 0.5, 1, 2.5, 5, 10),
        fc.constantFrom(...tieRules),
        (value, step, ties) => {
          const rounded = roundToStep(value, step, ties);
          expect(Math.abs(rounded - value)).toBeLessThanOrEqual(step / 2 + 1e-9 * step + 1e-12);
          expect(roundToStep(rounded, step, ties)).toBe(rounded);
        },
      ),
    );
  });

  it('refuses what is no number or no step', () => {
    expect(() => roundToStep(Number.POSITIVE_INFINITY, 1)).toThrow(/value must be a finite number/);
    expect(() => roundToStep(3, -0.5)).toThrow(/step must be a positive number, got -0.5/);
  });
});

describe('roundDimension', () => {
  it('reads inches to 0.02 and follows the tie rule', () => {
    expect([0.131, 0.129, 0.315].map((inches) => roundDimension(inches, 'in'))).toEqual([0.14, 0.12, 0.32]);
    expect([roundDimension(3.25, 'mm', 'down'), roundDimension(3.25, 'mm', 'even')]).toEqual([3, 3]);
    expect(() => roundDimension(-0.1)).toThrow(/dimension must be from 0 to 100 mm, got -0.1/);
  });
});

describe('formatStep', () => {
  it('shows the decimals of the step', () => {
    expect([formatStep(0.9, 0.025), formatStep(35, 1), formatStep(2, 0.5)]).toEqual(['0.900', '35', '2.0']);
  });
});
