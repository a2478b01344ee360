import type { FaceShape } from './face-shape.ts';

/** Standard widths of Charpy specimens, mm; the ligament under the 2 mm notch is 8 mm deep for all.
 * @source ISO 148-1 and ASTM E23 list 10, 7.5, 5, 2.5 mm; 6.7 and 3.3 mm are the usual further sub-sizes */
export const STANDARD_WIDTHS_MM = [10, 7.5, 6.7, 5, 3.3, 2.5] as const;
export const LIGAMENT_DEPTH_MM = 8;

/** Nominal width and scale of a face. */
export interface PixelScale {
  readonly widthMm: number;
  /** True when the width was not given but read from the outline's proportions. */
  readonly isWidthInferred: boolean;
  readonly pxPerMm: number;
}

/** Scale of a face from what is known: a calibration, else the width of the specimen, else its proportions.
 * Without a calibration the scale is width plus depth over their nominal lengths, because a face that narrows at the notch
 * bows at the back; without a width, the standard width whose proportions are nearest is taken.
 * @throws RangeError when a given width or calibration is not positive */
export function pixelScale(
  shape: Pick<FaceShape, 'width' | 'depth'>,
  known: { readonly widthMm?: number; readonly pxPerMm?: number },
): PixelScale {
  for (const name of ['widthMm', 'pxPerMm'] as const) {
    const value = known[name];
    if (value !== undefined && !(value > 0 && Number.isFinite(value))) {
      throw new RangeError(`${name} is ${value}; it must be positive, or left out to be estimated`);
    }
  }
  const isWidthInferred = known.widthMm === undefined;
  const widthMm = known.widthMm ?? nearestWidth(shape, known.pxPerMm);
  if (known.pxPerMm !== undefined) return { widthMm, isWidthInferred, pxPerMm: known.pxPerMm };
  return { widthMm, isWidthInferred, pxPerMm: (shape.width + shape.depth) / (widthMm + LIGAMENT_DEPTH_MM) };
}

/** Standard specimens narrow at the notch and bow at the back when they break: their outline is this much slimmer than
 * nominal, in ln(width / depth) (median of rendered faces; the 5 and 95 % points are 0.09 and 0.01). */
const SLIMMER = 0.04;

function nearestWidth(shape: Pick<FaceShape, 'width' | 'depth'>, pxPerMm?: number): number {
  const depthPx = pxPerMm === undefined ? shape.depth : pxPerMm * LIGAMENT_DEPTH_MM;
  const wanted = Math.log((shape.width / depthPx) * LIGAMENT_DEPTH_MM) + SLIMMER;
  let best: number = STANDARD_WIDTHS_MM[0];
  for (const width of STANDARD_WIDTHS_MM) {
    if (Math.abs(Math.log(width) - wanted) < Math.abs(Math.log(best) - wanted)) best = width;
  }
  return best;
}
