import { impactStrengthKjPerM2, specimenGeometry } from '@mlmcsc/charpy';
import type { Command } from 'commander';
import { jsonOption, numberThatIs, widthOption } from './calculation-options.ts';
import {
  type Calculation,
  type CalculationOptions,
  printCalculation,
  row,
  shortNumber,
} from './print-calculation.ts';

export interface SpecimenOptions extends CalculationOptions {
  readonly widthMm: number;
  readonly energyJ?: number;
}

/** `mlmcsc calculate specimen`. */
export function addSpecimenCommand(calculate: Command): void {
  calculate
    .command('specimen')
    .description('section, leverage and advised picture scale of a specimen width')
    .addOption(widthOption())
    .option('--energy-j <J>', 'absorbed energy, to be divided by the section', numberThatIs('from 0 to 1000'))
    .addOption(jsonOption())
    .action((options: SpecimenOptions) => printCalculation(options, () => calculateSpecimen(options)));
}

/** Geometry of a width and, with an energy, the impact strength. @throws RangeError outside the ranges */
export function calculateSpecimen({ widthMm, energyJ }: SpecimenOptions): Calculation {
  const geometry = specimenGeometry(widthMm);
  const strength = energyJ === undefined ? null : impactStrengthKjPerM2(energyJ, widthMm);
  const kind = `${geometry.isSubSize ? 'sub-size' : 'full size'}${geometry.isStandardWidth ? '' : ', no standard width'}`;
  return {
    json: {
      width_mm: widthMm,
      is_sub_size: geometry.isSubSize,
      is_standard_width: geometry.isStandardWidth,
      ligament_depth_mm: geometry.ligamentDepthMm,
      fracture_area_mm2: geometry.fractureAreaMm2,
      points_per_mm2: geometry.pointsPerMm2,
      advisable_px_per_mm: geometry.advisablePxPerMm,
      impact_strength_kj_per_m2: strength,
    },
    lines: [
      row('width', `${widthMm} mm, ${kind}`),
      row(
        'section below the notch',
        `${shortNumber(geometry.fractureAreaMm2)} mm² (${geometry.ligamentDepthMm} mm deep)`,
      ),
      row('1 mm² of cleavage', `${shortNumber(geometry.pointsPerMm2, 2)} points`),
      row('picture scale', `at least ${geometry.advisablePxPerMm} px/mm`),
      ...(strength === null ? [] : [row('impact strength', `${shortNumber(strength, 1)} kJ/m²`)]),
    ],
  };
}
