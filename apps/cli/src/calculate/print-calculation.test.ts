import { lateralExpansionProfiles, roundLateralExpansion, shearFromDimensions } from '@mlmcsc/charpy';
import { describe, expect, it } from 'vitest';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { inCommandLineTerms, row, shortNumber } from './print-calculation.ts';

function failureOf(calculate: () => unknown, names: Record<string, string> = {}): CommandFailure {
  try {
    inCommandLineTerms(calculate, names);
  } catch (error) {
    if (error instanceof CommandFailure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('inCommandLineTerms', () => {
  it('names the option, the allowed range and the value in one line, and ends with the usage code', () => {
    const { message, exitCode } = failureOf(() => shearFromDimensions({ aMm: 7.6, bMm: 2, widthMm: 7.5 }));
    expect(message).toBe('--a-mm must be from 0 to 7.5 mm, got 7.6.');
    expect(exitCode).toBe(exitCodes.usage);
  });

  it('uses the name of an argument where a command gives one', () => {
    const { message } = failureOf(() => roundLateralExpansion(-2, lateralExpansionProfiles.mm), {
      lateralExpansionMm: '<value>',
    });
    expect(message).toBe('<value> must be from 0 to 10 mm, got -2.');
  });

  it('lets faults of the program through', () => {
    expect(() =>
      inCommandLineTerms(() => {
        throw new RangeError('not ours');
      }, {}),
    ).toThrow(/not ours/);
  });
});

describe('text', () => {
  it('aligns names and leaves out zeros behind the point', () => {
    expect(row('chart class', '40 %')).toBe('chart class               40 %');
    expect([shortNumber(62.5), shortNumber(100), shortNumber(1 / 3, 2)]).toEqual(['62.5', '100', '0.33']);
  });
});
