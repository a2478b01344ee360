import { importUnitOf, isImportField, seriesExportFormats } from '@mlmcsc/core';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { curveOptions } from './curve-options.ts';
import { configOf, dataDirOption } from './installation-options.ts';
import { parseFields } from './parse-fields.ts';

/** Commands around series and their specimens. */
export function addSeriesCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const series = program.command('series').description('specimens that are tested and reported together');
  series
    .command('list')
    .description('all series, newest first')
    .option('--text <text>', 'part of the name, client or project')
    .addOption(new Option('--status <status>', 'only these').choices(['open', 'closed']))
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listSeries } = await import('../commands/series.ts');
      await listSeries(await configOf(environment, options), options);
    });
  series
    .command('show')
    .description('a series with its specimens, coldest first')
    .argument('<name>', 'of the series')
    .option('--json', 'one JSON object')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { showSeries } = await import('../commands/series.ts');
      await showSeries(await configOf(environment, options), name, options);
    });
  series
    .command('create')
    .description('make a series')
    .argument('<name>', 'unique')
    .addOption(
      new Option('--standard <standard>', 'tested to')
        .choices(['ISO 148-1', 'ASTM E23'])
        .makeOptionMandatory(),
    )
    .option('--fields <json>', 'further fields, as POST /api/v1/series takes them', parseFields)
    .addOption(dataDirOption())
    .action(async (name, { standard, fields = {}, ...options }) => {
      const { createSeries } = await import('../commands/series.ts');
      await createSeries(await configOf(environment, options), { ...fields, name, standard });
    });
  series
    .command('set')
    .description('change fields of a series; the state before stays in its history')
    .argument('<name>', 'of the series')
    .argument('<json>', 'fields, as PATCH /api/v1/series/{id} takes them', parseFields)
    .addOption(dataDirOption())
    .action(async (name, fields, options) => {
      const { changeSeries } = await import('../commands/series.ts');
      await changeSeries(await configOf(environment, options), name, fields);
    });
  series
    .command('acceptance')
    .description('whether a series fulfils its acceptance rule; ends with 1 when it does not, or not yet')
    .argument('<name>', 'of the series')
    .option('--json', 'one JSON object')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { judgeAcceptance } = await import('../commands/series.ts');
      process.exitCode = await judgeAcceptance(await configOf(environment, options), name, options);
    });
  const curve = series
    .command('curve')
    .description(
      'transition curve with characteristic temperatures; ends with 1 when the specimens give none',
    )
    .argument('<name>', 'of the series');
  for (const option of curveOptions()) curve.addOption(option);
  curve
    .option('--json', 'one JSON object, with the curve and its band')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { fitSeriesCurve } = await import('../commands/fit-series-curve.ts');
      process.exitCode = await fitSeriesCurve(await configOf(environment, options), name, options);
    });
  series
    .command('export')
    .description('a series with every value, unrounded')
    .argument('<name>', 'of the series')
    .requiredOption('--out <file>', 'a new file')
    .addOption(
      new Option('--format <name>', 'csv can be taken in again').choices(seriesExportFormats).default('csv'),
    )
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { exportSeriesFile } = await import('../commands/series.ts');
      await exportSeriesFile(await configOf(environment, options), name, options);
    });
  addSpecimenCommands(program, environment);
}

function addSpecimenCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const specimens = program.command('specimens').description('Charpy bars and what was measured on them');
  specimens
    .command('list')
    .description('specimens, newest first')
    .option('--series <name>', 'only of this series')
    .option('--text <text>', 'part of the identifier')
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listSpecimens } = await import('../commands/specimens.ts');
      await listSpecimens(await configOf(environment, options), options);
    });
  specimens
    .command('show')
    .description('a specimen with its pictures, as JSON')
    .argument('<identifier>', 'or barcode')
    .addOption(dataDirOption())
    .action(async (identifier, options) => {
      const { showSpecimen } = await import('../commands/specimens.ts');
      await showSpecimen(await configOf(environment, options), identifier);
    });
  specimens
    .command('photograph')
    .description('store a picture of a specimen and measure it')
    .argument('<identifier>', 'or barcode')
    .argument('<image>', 'JPEG, PNG, TIFF, WebP or BMP')
    .addOption(
      new Option('--half <number>', 'of the broken bar').choices(['1', '2']).argParser((text) => {
        if (text !== '1' && text !== '2') throw new InvalidArgumentError('It must be 1 or 2.');
        return text === '1' ? 1 : 2;
      }),
    )
    .option('--json', 'one JSON object')
    .addOption(dataDirOption())
    .action(async (identifier, image, options) => {
      const { photographSpecimen } = await import('../commands/photograph-specimen.ts');
      await photographSpecimen(await configOf(environment, options), identifier, image, options);
    });
  specimens
    .command('create')
    .description('enter a specimen')
    .argument('<identifier>', 'unique')
    .option('--fields <json>', 'further fields, as POST /api/v1/specimens takes them', parseFields)
    .addOption(dataDirOption())
    .action(async (identifier, { fields = {}, ...options }) => {
      const { createSpecimen } = await import('../commands/specimens.ts');
      await createSpecimen(await configOf(environment, options), { ...fields, identifier });
    });
  specimens
    .command('set')
    .description('change fields of a specimen; the state before stays in its history')
    .argument('<identifier>', 'of the specimen')
    .argument('<json>', 'fields, as PATCH /api/v1/specimens/{id} takes them', parseFields)
    .addOption(dataDirOption())
    .action(async (identifier, fields, options) => {
      const { changeSpecimen } = await import('../commands/specimens.ts');
      await changeSpecimen(await configOf(environment, options), identifier, fields);
    });
  specimens
    .command('import')
    .description('take in a list (CSV or XLSX), as a whole or not at all')
    .argument('<file>', 'its first row names the columns')
    .option('--series <name>', 'the series that the specimens join')
    .option('--map <header=field...>', 'what a column holds; header= leaves it out', gather(parseMapping), {})
    .option('--unit <field=unit...>', 'unit of a column that does not say it', gather(parseUnit), {})
    .addOption(new Option('--decimal <mark>', 'instead of the detected one').choices(['.', ',']))
    .option('--encoding <name>', 'of a CSV file, instead of the detected one')
    .option('--sheet <name>', 'of a workbook; the first by default')
    .addOption(
      new Option('--shear-method <method>', 'how the percent shear of the list was found').choices([
        'chart',
        'photograph',
        'instrumented',
      ]),
    )
    .option('--dry-run', 'show what would be taken in, and every fault; write nothing')
    .option('--json', 'one JSON object')
    .addOption(dataDirOption())
    .action(async (file, options) => {
      const { importSpecimens } = await import('../commands/import-specimens.ts');
      process.exitCode = await importSpecimens(await configOf(environment, options), file, options);
    });
}

type Pair = readonly [name: string, value: string | null];
const gather = (parse: (text: string) => Pair) => (text: string, before: object) => {
  const [name, value] = parse(text);
  return { ...before, [name]: value };
};

function parseMapping(text: string): Pair {
  const at = text.lastIndexOf('=');
  const field = text.slice(at + 1).trim();
  if (at < 1 || !(field === '' || isImportField(field))) {
    throw new InvalidArgumentError(
      'It must be header=field, with a field of docs/reference/specimen-lists.md.',
    );
  }
  return [text.slice(0, at).trim(), field === '' ? null : field];
}

function parseUnit(text: string): Pair {
  const [field = '', name = ''] = text.split('=').map((part) => part.trim());
  const unit = importUnitOf(name);
  if (!isImportField(field) || unit === null) {
    throw new InvalidArgumentError('It must be field=unit, for instance energy=J or temperature=degF.');
  }
  return [field, unit];
}
