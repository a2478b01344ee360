import { describe, expect, it } from 'vitest';
import { cusumLimitFor, cusumRunLength, ewmaLimitFor, ewmaRunLength } from './run-length.ts';

const within = (value: number, printed: number, share: number): void =>
  expect(Math.abs(value / printed - 1), `${value} against ${printed}`).toBeLessThan(share);

describe('ewmaRunLength', () => {
  // Lucas & Saccucci 1990, as in Montgomery (below), table 9.11: λ, L, shift, average run length.
  it.each([
    [0.4, 3.054, 0, 500],
    [0.4, 3.054, 1, 14.3],
    [0.25, 2.998, 0, 500],
    [0.25, 2.998, 1, 11.1],
    [0.1, 2.814, 0, 500],
    [0.1, 2.814, 0.5, 31.3],
    [0.1, 2.814, 1, 10.3],
    [0.05, 2.615, 0, 500],
    [0.05, 2.615, 1, 11.4],
  ])('reproduces λ %d, L %d, shift %d: %d', (weight, limit, shift, printed) => {
    within(ewmaRunLength(weight, limit, shift), printed, 0.02);
  });

  it('is turned round by ewmaLimitFor', () => {
    within(ewmaLimitFor(0.1, 500), 2.814, 0.002);
    within(ewmaRunLength(0.1, ewmaLimitFor(0.1, 12_000)), 12_000, 0.001);
  });
});

describe('cusumRunLength', () => {
  // Montgomery, Introduction to Statistical Quality Control, 6th ed. (2009), table 9.3: k = 1/2, h 4 and 5.
  it.each([
    [4, 0, 168],
    [4, 0.5, 26.6],
    [4, 1, 8.38],
    [4, 2, 3.34],
    [5, 0, 465],
    [5, 0.5, 38.0],
    [5, 1, 10.4],
    [5, 2, 4.01],
  ])('reproduces h %d, shift %d: %d', (limit, shift, printed) => {
    within(cusumRunLength(0.5, limit, shift), printed, 0.02);
  });

  it('is turned round by cusumLimitFor', () => {
    // Hawkins 1993, as in Montgomery, table 9.4: k 0.5, h 4.77 for 370.
    within(cusumLimitFor(0.5, 370), 4.77, 0.005);
  });

  it('refuses run lengths that no chart is made for', () => {
    expect(() => ewmaLimitFor(0.1, 10)).toThrow('averageRunLength must be from 20 to 100000');
    expect(() => cusumLimitFor(0.5, Number.NaN)).toThrow('averageRunLength');
  });
});
