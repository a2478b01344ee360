import { type DwttDimensions, dwttShear } from '@mlmcsc/charpy';
import type { Command } from 'commander';
import { jsonOption, numberThatIs } from './calculation-options.ts';
import {
  type Calculation,
  type CalculationOptions,
  printCalculation,
  row,
  shortNumber,
} from './print-calculation.ts';

export type DwttOptions = CalculationOptions & DwttDimensions;

/** `mlmcsc calculate dwtt`. */
export function addDwttCommand(calculate: Command): void {
  calculate
    .command('dwtt')
    .description('shear area of a drop-weight tear specimen')
    .requiredOption('--thickness-mm <mm>', 'specimen thickness t', numberThatIs('above 0 and below 35.5'))
    .requiredOption('--a-mm <mm>', 'A, cleavage width one t below the notch', numberThatIs('from 0 to t'))
    .requiredOption(
      '--b-mm <mm>',
      'B, cleavage length between the two t lines',
      numberThatIs('from 0 to 71 − 2t'),
    )
    .addOption(jsonOption())
    .action((options: DwttOptions) => printCalculation(options, () => calculateDwtt(options)));
}

/** Shear area with the area it refers to. @throws RangeError when a dimension does not fit the specimen */
export function calculateDwtt(dimensions: DwttDimensions): Calculation {
  const { shearPercent, evaluatedAreaMm2, isAtFormulaFloor } = dwttShear(dimensions);
  return {
    json: {
      shear_percent: shearPercent,
      evaluated_area_mm2: evaluatedAreaMm2,
      is_at_formula_floor: isAtFormulaFloor,
    },
    lines: [
      row('shear area', `${shortNumber(shearPercent)} %`),
      row('evaluated area', `${shortNumber(evaluatedAreaMm2)} mm²`),
      ...(isAtFormulaFloor
        ? ['Cleavage fills the evaluated area: the formula gives no less than 25 %.']
        : []),
    ],
  };
}
