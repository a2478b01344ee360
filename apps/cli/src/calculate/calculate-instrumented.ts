import { type CharacteristicForces, instrumentedShear } from '@mlmcsc/charpy';
import { type Command, Option } from 'commander';
import { jsonOption, numberThatIs } from './calculation-options.ts';
import {
  type Calculation,
  type CalculationOptions,
  printCalculation,
  row,
  shortNumber,
} from './print-calculation.ts';

export type InstrumentedOptions = CalculationOptions & CharacteristicForces;

/** `mlmcsc calculate instrumented`. */
export function addInstrumentedCommand(calculate: Command): void {
  calculate
    .command('instrumented')
    .description('the four estimates of percent shear from the forces of an instrumented test')
    .requiredOption('--general-yield <force>', 'Fgy', numberThatIs('above 0, at most the maximum force'))
    .requiredOption('--maximum <force>', 'Fm', numberThatIs('from 100 N to 200 kN'))
    .option(
      '--unstable-initiation <force>',
      'Fiu; left out without unstable fracture',
      numberThatIs('from 0 to Fm'),
    )
    .option('--arrest <force>', 'Fa; left out without unstable fracture', numberThatIs('from 0 to Fiu'))
    .addOption(new Option('--unit <unit>', 'of all forces').choices(['N', 'kN']).default('N'))
    .addOption(jsonOption())
    .action((options: InstrumentedOptions) =>
      printCalculation(options, () => calculateInstrumented(options)),
    );
}

/** The estimates with the forces they were made from. @throws RangeError when the forces contradict one another */
export function calculateInstrumented(options: CharacteristicForces): Calculation {
  const { forces, estimates, hasUnstableFracture, basis } = instrumentedShear(options);
  const line = (formula: string, percent: number) => row(formula, `${shortNumber(percent, 1)} %`);
  return {
    json: {
      basis,
      has_unstable_fracture: hasUnstableFracture,
      forces: {
        general_yield_n: forces.generalYieldN,
        maximum_n: forces.maximumN,
        unstable_initiation_n: forces.unstable?.initiationN ?? null,
        arrest_n: forces.unstable?.arrestN ?? null,
      },
      shear_percent: {
        maximum_force: estimates.maximumForce,
        maximum_force_and_hardening: estimates.maximumForceAndHardening,
        maximum_force_and_half_hardening: estimates.maximumForceAndHalfHardening,
        square_root: estimates.squareRoot,
      },
    },
    lines: [
      line('1 maximum force', estimates.maximumForce),
      line('2 and hardening', estimates.maximumForceAndHardening),
      line('3 and half hardening', estimates.maximumForceAndHalfHardening),
      line('4 square root', estimates.squareRoot),
      hasUnstableFracture
        ? 'Estimates: they check a value from the surface and do not replace it.'
        : 'No unstable fracture: all shear by definition.',
    ],
  };
}
