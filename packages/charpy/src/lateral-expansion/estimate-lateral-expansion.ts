import { requirePositive, requireWithin } from '../parameter-range-error.ts';

/** Lateral expansion read off a picture's outline. It is never the reported value: that needs the gauge. */
export type EstimatedLateralExpansion =
  | {
      readonly ok: true;
      readonly basis: 'estimated' /** mm, not rounded */;
      readonly lateralExpansionMm: number;
    }
  | {
      readonly ok: false;
      readonly reason: 'outline-narrower-than-specimen';
      /** How much narrower, mm, positive: outline or scale are wrong by at least that. */
      readonly missingMm: number;
    };

/** Estimates lateral expansion from the outline of one half: largest width less the nominal width. It misses what only the
 * other half shows, so it tends to be too small.
 * @param maxWidthMm - largest width of the outline across the compression side, mm, above 0 to twice the nominal width
 * @param widthMm - nominal specimen width. @default 10
 * @throws RangeError outside the ranges
 * @source This product's estimate; ASTM E23 and ISO 148-1:2016 Annex B want the gauge reading
 */
export function estimateLateralExpansion(maxWidthMm: number, widthMm = 10): EstimatedLateralExpansion {
  requirePositive('widthMm', widthMm);
  requirePositive('maxWidthMm', maxWidthMm);
  requireWithin('maxWidthMm', maxWidthMm, {
    least: 0,
    most: 2 * widthMm,
    unit: ' mm',
    remedy: 'check the scale and the specimen width',
  });
  const lateralExpansionMm = maxWidthMm - widthMm;
  if (lateralExpansionMm < 0) {
    return { ok: false, reason: 'outline-narrower-than-specimen', missingMm: -lateralExpansionMm };
  }
  return { ok: true, basis: 'estimated', lateralExpansionMm };
}
