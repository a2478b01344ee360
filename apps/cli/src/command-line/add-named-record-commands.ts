import { type Command, Option } from 'commander';
import type { NamedRecordKind } from '../commands/named-records.ts';
import { configOf, dataDirOption } from './installation-options.ts';
import { parseFields } from './parse-fields.ts';

/** Commands around heats and testing machines. */
export function addNamedRecordCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const heats = program.command('heats').description('melts that specimens were cut from');
  addCommon(heats, 'heats', 'heats', environment);
  heats
    .command('create')
    .description('enter a heat')
    .argument('<name>', 'unique')
    .option('--fields <json>', 'further fields, as POST /api/v1/heats takes them', parseFields)
    .addOption(dataDirOption())
    .action(async (name, { fields = {}, ...options }) => {
      const { createRecord } = await import('../commands/named-records.ts');
      await createRecord(await configOf(environment, options), 'heats', { ...fields, name });
    });

  const machines = program.command('machines').description('pendulum machines that specimens are broken on');
  addCommon(machines, 'machines', 'test-machines', environment);
  machines
    .command('create')
    .description('enter a testing machine')
    .argument('<name>', 'unique')
    .addOption(
      new Option('--capacity <joule>', 'potential energy, J').argParser(Number).makeOptionMandatory(),
    )
    .addOption(
      new Option('--striker <mm>', 'radius of the striking edge; gives KV2 or KV8')
        .choices(['2', '8'])
        .makeOptionMandatory(),
    )
    .option('--fields <json>', 'further fields, as POST /api/v1/test-machines takes them', parseFields)
    .addOption(dataDirOption())
    .action(async (name, { capacity, striker, fields = {}, ...options }) => {
      const { createRecord } = await import('../commands/named-records.ts');
      const told = { name, capacity_j: capacity, striker_mm: Number(striker) };
      await createRecord(await configOf(environment, options), 'machines', { ...fields, ...told });
    });
}

/** Listing, showing and changing are the same for both. @param path - of the API, for the help */
function addCommon(parent: Command, kind: NamedRecordKind, path: string, environment: NodeJS.ProcessEnv) {
  parent
    .command('list')
    .description('all, newest first')
    .option('--text <text>', 'part of the name')
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listRecords } = await import('../commands/named-records.ts');
      await listRecords(await configOf(environment, options), kind, options);
    });
  parent
    .command('show')
    .description('one of them, as JSON')
    .argument('<name>', 'of the record')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { showRecord } = await import('../commands/named-records.ts');
      await showRecord(await configOf(environment, options), kind, name);
    });
  parent
    .command('set')
    .description('change fields; the state before stays in the history')
    .argument('<name>', 'of the record')
    .argument('<json>', `fields, as PATCH /api/v1/${path}/{id} takes them`, parseFields)
    .addOption(dataDirOption())
    .action(async (name, fields, options) => {
      const { changeRecord } = await import('../commands/named-records.ts');
      await changeRecord(await configOf(environment, options), kind, name, fields);
    });
}
