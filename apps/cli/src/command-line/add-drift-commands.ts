import type { Command } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';

/** Commands around drift. */
export function addDriftCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const drift = program
    .command('drift')
    .description('whether pictures, answers and labels are as they were in the reference');
  drift
    .command('show')
    .description('every signal, and what is open; ends with 1 while nobody has acknowledged it')
    .option('--json', 'one JSON object')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { showDrift } = await import('../commands/drift.ts');
      process.exitCode = await showDrift(await configOf(environment, options), options);
    });
  drift
    .command('acknowledge')
    .description('say what a finding was; the charts go on')
    .argument('<id>', 'of the finding')
    .requiredOption('--reason <text>', 'what it was')
    .addOption(dataDirOption())
    .action(async (id, options) => {
      const { acknowledgeDrift } = await import('../commands/drift.ts');
      await acknowledgeDrift(await configOf(environment, options), id, options);
    });
  drift
    .command('reference')
    .description('take a new reference: after a lamp, a camera or the steel was changed on purpose')
    .requiredOption('--reason <text>', 'what was changed')
    .option('--from <time>', 'begin it earlier, with pictures that are there')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { setDriftReference } = await import('../commands/drift.ts');
      await setDriftReference(await configOf(environment, options), options);
    });
}
