import {
  energyProfiles,
  formatReported,
  formatShear,
  lateralExpansionProfiles,
  roundEnergy,
  roundLateralExpansion,
} from '@mlmcsc/charpy';
import type { RoundingRule } from '@mlmcsc/contracts';
import type { SpecimenRecord } from '../records.ts';

/** Values of a specimen as the client's rounding rule prints them; null where there is none. */
export function printValues(
  { energyJ, lateralExpansion, shear }: Pick<SpecimenRecord, 'energyJ' | 'lateralExpansion' | 'shear'>,
  rule: RoundingRule,
) {
  const { ties, energy_unit: energyUnit, lateral_expansion_unit: expansionUnit } = rule;
  const energy = { ...energyProfiles[energyUnit], ties };
  const expansion = { ...lateralExpansionProfiles[expansionUnit], ties };
  const percent = { name: 'client', stepPercent: rule.shear_step_percent, ties };
  const millimetres = lateralExpansion?.mm ?? null;
  return {
    energy: energyJ === null ? null : formatReported(roundEnergy(energyJ, energy), energy),
    energy_unit: energyUnit,
    lateral_expansion:
      millimetres === null ? null : formatReported(roundLateralExpansion(millimetres, expansion), expansion),
    lateral_expansion_unit: expansionUnit,
    shear_percent: shear === null ? null : formatShear(shear.percent, percent),
  };
}
