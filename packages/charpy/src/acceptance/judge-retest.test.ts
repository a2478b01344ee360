import { describe, expect, it } from 'vitest';
import type { JudgedValue } from './judge-acceptance.ts';
import { judgeRetest } from './judge-retest.ts';

const of = (name: string, ...values: readonly (number | null)[]): JudgedValue[] =>
  values.map((value, index) => ({ identifier: `${name}${index + 1}`, value, widthMm: 10 }));
/** Mean 27 J, each 19 J, one of three below the mean. */
const limits = { minimumMean: 27, minimumSingle: 19, mostBelowMean: 1 };
const failing = of('a', 18, 33, 34);

describe('a second chance by EN 10021', () => {
  const judge = (first: JudgedValue[], retested: JudgedValue[]) =>
    judgeRetest('en-10021', limits, first, retested);

  it('is not needed where the first three pass, due where a single value failed though the mean holds', () => {
    expect(judge(of('a', 30, 31, 26), []).state).toBe('not-needed');
    expect(judge(failing, [])).toEqual({ state: 'due', asked: 3, findings: [] });
    expect(judge(of('a', 30, null, 2), []).state).toBe('waiting');
  });

  it('passes six with their mean, two below it, one below the single minimum', () => {
    const verdict = judge(failing, of('b', 40, 26.5, 28));
    expect(verdict.state).toBe('passed');
    expect(
      verdict.findings.map(({ requirement, observed, limit }) => [requirement, observed, limit]),
    ).toEqual([
      ['mean-of-both', expect.closeTo(29.9167, 3), 27],
      ['below-mean-of-both', 2, 2],
      ['below-single-of-both', 1, 1],
    ]);
  });

  it.each([
    ['the mean of six', of('b', 27, 27, 19), 'mean-of-both'],
    ['a third one below the mean', of('b', 60, 26, 26), 'below-mean-of-both'],
    ['a second one below the single minimum', of('b', 60, 60, 18.9), 'below-single-of-both'],
  ])('fails by %s', (_, retested, requirement) => {
    const first = requirement === 'mean-of-both' ? of('a', 18, 27, 27) : failing;
    const { state, findings } = judge(first, retested);
    expect(state).toBe('failed');
    expect(findings.find((one) => one.requirement === requirement)?.passes).toBe(false);
  });

  it('waits for the third further specimen, whatever the first two say', () => {
    const some = judge(failing, of('b', 40, 40));
    expect(some.state).toBe('incomplete');
    expect(some.findings.every(({ passes }) => passes !== true)).toBe(true);
    expect(judge(failing, of('b', 40, 40, null)).state).toBe('incomplete');
  });
});

describe('a second chance by ASTM A370', () => {
  const judge = (first: JudgedValue[], retested: JudgedValue[]) =>
    judgeRetest('astm-a370', limits, first, retested);

  it('is there while the mean of the first three is at least the single minimum', () => {
    expect(judge(failing, []).state).toBe('due');
    expect(judge(of('a', 19, 19, 19), []).state).toBe('due');
    expect(judge(of('a', 18, 19, 19.9), []).state).toBe('not-allowed');
  });

  it('asks the required mean of each further specimen, and fails at the first that does not reach it', () => {
    expect(judge(failing, of('b', 27, 40, 28)).state).toBe('passed');
    expect(judge(failing, of('b', 40, 40, 26.9))).toMatchObject({
      state: 'failed',
      findings: [{ requirement: 'each', limit: 27, observed: 26.9, identifiers: ['b3'] }],
    });
    expect(judge(failing, of('b', 26.9)).state).toBe('failed');
    expect(judge(failing, of('b', 30)).state).toBe('incomplete');
  });
});

it('gives no second chance where no mean is asked, and scales with the width where the limits do', () => {
  const single = { minimumMean: null, minimumSingle: 19 };
  expect(judgeRetest('en-10021', single, failing, of('b', 40, 40, 40)).state).toBe('not-allowed');
  const narrow = of('a', 13, 25, 25.5).map((one) => ({ ...one, widthMm: 7.5 }));
  const again = of('b', 20.3, 20.4, 20.5).map((one) => ({ ...one, widthMm: 7.5 }));
  const scaling = { ...limits, scalesWithWidth: true };
  expect(judgeRetest('astm-a370', scaling, narrow, again).state).toBe('passed');
  expect(judgeRetest('astm-a370', limits, narrow, again).state).toBe('failed');
});
