import type { AcceptanceVerdict, SeriesCurve } from '@mlmcsc/contracts';
import { describe, expect, it } from 'vitest';
import { findingText, retestFindingText, retestText, temperatureText, warningText } from './series-text.ts';

const finding: AcceptanceVerdict['findings'][number] = {
  ...{ property: 'energy_j', requirement: 'mean', limit: 27, observed: 41.234, passes: true },
  specimens: [],
};

describe('a finding in words', () => {
  it('names what was asked and what was found', () => {
    expect(findingText({ ...finding })).toBe('Energy, mean: 41.2 J, at least 27.0 J');
    expect(
      findingText({
        ...finding,
        property: 'shear_percent',
        requirement: 'single',
        observed: null,
        specimens: [],
      }),
    ).toBe('Percent shear, lowest single value: missing, at least 27.0 %');
    expect(findingText({ ...finding, requirement: 'below-mean', limit: 1, observed: 2 })).toBe(
      'Energy, specimens below the least mean: 2, at most 1',
    );
  });
});

describe('a retest in words', () => {
  const retest: NonNullable<AcceptanceVerdict['retest']> = {
    ...{ rule: 'en-10021', clause: 'EN 10021', state: 'passed', asked: 3, specimens: ['B-4', 'B-5'] },
    findings: [],
  };
  const of = {
    ...{ property: 'energy_j' as const, limit: 27, observed: 29.92, passes: true },
    specimens: [],
  };

  it('says where it stands', () => {
    expect(retestText(retest)).toBe('Passed after the retest of B-4, B-5.');
    expect(retestText({ ...retest, state: 'due', specimens: [] })).toBe('To be tested: 3 more.');
    expect(retestText({ ...retest, state: 'incomplete' })).toBe(
      'Values are missing: 3 more asked for, 2 named.',
    );
  });
  it('names what was asked of both sets, or of each', () => {
    expect(retestFindingText({ ...of, requirement: 'mean-of-both' })).toBe(
      'Energy, mean of both sets: 29.9 J, at least 27.0 J',
    );
    expect(retestFindingText({ ...of, requirement: 'each' })).toBe(
      'Energy, lowest of the further specimens: 29.9 J, at least 27.0 J',
    );
    expect(retestFindingText({ ...of, requirement: 'below-single-of-both', limit: 1, observed: 0 })).toBe(
      'Energy, of both sets below the least single value: 0, at most 1',
    );
  });
});

describe('a characteristic temperature in words', () => {
  const found: SeriesCurve['temperatures'][number] = {
    ...{ name: 'T27J', level: 27, status: 'estimated', temperature_celsius: 3.14 },
    ...{ lower_celsius: null, upper_celsius: 8, limit_celsius: null },
  };

  it('gives the interval, and says where it is open', () => {
    expect(temperatureText(found)).toBe('3.1 °C (open to 8.0 °C)');
  });
  it('says where nothing can be read off', () => {
    expect(temperatureText({ ...found, status: 'below', limit_celsius: 20 })).toBe('below 20.0 °C');
    expect(temperatureText({ ...found, status: 'not-reached' })).toBe('not below the upper shelf');
  });
});

describe('a warning', () => {
  it('is a sentence, also when this version does not know it', () => {
    expect(warningText('outliers')).toBe('Some specimens lie far from the curve.');
    expect(warningText('brand-new')).toBe('brand new');
  });
});
