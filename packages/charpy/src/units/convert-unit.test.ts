import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { x52 } from '../../test/golden/nist-x52/x52.ts';
import { convertUnit } from './convert-unit.ts';
import { compatibleUnits, isUnitName, type UnitName, unitNames } from './unit-table.ts';

const relativeError = (actual: number, expected: number): number =>
  Math.abs(actual - expected) / Math.max(1, Math.abs(expected));

describe('convertUnit', () => {
  it.each([
    ['J', 'ft-lbf', 1, 0.7375621492772654],
    ['ft-lbf', 'J', 100, 135.58179483314004],
    ['mm', 'in', 10, 0.3937007874015748],
    ['in', 'mm', 0.315, 8.001],
    ['mil', 'mm', 35, 0.889],
    ['in', 'mil', 0.35, 350],
    ['mm2', 'in2', 80, 0.12400024800049601],
    ['N', 'lbf', 1000, 224.80894309971046],
    ['lbf', 'kN', 2000, 8.896443230521],
    ['J/cm2', 'kJ/m2', 34, 340],
    ['degC', 'degF', -196, -320.8],
    ['degC', 'degF', -40, -40],
    ['degF', 'degC', 212, 100],
  ] as const)('turns %s into %s: %s is %s', (from, to, value, expected) => {
    expect(relativeError(convertUnit(value, from, to as UnitName), expected)).toBeLessThan(1e-12);
  });

  it.each(x52)('converts the X52 test at $temperatureC °C as exact fractions do', (specimen) => {
    const pairs = [
      [convertUnit(specimen.temperatureC, 'degC', 'degF'), specimen.temperatureF],
      [convertUnit(specimen.energyJ, 'J', 'ft-lbf'), specimen.energyFootPounds],
      [convertUnit(specimen.lateralExpansionMm, 'mm', 'mil'), specimen.lateralExpansionMil],
    ];
    for (const [actual, expected] of pairs) expect(relativeError(actual, expected)).toBeLessThan(1e-12);
  });

  it('comes back to the value from every unit through every compatible one', () => {
    const pairs = unitNames.flatMap((from) => compatibleUnits(from).map((to) => [from, to] as const));
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.double({ min: -200, max: 1e6, noNaN: true }),
        ([from, to], value) => {
          const back = convertUnit(convertUnit(value, from, to), to, from);
          // Through °F near 0 °C the 32 cancels: compare with the size of the numbers in between.
          expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-14 * Math.max(500, Math.abs(value)));
        },
      ),
    );
  });

  it('refuses another quantity and names the units that fit', () => {
    // @ts-expect-error a length is no energy
    expect(() => convertUnit(1, 'J', 'mm')).toThrow('to must be one of J, ft-lbf for a value in J, got mm');
    expect(() => convertUnit(Number.NaN, 'mm', 'in')).toThrow(/value must be a finite number, got NaN/);
  });

  it('refuses temperatures below absolute zero, also when nothing is converted', () => {
    expect(() => convertUnit(-273.16, 'degC', 'degF')).toThrow(/at least -273\.15 degC, got -273\.16/);
    expect(() => convertUnit(-460, 'degF', 'degF')).toThrow(/-459\.67/);
    expect(convertUnit(-273.15, 'degC', 'degF')).toBeCloseTo(-459.67, 10);
  });
});

describe('unit names', () => {
  it('knows its units and not what objects inherit', () => {
    expect([isUnitName('kN'), isUnitName('toString'), isUnitName('KN')]).toEqual([true, false, false]);
  });
});
