import type { Command } from 'commander';
import { addTableFileCommands } from './add-table-file-commands.ts';
import { addAreaCommand } from './calculate-area.ts';
import { addConvertCommand } from './calculate-conversion.ts';
import { addDwttCommand } from './calculate-dwtt.ts';
import { addInstrumentedCommand } from './calculate-instrumented.ts';
import { addLateralExpansionCommands } from './calculate-lateral-expansion.ts';
import { addRoundingCommands } from './calculate-rounding.ts';
import { addSpecimenCommand } from './calculate-specimen.ts';
import { addTableCommand } from './calculate-table.ts';

/** The standards' arithmetic. It needs neither pictures nor an installation. */
export function addCalculateCommands(program: Command): void {
  const calculate = program
    .command('calculate')
    .description("the standards' arithmetic: shear area, rounding, lateral expansion, units")
    // Wrong input is one line: what is wrong with which option.
    .showHelpAfterError(false);
  addAreaCommand(calculate);
  addTableCommand(calculate);
  addRoundingCommands(calculate);
  addLateralExpansionCommands(calculate);
  addInstrumentedCommand(calculate);
  addDwttCommand(calculate);
  addConvertCommand(calculate);
  addSpecimenCommand(calculate);
  addTableFileCommands(calculate);
}
