import { describe, expect, it } from 'vitest';
import { type JudgedValue, judgeAcceptance } from './judge-acceptance.ts';

const of = (...values: readonly (number | null)[]): JudgedValue[] =>
  values.map((value, index) => ({ identifier: `S-${index + 1}`, value, widthMm: 10 }));
const limits = { minimumMean: 27, minimumSingle: 19, mostBelowMean: 1 };
const verdicts = (values: readonly JudgedValue[], asked: Parameters<typeof judgeAcceptance>[0] = limits) =>
  judgeAcceptance(asked, values).map(({ requirement, passes, identifiers }) => [
    requirement,
    passes,
    ...identifiers,
  ]);

describe('judgeAcceptance', () => {
  it('passes three specimens of which one lies between the single and the mean minimum', () => {
    expect(verdicts(of(40, 19, 27))).toEqual([
      ['mean', true],
      ['single', true],
      ['below-mean', true],
    ]);
  });

  it('fails the mean, the single specimen and the second one below the mean, each by name', () => {
    expect(verdicts(of(26.9, 18.9, 20))).toEqual([
      ['mean', false],
      ['single', false, 'S-2'],
      ['below-mean', false, 'S-1', 'S-2', 'S-3'],
    ]);
  });

  it('compares unrounded', () => {
    expect(verdicts(of(26.999), { minimumMean: 27, minimumSingle: null })).toEqual([['mean', false]]);
  });

  it('does not pass while a value is missing, but fails at once', () => {
    expect(verdicts(of(40, null, 41))).toEqual([
      ['mean', null, 'S-2'],
      ['single', null, 'S-2'],
      ['below-mean', null, 'S-2'],
    ]);
    expect(verdicts(of(10, null), { minimumMean: null, minimumSingle: 19 })).toEqual([
      ['single', false, 'S-1'],
    ]);
    expect(verdicts([], { minimumMean: 27, minimumSingle: null })).toEqual([['mean', null]]);
  });

  it('holds a 7.5 mm specimen to three quarters of the limit where the rule says so', () => {
    const values = [{ identifier: 'S-1', value: 20.25, widthMm: 7.5 }];
    expect(judgeAcceptance({ ...limits, scalesWithWidth: true }, values)[0]).toMatchObject({
      passes: true,
      observed: 27,
    });
    expect(judgeAcceptance(limits, values)[0]).toMatchObject({ passes: false, observed: 20.25 });
    expect(() => judgeAcceptance(limits, [{ identifier: 'S-1', value: 1, widthMm: 0 }])).toThrow(/widthMm/);
  });
});
