import type { Analysis } from '@mlmcsc/contracts';
import { describe, expect, it } from 'vitest';
import {
  agreesWithPrediction,
  clampPercent,
  isReadable,
  parsePercent,
  percentText,
  stepPercent,
} from './label-value.ts';

it('takes readings of measured and of undecided faces, not of pictures that are unfit', () => {
  const refused = (status: Analysis['status'], ...codes: string[]) =>
    isReadable({
      status,
      shear_percent: null,
      flags: codes.map((code) => ({ code, severity: 'refuse', detail: '' })),
    } as unknown as Analysis);
  expect(isReadable({ status: 'ok', shear_percent: 0, flags: [] } as unknown as Analysis)).toBe(true);
  expect(refused('poor', 'undecided-map')).toBe(true);
  expect(refused('poor', 'undecided-map', 'blurred')).toBe(false);
  expect(refused('poor')).toBe(false);
  expect(refused('no-face')).toBe(false);
});

describe('stepping', () => {
  it('moves by the step from a mark', () => {
    expect(stepPercent(64, 1)).toBe(65);
    expect(stepPercent(64.5, -5)).toBe(59.5);
    expect(stepPercent(40, 0.5)).toBe(40.5);
  });

  it('goes to a whole number first when the prediction lies between marks', () => {
    expect(stepPercent(63.42, 1)).toBe(64);
    expect(stepPercent(63.42, -1)).toBe(63);
    expect(stepPercent(63.42, 5)).toBe(68);
    expect(stepPercent(63.42, -10)).toBe(54);
    expect(stepPercent(63.42, 0.5)).toBe(63.5);
  });

  it('stays on the scale', () => {
    expect(stepPercent(97, 5)).toBe(100);
    expect(stepPercent(0.4, -1)).toBe(0);
    expect(clampPercent(-3)).toBe(0);
    expect(clampPercent(101)).toBe(100);
  });

  it('starts in the middle when nothing is set', () => {
    expect(stepPercent(null, 1)).toBe(50);
  });
});

describe('typing', () => {
  it.each([
    ['72', 72],
    [' 72,5 ', 72.5],
    ['72.5 %', 72.5],
    ['0', 0],
    ['100', 100],
    ['.5', 0.5],
  ])('reads %j as %d', (text, value) => {
    expect(parsePercent(text)).toBe(value);
  });

  it.each(['', 'abc', '101', '-1', '1e2', '5 5', '100.1'])('rejects %j', (text) => {
    expect(parsePercent(text)).toBeNull();
  });

  it('shows a value without noise', () => {
    expect(percentText(63.4217)).toBe('63.4');
    expect(percentText(70)).toBe('70');
    expect(percentText(null)).toBe('');
  });
});

describe('agreement', () => {
  it('ignores what lies under the tolerance', () => {
    expect(agreesWithPrediction(63.4, 63.4217)).toBe(true);
    expect(agreesWithPrediction(63.5, 63.4217)).toBe(false);
    expect(agreesWithPrediction(null, 63)).toBe(false);
    expect(agreesWithPrediction(63, null)).toBe(false);
  });
});
