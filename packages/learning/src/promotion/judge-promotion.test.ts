import { describe, expect, it } from 'vitest';
import { defaultPromotionRules, judgePromotion } from './judge-promotion.ts';
import type { PromotionCase } from './promotion-case.ts';
import { pairAnswers } from './promotion-cases.ts';

/** n specimens from 2 to 98 %, errors alternating in sign about a bias. */
function cases(
  count: number,
  champion: { bias?: number; error: number; reach?: number },
  candidate: { bias?: number; error: number; reach?: number },
): PromotionCase[] {
  return Array.from({ length: count }, (_, i) => {
    const truth = 30 + (40 * i) / (count - 1);
    const answer = ({ bias = 0, error, reach = 20 }: { bias?: number; error: number; reach?: number }) => {
      const mean = truth + bias + (i % 2 === 0 ? error : -error);
      return { mean, lower: mean - reach, upper: mean + reach };
    };
    return { truth, champion: answer(champion), candidate: answer(candidate) };
  });
}

function judge(gold: PromotionCase[], prequentialWindow: PromotionCase[] = []) {
  return judgePromotion({ championVersion: 'v1', candidateVersion: 'v2', gold, prequentialWindow });
}

describe('judgePromotion', () => {
  it('promotes a better candidate and says so', () => {
    const verdict = judge(cases(40, { error: 4 }, { error: 3 }), cases(30, { error: 5 }, { error: 3 }));
    expect(verdict.promote).toBe(true);
    expect(verdict.reasons[0]).toBe('v2 may replace v1.');
    expect(verdict.reasons).toContainEqual(
      'On the gold set (40 specimens) the mean error goes from 4.00 to 3.00 points.',
    );
    expect(verdict.figures.gold.champion.meanAbsoluteError).toBeCloseTo(4, 9);
    expect(verdict.figures.prequentialWindow.candidate.meanAbsoluteError).toBeCloseTo(3, 9);
  });

  it('allows 0.2 points and no more', () => {
    expect(judge(cases(40, { error: 4 }, { error: 4.19 })).promote).toBe(true);
    const verdict = judge(cases(40, { error: 4 }, { error: 4.21 }));
    expect(verdict.promote).toBe(false);
    expect(verdict.reasons[0]).toMatch(
      /gold set .* 4\.00 to 4\.21 points, worse by more than the 0\.2 allowed/,
    );
  });

  it('is stopped by the recent labels alone', () => {
    const verdict = judge(cases(40, { error: 4 }, { error: 2 }), cases(40, { error: 2 }, { error: 4 }));
    expect(verdict.promote).toBe(false);
    expect(verdict.reasons[0]).toMatch(/recent labels/);
  });

  it('is stopped by a bias in one band though the mean error is better', () => {
    const verdict = judge(cases(40, { error: 4 }, { error: 0.5, bias: 1.6 }));
    expect(verdict.promote).toBe(false);
    expect(verdict.reasons[0]).toMatch(
      /band 20-80 % .*bias goes from \+0\.00 to \+1\.60 points, worse by more/,
    );
    expect(judge(cases(40, { error: 4 }, { error: 0.5, bias: -1.4 })).promote).toBe(true);
  });

  it('is stopped by intervals that hold less than before and than wanted', () => {
    const tight = judge(cases(40, { error: 4 }, { error: 4, reach: 3 }));
    expect(tight.promote).toBe(false);
    expect(tight.reasons[0]).toMatch(/intervals hold 100\.00 % before and 0\.00 % after, lower/);
  });

  it('lets intervals that held too much come down to the wanted level', () => {
    const gold = cases(40, { error: 4 }, { error: 4 }).map((one, i) =>
      i < 4 ? { ...one, candidate: { ...one.candidate, lower: one.truth + 1, upper: one.truth + 2 } } : one,
    );
    expect(judge(gold).promote).toBe(true);
  });

  it('keeps the champion when there is too little to judge by', () => {
    const verdict = judge(cases(9, { error: 9 }, { error: 1 }), cases(5, { error: 9 }, { error: 1 }));
    expect(verdict.promote).toBe(false);
    expect(verdict.reasons[0]).toMatch(/Too little evidence.*10 specimens.*v1 stays/);
    expect(judge([]).promote).toBe(false);
  });

  it('judges one set when the other is too small, and says that it was not judged', () => {
    const verdict = judge(cases(12, { error: 3 }, { error: 2 }), cases(3, { error: 1 }, { error: 9 }));
    expect(verdict.promote).toBe(true);
    expect(verdict.reasons).toContainEqual(
      expect.stringMatching(/recent labels has 3 specimens.*not judged/),
    );
    expect(verdict.reasons).toContainEqual(
      expect.stringMatching(/Bias in band 0-20 % .* not judged: 0 specimens/),
    );
    expect(verdict.reasons).toContainEqual(
      expect.stringMatching(/coverage on the gold set is not judged: 12/),
    );
  });

  it('is stopped when the candidate refuses what the champion answers', () => {
    const gold = cases(40, { error: 4 }, { error: 1 }).map((one, i) =>
      i < 2 ? { ...one, candidate: { mean: null } } : one,
    );
    const verdict = judge(gold);
    expect(verdict.promote).toBe(false);
    expect(verdict.reasons[0]).toMatch(/refuses 2 specimens/);
  });

  it('follows other rules', () => {
    const strict = { ...defaultPromotionRules, maximumErrorIncrease: 0 };
    const evidence = {
      championVersion: 'a',
      candidateVersion: 'b',
      gold: cases(40, { error: 4 }, { error: 4.1 }),
      prequentialWindow: [],
    };
    expect(judgePromotion(evidence, strict).promote).toBe(false);
  });
});

describe('pairAnswers', () => {
  it('refuses lists about different specimens', () => {
    expect(() => pairAnswers([{ truth: 1, mean: 1 }], [])).toThrow(/1 specimens, candidate 0/);
    expect(() => pairAnswers([{ truth: 1, mean: 1 }], [{ truth: 2, mean: 1 }])).toThrow(/label 1 .* 2/);
  });
});
