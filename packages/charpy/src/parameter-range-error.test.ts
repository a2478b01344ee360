import { describe, expect, it } from 'vitest';
import { ParameterRangeError, requireWithin } from './parameter-range-error.ts';

describe('requireWithin', () => {
  it('keeps the name apart from the sentence, so that it can be said with another name', () => {
    const refuse = () =>
      requireWithin('widthMm', Number.NaN, { least: 1, most: 30, unit: ' mm', remedy: 'measure it' });
    expect(refuse).toThrow(RangeError);
    try {
      refuse();
    } catch (error) {
      expect(error).toBeInstanceOf(ParameterRangeError);
      expect(error).toMatchObject({
        parameter: 'widthMm',
        requirement: 'must be from 1 to 30 mm, got NaN; measure it',
        message: 'widthMm must be from 1 to 30 mm, got NaN; measure it',
      });
    }
  });

  it('takes both bounds', () => {
    expect(() => requireWithin('x', 1, { least: 1, most: 2 })).not.toThrow();
    expect(() => requireWithin('x', 2, { least: 1, most: 2 })).not.toThrow();
  });
});
