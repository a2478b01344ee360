import { dimensionSteps } from '../rounding/round-dimension.ts';
import { type RoundingProfile, roundingProfiles, roundShear } from '../rounding/round-shear.ts';
import { ligamentDepthMm } from '../specimen/specimen-width.ts';
import { shearFromDimensions } from './shear-from-dimensions.ts';
import { inchSection, shearFromInches } from './shear-from-inches.ts';

/** The A × B table as a standard prints it. */
export interface PrintedShearTable {
  readonly widthMm: number;
  /** Unit of A and B. */
  readonly unit: 'mm' | 'in';
  /** Columns: A, ascending. */
  readonly a: readonly number[];
  /** Rows: B, ascending. */
  readonly b: readonly number[];
  /** Percent shear on the profile's grid: `percent[row of B][column of A]`. */
  readonly percent: readonly (readonly number[])[];
}

/** The table that is laid beside the bench: A and B from 1 mm in steps of 0.5 mm (0.04 in in steps of 0.02 in), percent shear
 * rounded. Where the section is no multiple of the step its own size is the last column or row, so that 0 % can be read.
 * A or B of zero is 100 % and not in the table.
 * @param widthMm - specimen width, 1 mm or more. @default 10
 * @param unit - of A and B. @default 'mm'
 * @param profile - @default whole percents, ties to even; how printed tables round ties could not be verified
 * @throws RangeError when the width is not positive
 * @source ASTM E23-16b Annex A4 (A6 in E23-07ae1), tables; ISO 148-1:2016 Annex C. Check against the laboratory's copy
 */
export function printedShearTable(
  widthMm = 10,
  unit: 'mm' | 'in' = 'mm',
  profile: RoundingProfile = roundingProfiles.one,
): PrintedShearTable {
  const inches = inchSection(widthMm);
  const a = printedSteps(unit === 'mm' ? widthMm : inches.widthIn, dimensionSteps[unit]);
  const b = printedSteps(unit === 'mm' ? ligamentDepthMm : inches.ligamentDepthIn, dimensionSteps[unit]);
  const shear = (row: number, column: number): number =>
    unit === 'mm'
      ? shearFromDimensions({ aMm: column, bMm: row, widthMm })
      : shearFromInches({ aIn: column, bIn: row, widthMm });
  const percent = b.map((row) => a.map((column) => roundShear(shear(row, column), profile)));
  return { widthMm, unit, a, b, percent };
}

/** From two steps to the side; the tolerance keeps the last multiple, and a side between two multiples is added. */
function printedSteps(side: number, step: number): number[] {
  const perUnit = Math.round(1 / step);
  const count = Math.floor(side * perUnit + 1e-9);
  const multiples = Array.from({ length: Math.max(0, count - 1) }, (_, index) => (index + 2) / perUnit);
  return multiples.at(-1) === side ? multiples : [...multiples, side];
}
