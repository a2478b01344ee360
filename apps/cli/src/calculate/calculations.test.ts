import { describe, expect, it } from 'vitest';
import { calculateArea } from './calculate-area.ts';
import { calculateConversion } from './calculate-conversion.ts';
import { calculateDwtt } from './calculate-dwtt.ts';
import { calculateInstrumented } from './calculate-instrumented.ts';
import { calculateEstimate, calculateLateralExpansion } from './calculate-lateral-expansion.ts';
import { calculateChart, calculateRounding } from './calculate-rounding.ts';
import { calculateSpecimen } from './calculate-specimen.ts';
import { calculateTable } from './calculate-table.ts';
import { parseLips } from './parse-lips.ts';

const asPrinted = { round: 'five', ties: 'even' } as const;

describe('calculate area', () => {
  it('gives both reference areas, unrounded and printed', () => {
    const { json } = calculateArea({ aMm: 5, bMm: 3.5, widthMm: 7.5, measuredAreaMm2: 70, ...asPrinted });
    expect(json).toMatchObject({
      width_mm: 7.5,
      nominal: { reference_area: 'nominal', reference_area_mm2: 60, printed_shear_percent: 70 },
      measured: {
        reference_area: 'measured',
        reference_area_mm2: 70,
        shear_percent: 75,
        printed_shear_percent: 75,
      },
      chart_class: 70,
    });
    const { lines } = calculateArea({ aMm: 5, bMm: 3.5, widthMm: 7.5, ...asPrinted });
    expect(lines[0]).toBe('on the nominal area       70.8333 %, printed 70 % (60 mm²)');
  });

  it('reads A and B to the resolution only when asked, and never past the section', () => {
    const shear = (aMm: number, toResolution: boolean) =>
      calculateArea({ aMm, bMm: 4, widthMm: 6.7, toResolution, ...asPrinted }).json;
    expect(shear(3.3, false)).toMatchObject({ nominal: { shear_percent: expect.closeTo(75.3731, 4) } });
    expect(shear(3.3, true)).toMatchObject({ nominal: { shear_percent: expect.closeTo(73.8806, 4) } });
    expect(shear(6.7, true)).toMatchObject({ nominal: { shear_percent: 50 } });
    expect(shear(6.4, true)).toMatchObject({ nominal: { shear_percent: expect.closeTo(51.4925, 4) } });
    expect(() => shear(6.8, true)).toThrow(/aMm must be from 0 to 6.7 mm, got 6.8/);
  });

  it('takes inches on the inch section', () => {
    const { json } = calculateArea({ aIn: 0.21, bIn: 0.15, widthMm: 10, toResolution: true, ...asPrinted });
    // A = 0.22, B = 0.16 of 0.12411 in², ties up.
    expect(json).toMatchObject({
      nominal: { shear_percent: expect.closeTo(71.638, 3), reference_area_mm2: expect.closeTo(80.0708, 4) },
      measured: null,
    });
  });

  it.each([
    [{ aMm: 3 }, /--a-mm .* with --b-mm/],
    [{ aMm: 3, bIn: 0.1 }, /only one pair/],
    [{ aMm: 3, bMm: 2, aIn: 0.1, bIn: 0.1 }, /only one pair/],
    [{ aIn: 0.1, bIn: 0.1, measuredAreaMm2: 82 }, /--measured-area-mm2 goes with --a-mm/],
  ])('refuses %o', (region, message) => {
    expect(() => calculateArea({ ...region, widthMm: 10, ...asPrinted })).toThrow(message);
  });
});

describe('calculate table', () => {
  it('lays A to the right and B downwards', () => {
    const { lines, json } = calculateTable({ widthMm: 2.5, unit: 'mm', round: 'one', ties: 'up' });
    expect(lines[1]).toBe('   B\\A     1   1.5     2   2.5');
    expect(lines[2]).toBe('     1    95    93    90    88');
    expect(json).toMatchObject({
      width_mm: 2.5,
      a: [1, 1.5, 2, 2.5],
      rounding: { profile: 'one', ties: 'up' },
    });
  });
});

describe('calculate rounding and chart', () => {
  it('prints a value by every profile of its quantity', () => {
    const printed = (...args: Parameters<typeof calculateRounding>) =>
      (calculateRounding(...args).json as { printed: { text: string; unit: string }[] }).printed.map(
        ({ text, unit }) => `${text} ${unit}`,
      );
    expect(printed('shear', 62.5, 'up')).toEqual(['62.5 %', '63 %', '65 %', '60 %']);
    expect(printed('lateral-expansion', 0.889, 'even')).toEqual(['0.900 mm', '35 mil']);
    expect(printed('energy', 28.5, 'even')).toEqual(['28 J', '21 ft-lbf']);
  });

  it('says how two readings agree', () => {
    expect(calculateChart(44, 56, 'even').json).toMatchObject({
      chart_classes: [40, 60],
      agreement: 'apart',
    });
    expect(calculateChart(44, 52, 'even').lines.at(-1)).toMatch(/neighbours/);
  });
});

describe('calculate lateral-expansion', () => {
  it('adds the larger lips and judges the criteria', () => {
    const { json } = calculateLateralExpansion({
      half1: parseLips('0.45,0.3'),
      half2: parseLips('0.4, 0.44'),
      notSeparated: true,
      ties: 'even',
    });
    expect(json).toMatchObject({
      status: 'ok',
      basis: 'gauge',
      lateral_expansion_mm: 0.89,
      counting_lips: [
        { half: 1, side: 1, protrusion_mm: 0.45 },
        { half: 2, side: 2, protrusion_mm: 0.44 },
      ],
      criteria_met: { '0.89mm': true, '35mil': true, '0.90mm': false },
      flags: ['halves-not-separated'],
    });
  });

  it('gives no number for a damaged lip', () => {
    const { json, lines } = calculateLateralExpansion({
      half1: parseLips('0.45,damaged'),
      half2: parseLips('0.4,0.5'),
      ties: 'even',
    });
    expect(json).toMatchObject({ status: 'lip-not-measured', lateral_expansion_mm: null, at_least_mm: 0.95 });
    expect(lines[0]).toBe('No lateral expansion: half 1, side 2 damaged.');
  });

  it('labels what comes from an outline', () => {
    expect(calculateEstimate({ maxWidthMm: 8.25, widthMm: 7.5 })).toMatchObject({
      json: { basis: 'estimated', lateral_expansion_mm: 0.75 },
      lines: [expect.stringContaining('estimated, not a gauge reading')],
    });
    expect(calculateEstimate({ maxWidthMm: 9.5, widthMm: 10 }).json).toMatchObject({
      status: 'outline-narrower-than-specimen',
      lateral_expansion_mm: null,
    });
  });

  it.each(['0.4', '0.4,0.5,0.6', '0.4,', '0.4,broken', ''])('refuses the lips "%s"', (text) => {
    expect(() => parseLips(text)).toThrow(/two readings in mm, each from 0 to 5/);
  });
});

describe('the other calculations', () => {
  it('names all four instrumented estimates and the forces in newtons', () => {
    const { json } = calculateInstrumented({
      unit: 'kN',
      generalYield: 12,
      maximum: 16,
      unstableInitiation: 15,
      arrest: 5,
    });
    expect(json).toMatchObject({
      forces: { general_yield_n: 12_000, maximum_n: 16_000, unstable_initiation_n: 15_000, arrest_n: 5000 },
      shear_percent: {
        maximum_force: 37.5,
        maximum_force_and_hardening: 50,
        maximum_force_and_half_hardening: expect.closeTo(44.444, 3),
        square_root: expect.closeTo(60.819, 3),
      },
    });
    expect(calculateInstrumented({ generalYield: 9000, maximum: 14_000 }).lines.at(-1)).toMatch(
      /No unstable fracture/,
    );
  });

  it('warns where the formula for drop-weight tear specimens cannot go lower', () => {
    expect(calculateDwtt({ thicknessMm: 10, aMm: 4, bMm: 17 }).lines[0]).toBe(
      'shear area                90 %',
    );
    expect(calculateDwtt({ thicknessMm: 10, aMm: 10, bMm: 51 })).toMatchObject({
      json: { shear_percent: 25, is_at_formula_floor: true },
      lines: expect.arrayContaining([expect.stringContaining('no less than 25 %')]),
    });
  });

  it('converts and describes specimens', () => {
    expect(calculateConversion(35, 'mil', 'mm').lines).toEqual(['35 mil = 0.889 mm']);
    expect(calculateSpecimen({ widthMm: 5, energyJ: 40 }).json).toMatchObject({
      fracture_area_mm2: 40,
      points_per_mm2: 2.5,
      advisable_px_per_mm: 40,
      impact_strength_kj_per_m2: 1000,
    });
    expect(calculateSpecimen({ widthMm: 4 }).lines[0]).toMatch(/sub-size, no standard width/);
  });
});
