import { convertUnit, type UnitName, unitNames } from '@mlmcsc/charpy';
import { Argument, type Command } from 'commander';
import { jsonOption, numberThatIs } from './calculation-options.ts';
import { type Calculation, type CalculationOptions, printCalculation } from './print-calculation.ts';

/** `mlmcsc calculate convert`. */
export function addConvertCommand(calculate: Command): void {
  calculate
    .command('convert')
    .description('a value in another unit, by exact factors')
    .argument('<value>', 'what is converted', numberThatIs('that is finite'))
    .addArgument(new Argument('<from>', 'unit of the value').choices([...unitNames]))
    .addArgument(new Argument('<to>', 'unit of the answer, for the same quantity').choices([...unitNames]))
    .addOption(jsonOption())
    .action((value: number, from: UnitName, to: UnitName, options: CalculationOptions) => {
      printCalculation(options, () => calculateConversion(value, from, to), { value: '<value>', to: '<to>' });
    });
}

/** A converted value. @throws RangeError when the units measure different quantities */
export function calculateConversion(value: number, from: UnitName, to: UnitName): Calculation {
  const converted = convertUnit(value, from, to);
  return {
    json: { value, from, to, converted },
    lines: [`${value} ${from} = ${Number(converted.toPrecision(10))} ${to}`],
  };
}
