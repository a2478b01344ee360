import { requireWithin } from '../parameter-range-error.ts';
import { ligamentDepthMm, nominalFractureAreaMm2 } from '../specimen/specimen-width.ts';
import { shearFromDimensions } from './shear-from-dimensions.ts';

/** The A × B table of one specimen width. */
export interface ShearTable {
  readonly widthMm: number;
  /** Columns: A, mm, ascending. */
  readonly aMm: readonly number[];
  /** Rows: B, mm, ascending. */
  readonly bMm: readonly number[];
  /** Percent shear, not rounded: `percent[row of B][column of A]`. */
  readonly percent: readonly (readonly number[])[];
}

/** Builds the table of percent shear for a width, from one step up to the width and to 8 mm.
 * @param widthMm - specimen width. @default 10
 * @param stepMm - step of both dimensions. @default 0.5, the resolution the standard asks for
 * @throws RangeError when the step is not from 0.01 mm to the smaller side
 */
export function shearTable(widthMm = 10, stepMm = 0.5): ShearTable {
  nominalFractureAreaMm2(widthMm);
  requireWithin('stepMm', stepMm, { least: 0.01, most: Math.min(widthMm, ligamentDepthMm), unit: ' mm' });
  const aMm = steps(widthMm, stepMm);
  const bMm = steps(ligamentDepthMm, stepMm);
  const percent = bMm.map((b) => aMm.map((a) => shearFromDimensions({ aMm: a, bMm: b, widthMm })));
  return { widthMm, aMm, bMm, percent };
}

/** Multiples of the step, each from its index so that no rounding error adds up; the tolerance keeps the last one. */
function steps(limit: number, step: number): number[] {
  const count = Math.floor(limit / step + 1e-9);
  return Array.from({ length: count }, (_, index) => Math.min(limit, (index + 1) * step));
}
