import type { Command } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';

/** What stands at the top of reports. */
export function addLetterheadCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const letterhead = program.command('letterhead').description('what stands at the top of reports');
  const load = () => import('../commands/letterhead.ts');
  letterhead
    .command('show')
    .description('name, address, accreditation number and logo')
    .option('--json', 'one JSON object, as the API shows it')
    .addOption(dataDirOption())
    .action(async (options) => (await load()).showLetterhead(await configOf(environment, options), options));
  letterhead
    .command('set')
    .description('change what is named; the rest stays, and so do reports that were written down')
    .option('--name <text>', 'of the laboratory; "" takes it away')
    .option('--address <line...>', 'a line each, at most six; "" takes it away')
    .option('--accreditation <number>', 'as the accreditation body gave it; "" takes it away')
    .option('--logo <file>', 'PNG or JPEG, at most 1 MiB')
    .option('--no-logo', 'take the logo away')
    .addOption(dataDirOption())
    .action(async (options) => (await load()).setLetterhead(await configOf(environment, options), options));
}
