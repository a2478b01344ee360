import {
  chartAgreementOf,
  chartClassOf,
  energyProfiles,
  formatReported,
  formatShear,
  lateralExpansionProfiles,
  roundEnergy,
  roundingProfiles,
  roundLateralExpansion,
  type TieRule,
} from '@mlmcsc/charpy';
import { Argument, type Command } from 'commander';
import { jsonOption, numberThatIs, tiesOption } from './calculation-options.ts';
import {
  type Calculation,
  type CalculationOptions,
  printCalculation,
  row,
  shortNumber,
} from './print-calculation.ts';

const QUANTITIES = ['shear', 'lateral-expansion', 'energy'] as const;
export type RoundedQuantity = (typeof QUANTITIES)[number];

export interface RoundingOptions extends CalculationOptions {
  readonly ties: TieRule;
}

/** `mlmcsc calculate rounding` and `mlmcsc calculate chart`. */
export function addRoundingCommands(calculate: Command): void {
  calculate
    .command('rounding')
    .description('a value as each rounding profile prints it')
    .addArgument(new Argument('<quantity>', 'what is rounded').choices([...QUANTITIES]))
    .argument('<value>', 'percent shear, mm, or J', numberThatIs('from 0 to 100 %, 10 mm or 1000 J'))
    .addOption(tiesOption())
    .addOption(jsonOption())
    .action((quantity: RoundedQuantity, value: number, options: RoundingOptions) => {
      printCalculation(options, () => calculateRounding(quantity, value, options.ties), {
        shearPercent: '<value>',
        lateralExpansionMm: '<value>',
        energyJ: '<value>',
      });
    });
  calculate
    .command('chart')
    .description('the chart drawings of two readings and whether they agree')
    .argument('<percent>', 'first percent shear', numberThatIs('from 0 to 100'))
    .argument('<other>', 'second percent shear', numberThatIs('from 0 to 100'))
    .addOption(tiesOption())
    .addOption(jsonOption())
    .action((first: number, second: number, options: RoundingOptions) => {
      printCalculation(options, () => calculateChart(first, second, options.ties), {
        shearPercent: first >= 0 && first <= 100 ? '<other>' : '<percent>',
      });
    });
}

/** A value on every profile's grid. @throws RangeError outside the quantity's range */
export function calculateRounding(quantity: RoundedQuantity, value: number, ties: TieRule): Calculation {
  const { unit, printed } = printedBy(quantity, value, ties);
  return {
    json: { quantity, value, unit, ties, printed },
    lines: printed.map(({ text, step, unit: printedUnit }) =>
      row(`to ${step} ${printedUnit}`, `${text} ${printedUnit}`),
    ),
  };
}

interface PrintedValue {
  readonly step: number;
  readonly unit: string;
  readonly value: number;
  readonly text: string;
}

function printedBy(
  quantity: RoundedQuantity,
  value: number,
  ties: TieRule,
): { readonly unit: string; readonly printed: readonly PrintedValue[] } {
  const print = (step: number, unit: string, text: string) => ({ step, unit, value: Number(text), text });
  switch (quantity) {
    case 'shear':
      return {
        unit: '%',
        printed: Object.values(roundingProfiles).map((profile) =>
          print(profile.stepPercent, '%', formatShear(value, { ...profile, ties })),
        ),
      };
    case 'lateral-expansion':
      return {
        unit: 'mm',
        printed: Object.values(lateralExpansionProfiles).map((profile) =>
          print(
            profile.step,
            profile.unit,
            formatReported(roundLateralExpansion(value, { ...profile, ties }), profile),
          ),
        ),
      };
    case 'energy':
      return {
        unit: 'J',
        printed: Object.values(energyProfiles).map((profile) =>
          print(
            profile.step,
            profile.unit,
            formatReported(roundEnergy(value, { ...profile, ties }), profile),
          ),
        ),
      };
  }
}

const AGREEMENT = { exact: 'the same drawing', adjacent: 'neighbours', apart: 'more than one drawing apart' };

/** The drawings of two readings. @throws RangeError outside 0–100 */
export function calculateChart(first: number, second: number, ties: TieRule): Calculation {
  const classes = [chartClassOf(first, ties), chartClassOf(second, ties)] as const;
  const agreement = chartAgreementOf(first, second, ties);
  return {
    json: { shear_percent: [first, second], chart_classes: classes, ties, agreement },
    lines: [
      row(`${shortNumber(first)} %`, `drawing ${classes[0]} %`),
      row(`${shortNumber(second)} %`, `drawing ${classes[1]} %`),
      row('agreement', AGREEMENT[agreement]),
    ],
  };
}
