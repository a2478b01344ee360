import { printedShearTable, type RoundingProfileName, type TieRule } from '@mlmcsc/charpy';
import { type Command, Option } from 'commander';
import {
  jsonOption,
  shearProfile,
  shearProfileOption,
  tiesOption,
  widthOption,
} from './calculation-options.ts';
import { type Calculation, type CalculationOptions, printCalculation } from './print-calculation.ts';

export interface TableOptions extends CalculationOptions {
  readonly widthMm: number;
  readonly unit: 'mm' | 'in';
  readonly round: RoundingProfileName;
  readonly ties: TieRule;
}

/** `mlmcsc calculate table`. */
export function addTableCommand(calculate: Command): void {
  calculate
    .command('table')
    .description('the A × B table of a specimen width')
    .addOption(widthOption())
    .addOption(new Option('--unit <unit>', 'of A and B').choices(['mm', 'in']).default('mm'))
    .addOption(shearProfileOption('one'))
    .addOption(tiesOption())
    .addOption(jsonOption())
    .action((options: TableOptions) => printCalculation(options, () => calculateTable(options)));
}

/** The table with A to the right and B downwards. @throws RangeError when the width is not positive */
export function calculateTable({ widthMm, unit, round, ties }: TableOptions): Calculation {
  const { a, b, percent } = printedShearTable(widthMm, unit, shearProfile(round, ties));
  const cell = (value: number | string) => String(value).padStart(6);
  return {
    json: { width_mm: widthMm, unit, rounding: { profile: round, ties }, a, b, shear_percent: percent },
    lines: [
      `Percent shear, specimen ${widthMm} mm wide; A to the right, B downwards, ${unit}; A or B = 0: 100`,
      [cell('B\\A'), ...a.map(cell)].join(''),
      ...percent.map((row, index) => [cell(b[index] ?? ''), ...row.map(cell)].join('')),
    ],
  };
}
