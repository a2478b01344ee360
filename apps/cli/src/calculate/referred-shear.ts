import {
  convertUnit,
  inchSection,
  ligamentDepthMm,
  type ReferredShear,
  roundDimension,
  shearFromDimensions,
  shearFromInches,
  shearOnReferenceAreas,
} from '@mlmcsc/charpy';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';

/** The cleavage region as the command line gives it. */
export interface RegionOptions {
  readonly aMm?: number;
  readonly bMm?: number;
  readonly aIn?: number;
  readonly bIn?: number;
  readonly widthMm: number;
  readonly measuredAreaMm2?: number;
  readonly toResolution?: boolean;
}

interface ShearByReference {
  readonly nominal: ReferredShear;
  readonly measured: ReferredShear | null;
}

/** Percent shear of a region in millimetres or inches, on the nominal area and, where it was measured, on the outline.
 * @throws CommandFailure when not exactly one pair is given; RangeError when a dimension does not fit the section
 */
export function referredShear(options: RegionOptions): ShearByReference {
  const { aMm, bMm, aIn, bIn } = options;
  if (aMm !== undefined && bMm !== undefined && aIn === undefined && bIn === undefined) {
    return fromMillimetres(aMm, bMm, options);
  }
  if (aIn !== undefined && bIn !== undefined && aMm === undefined && bMm === undefined) {
    return fromInches(aIn, bIn, options);
  }
  throw usage(
    'Give --a-mm (0 to the specimen width) with --b-mm (0 to 8), or --a-in with --b-in (0 to 0.315), and only one pair.',
  );
}

function fromMillimetres(aMm: number, bMm: number, options: RegionOptions): ShearByReference {
  const { widthMm, measuredAreaMm2 = null, toResolution = false } = options;
  // As given first, so that reading to the next step cannot pull a wrong dimension back into the section.
  let shearPercent = shearFromDimensions({ aMm, bMm, widthMm });
  let area = aMm * bMm;
  if (toResolution) {
    const [a, b] = [readAsInTable(aMm, widthMm, 'mm'), readAsInTable(bMm, ligamentDepthMm, 'mm')];
    shearPercent = shearFromDimensions({ aMm: a, bMm: b, widthMm });
    area = a * b;
  }
  const { nominal, measured } = shearOnReferenceAreas(area, widthMm, measuredAreaMm2);
  return { nominal: { ...nominal, shearPercent }, measured };
}

function fromInches(aIn: number, bIn: number, options: RegionOptions): ShearByReference {
  const { widthMm, measuredAreaMm2, toResolution = false } = options;
  if (measuredAreaMm2 !== undefined) {
    throw usage('--measured-area-mm2 goes with --a-mm and --b-mm: give the dimensions in millimetres.');
  }
  const { widthIn, ligamentDepthIn } = inchSection(widthMm);
  let shearPercent = shearFromInches({ aIn, bIn, widthMm });
  if (toResolution) {
    shearPercent = shearFromInches({
      aIn: readAsInTable(aIn, widthIn, 'in'),
      bIn: readAsInTable(bIn, ligamentDepthIn, 'in'),
      widthMm,
    });
  }
  const referenceAreaMm2 = convertUnit(widthIn * ligamentDepthIn, 'in2', 'mm2');
  return { nominal: { referenceArea: 'nominal', referenceAreaMm2, shearPercent }, measured: null };
}

/** To the table's resolution; the section's own side is one of its columns, so that 0 % stays within reach at any width. */
function readAsInTable(dimension: number, side: number, unit: 'mm' | 'in'): number {
  const step = roundDimension(dimension, unit);
  return step > side || side - dimension <= Math.abs(step - dimension) ? side : step;
}

const usage = (message: string): CommandFailure => new CommandFailure(message, exitCodes.usage);
