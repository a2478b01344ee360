import {
  chartClassOf,
  formatShear,
  type ReferredShear,
  type RoundingProfileName,
  type TieRule,
} from '@mlmcsc/charpy';
import type { Command } from 'commander';
import {
  jsonOption,
  numberThatIs,
  shearProfile,
  shearProfileOption,
  tiesOption,
  widthOption,
} from './calculation-options.ts';
import {
  type Calculation,
  type CalculationOptions,
  printCalculation,
  row,
  shortNumber,
} from './print-calculation.ts';
import { type RegionOptions, referredShear } from './referred-shear.ts';

export interface AreaOptions extends CalculationOptions, RegionOptions {
  readonly round: RoundingProfileName;
  readonly ties: TieRule;
}

/** `mlmcsc calculate area`. */
export function addAreaCommand(calculate: Command): void {
  calculate
    .command('area')
    .description('percent shear from the dimensions A × B of the cleavage region')
    .option('--a-mm <mm>', 'A, mean length along the notch', numberThatIs('from 0 to the specimen width'))
    .option('--b-mm <mm>', 'B, mean depth away from the notch', numberThatIs('from 0 to 8'))
    .option('--a-in <in>', 'A in inches', numberThatIs('from 0 to the specimen width, 0.394 for 10 mm'))
    .option('--b-in <in>', 'B in inches', numberThatIs('from 0 to 0.315'))
    .addOption(widthOption())
    .option(
      '--measured-area-mm2 <mm2>',
      'area of the fracture outline; gives a second value beside the nominal one',
      numberThatIs('from half to twice the nominal area'),
    )
    .option('--to-resolution', 'first read A and B to 0.5 mm or 0.02 in, ties up, as for the table')
    .addOption(shearProfileOption('five'))
    .addOption(tiesOption())
    .addOption(jsonOption())
    .action((options: AreaOptions) => {
      printCalculation(options, () => calculateArea(options), { cleavageArea: 'A × B in mm²' });
    });
}

/** Percent shear by method 1, with everything that a record of it needs.
 * @throws CommandFailure when not exactly one pair of dimensions is given; RangeError when they do not fit
 */
export function calculateArea(options: AreaOptions): Calculation {
  const { nominal, measured } = referredShear(options);
  const profile = shearProfile(options.round, options.ties);
  const chartClass = chartClassOf(nominal.shearPercent, options.ties);
  const printed = (shear: ReferredShear) => formatShear(shear.shearPercent, profile);
  const json = (shear: ReferredShear) => ({
    reference_area: shear.referenceArea,
    reference_area_mm2: shear.referenceAreaMm2,
    shear_percent: shear.shearPercent,
    printed_shear_percent: Number(printed(shear)),
  });
  const line = (shear: ReferredShear) =>
    row(
      `on the ${shear.referenceArea} area`,
      `${shortNumber(shear.shearPercent)} %, printed ${printed(shear)} % (${shortNumber(shear.referenceAreaMm2)} mm²)`,
    );
  return {
    json: {
      method: 'a-times-b',
      width_mm: options.widthMm,
      nominal: json(nominal),
      measured: measured === null ? null : json(measured),
      rounding: { profile: profile.name, step_percent: profile.stepPercent, ties: profile.ties },
      chart_class: chartClass,
    },
    lines: [
      line(nominal),
      ...(measured === null ? [] : [line(measured)]),
      row('chart class', `${chartClass} %`),
      'Keep the unrounded value; the printed one is for the report.',
    ],
  };
}
