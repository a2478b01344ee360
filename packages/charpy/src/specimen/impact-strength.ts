import { requireWithin } from '../parameter-range-error.ts';
import { nominalFractureAreaMm2 } from './specimen-width.ts';

/** Absorbed energy divided by the nominal area below the notch, kJ/m². In J/cm² (KCV) it is a tenth of that.
 * @param energyJ - absorbed energy, J, 0 to 1000
 * @param widthMm - specimen width, positive, mm
 * @throws RangeError outside the ranges
 * @source Definition of impact strength KCV; ISO 148-1 and ASTM E23 themselves report the energy, not this quotient
 * @example impactStrengthKjPerM2(40, 5) // 1000
 */
export function impactStrengthKjPerM2(energyJ: number, widthMm: number): number {
  requireWithin('energyJ', energyJ, { least: 0, most: 1000, unit: ' J' });
  return (energyJ / nominalFractureAreaMm2(widthMm)) * 1000;
}
