import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { x52 } from '../../test/golden/nist-x52/x52.ts';
import { convertUnit } from '../units/convert-unit.ts';
import {
  energyProfiles,
  formatReported,
  lateralExpansionProfiles,
  roundEnergy,
  roundLateralExpansion,
} from './report-profiles.ts';
import { roundingProfiles, roundShear } from './round-shear.ts';

describe('report profiles', () => {
  it.each(x52)('prints the X52 test at $temperatureC °C as exact fractions do', (specimen) => {
    expect({
      joule: roundEnergy(specimen.energyJ, energyProfiles.J),
      footPounds: roundEnergy(specimen.energyJ, energyProfiles['ft-lbf']),
      millimetres: roundLateralExpansion(specimen.lateralExpansionMm, lateralExpansionProfiles.mm),
      mil: roundLateralExpansion(specimen.lateralExpansionMm, lateralExpansionProfiles.mil),
      five: roundShear(specimen.shearPercent, roundingProfiles.five),
      ten: roundShear(specimen.shearPercent, roundingProfiles.ten),
    }).toEqual({
      joule: specimen.printedJ,
      footPounds: specimen.printedFootPounds,
      millimetres: specimen.printedMm,
      mil: specimen.printedMil,
      five: specimen.nearestFive,
      ten: specimen.chartClass,
    });
  });

  it.each([
    [20, 27],
    [30, 41],
    [50, 68],
  ])('prints the customary %s ft·lbf as %s J', (footPounds, joule) => {
    expect(roundEnergy(convertUnit(footPounds, 'ft-lbf', 'J'), energyProfiles.J)).toBe(joule);
  });

  it('keeps the grids of 0.025 mm and 1 mil apart', () => {
    expect(roundLateralExpansion(0.889, lateralExpansionProfiles.mil)).toBe(35);
    expect(roundLateralExpansion(0.889, lateralExpansionProfiles.mm)).toBe(0.9);
    expect(
      formatReported(roundLateralExpansion(0.88, lateralExpansionProfiles.mm), lateralExpansionProfiles.mm),
    ).toBe('0.875');
  });

  it('follows the tie rule of the profile', () => {
    const expand = (ties: 'up' | 'down' | 'even') =>
      roundLateralExpansion(0.8625, { ...lateralExpansionProfiles.mm, ties });
    expect([expand('up'), expand('down'), expand('even')]).toEqual([0.875, 0.85, 0.85]);
    expect(roundEnergy(28.5, { ...energyProfiles.J, ties: 'up' })).toBe(29);
    expect(roundEnergy(28.5, energyProfiles.J)).toBe(28);
  });

  it('rounds what is rounded to itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 999, noNaN: true }),
        (mm, joule) => {
          const printed = roundLateralExpansion(mm, lateralExpansionProfiles.mm);
          expect(roundLateralExpansion(printed, lateralExpansionProfiles.mm)).toBe(printed);
          const footPounds = roundEnergy(joule, energyProfiles['ft-lbf']);
          expect(roundEnergy(convertUnit(footPounds, 'ft-lbf', 'J'), energyProfiles['ft-lbf'])).toBe(
            footPounds,
          );
        },
      ),
    );
  });

  it('refuses what no test gives, by name', () => {
    expect(() => roundEnergy(-1, energyProfiles.J)).toThrow(/energyJ must be from 0 to 1000 J, got -1/);
    expect(() => roundLateralExpansion(35, lateralExpansionProfiles.mil)).toThrow(
      /lateralExpansionMm .*10 mm, got 35/,
    );
  });
});
