import { describe, expect, test } from 'vitest';
import { comparePairedAnswers } from './compare-paired-answers.ts';
import type { PairedAnswer } from './paired-comparison.ts';

const answer = (
  specimen: string,
  champion: number,
  challenger: number,
  label: number | null = null,
): PairedAnswer => ({ specimen, champion, challenger, label });

/** Two pictures of A; three specimens with a label. */
const small = [
  answer('A', 40, 44, 50),
  answer('A', 42, 48),
  answer('B', 10, 9, 12),
  answer('C', 90, 93, 88),
  answer('D', 50, 52),
];

describe('two models on the same pictures', () => {
  test('a specimen counts once: the interval is that of four means', () => {
    const { overall } = comparePairedAnswers(small);
    expect([overall.pictures, overall.specimens]).toEqual([5, 4]);
    // Means 5, −1, 3, 2: mean 2.25, s = 2.5; t(0.975; 3) = 3.18245, s/√4 = 1.25.
    expect(overall.difference!.value).toBeCloseTo(2.25, 12);
    expect(overall.difference!.lower).toBeCloseTo(-1.7280578816, 9);
    expect(overall.difference!.upper).toBeCloseTo(6.2280578816, 9);
    expect(overall.withinFivePercent).toBe(80);
  });

  test('limits of agreement hold for single pictures: variances between and within specimens add up', () => {
    // Mean squares: between 24.8/3, within 2/1; m = (25 − 7)/15 = 1.2; variance 5.2222 + 2.
    const { limits } = comparePairedAnswers(small).overall;
    expect(limits!.lower).toBeCloseTo(-3.0173417289, 9);
    expect(limits!.upper).toBeCloseTo(7.5173417289, 9);
  });

  test('with one picture a specimen the limits are the usual ones', () => {
    const { overall } = comparePairedAnswers([answer('A', 40, 44), answer('B', 10, 9), answer('C', 90, 96)]);
    // Differences 4, −1, 6: mean 3, s = √13.
    expect(overall.limits!.upper).toBeCloseTo(3 + 1.96 * Math.sqrt(13), 12);
    expect(overall.limits!.lower).toBeCloseTo(3 - 1.96 * Math.sqrt(13), 12);
  });

  test('errors are compared on labelled pictures only', () => {
    const { labelled } = comparePairedAnswers(small).overall;
    expect([labelled.pictures, labelled.specimens]).toEqual([3, 3]);
    expect(labelled.championError).toBeCloseTo((10 + 2 + 2) / 3, 12);
    expect(labelled.challengerError).toBeCloseTo((6 + 3 + 5) / 3, 12);
    // −4, 1, 3: mean 0, s = √13; t(0.975; 2) = 4.30265.
    expect(labelled.errorDifference!.value).toBeCloseTo(0, 12);
    expect(labelled.errorDifference!.lower).toBeCloseTo(-8.9566858954, 9);
    expect(labelled.errorDifference!.upper).toBeCloseTo(8.9566858954, 9);
  });

  test('a band is that of the label; without one, of the mean of both', () => {
    const { bands } = comparePairedAnswers([
      answer('A', 18, 19, 25),
      answer('B', 18, 21.9),
      answer('C', 18, 22.1),
      answer('D', 85, 79),
    ]);
    expect([bands['0-20'].pictures, bands['20-80'].pictures, bands['80-100'].pictures]).toEqual([1, 2, 1]);
    expect(bands['0-20'].difference).toBeNull();
  });

  test('twenty pictures of two specimens still give no interval', () => {
    const many = Array.from({ length: 20 }, (_, i) => answer(i % 2 === 0 ? 'A' : 'B', 40, 41 + (i % 3), 42));
    const { overall, verdict } = comparePairedAnswers(many);
    expect([overall.difference, overall.limits, overall.labelled.errorDifference]).toEqual([
      null,
      null,
      null,
    ]);
    expect(verdict.code).toBe('too-few-specimens');
  });

  test('nothing answered is nothing, not zero', () => {
    const { overall, verdict } = comparePairedAnswers([]);
    expect(overall).toMatchObject({ pictures: 0, difference: null, withinFivePercent: null });
    expect([verdict.code, overall.labelled.championError]).toEqual(['too-few-specimens', null]);
  });
});

describe('the verdict', () => {
  const labelled = (challengerErrors: readonly number[], championError = 5) =>
    comparePairedAnswers(
      challengerErrors.map((error, i) => answer(`S${i}`, 40 + championError, 40 + error, 40)),
    ).verdict;

  test('names the closer one only where the interval leaves zero out', () => {
    expect(labelled([1, 2, 1, 2])).toEqual({
      code: 'challenger-closer',
      text: "On 4 labelled specimens the challenger's error is 3.50 points smaller on average (95 % interval −4.42 to −2.58): it is closer to these labels than the champion.",
    });
    expect(labelled([9, 8, 9, 8]).code).toBe('champion-closer');
    expect(labelled([1, 9, 2, 8])).toMatchObject({
      code: 'undecided',
      text: expect.stringContaining('does not show which model is closer'),
    });
  });

  test('equal errors decide nothing', () => {
    expect(labelled([5, 5, 5]).code).toBe('undecided');
  });

  test('without labels it says how far the models are known, and no more', () => {
    const { verdict } = comparePairedAnswers([
      answer('A', 40, 44),
      answer('B', 10, 9),
      answer('C', 90, 96, 95),
    ]);
    expect(verdict).toMatchObject({ code: 'too-few-labels', text: expect.stringContaining('1 of the 3') });
  });
});
