import { type Command, InvalidArgumentError } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { numberBetween, wholeNumberBetween } from './parse-number.ts';
import { addPersonOptions } from './person-options.ts';

/** Commands around studies of readers. Readings are given in the web application or by the API: by the reader alone. */
export function addStudyCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const study = program
    .command('study')
    .description('blind readings of the same specimens by several people, and how well they agree');
  study
    .command('list')
    .description('all studies, newest first')
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listStudies } = await import('../commands/study.ts');
      await listStudies(await configOf(environment, options), options);
    });
  study
    .command('create')
    .description('begin a study; everybody gets a random order of their own')
    .argument('<name>', 'unique')
    .requiredOption('--readers <usernames...>', 'who reads')
    .option('--specimens <identifiers...>', 'what is read')
    .option('--series <name>', 'all specimens of this series')
    .option('--repeats <number>', 'how often everybody reads every specimen', wholeNumberBetween(1, 5), 1)
    .option(
      '--threshold <points>',
      'between readers, above which a reviewer decides',
      numberBetween(0.1, 100),
      10,
    )
    .option('--no-model', 'without the model as one more reader')
    .option('--seed <number>', 'of the random order', wholeNumberBetween(0, 2 ** 31 - 1))
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { createStudy } = await import('../commands/study.ts');
      await createStudy(await configOf(environment, options), name, options);
    });
  study
    .command('show')
    .description('how far everybody is')
    .argument('<name>', 'of the study')
    .option('--json', 'one JSON object')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { showStudy } = await import('../commands/study.ts');
      await showStudy(await configOf(environment, options), name, options);
    });
  study
    .command('specimens')
    .description('its specimens; readings of those that everybody has read')
    .argument('<name>', 'of the study')
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { listStudySpecimens } = await import('../commands/study.ts');
      await listStudySpecimens(await configOf(environment, options), name, options);
    });
  study
    .command('results')
    .description('how well its readers agree, once everything is read or the study is closed')
    .argument('<name>', 'of the study')
    .option('--json', 'one JSON object')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { showStudyResults } = await import('../commands/study.ts');
      await showStudyResults(await configOf(environment, options), name, options);
    });
  addPersonOptions(study.command('next'))
    .description('the picture that a reader has to read next, as a file')
    .argument('<name>', 'of the study')
    .requiredOption('--out <file>', 'where the picture is written')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { saveNextPicture } = await import('../commands/read-in-study.ts');
      await saveNextPicture(await configOf(environment, options), name, options);
    });
  addPersonOptions(study.command('read'))
    .description('give the blind reading that is next; it cannot be changed afterwards')
    .argument('<name>', 'of the study')
    .argument('<percent>', 'shear, 0 to 100', numberBetween(0, 100))
    .addOption(dataDirOption())
    .action(async (name, percent, options) => {
      const { giveReading } = await import('../commands/read-in-study.ts');
      await giveReading(await configOf(environment, options), name, percent, options);
    });
  study
    .command('decide')
    .description('the value of a specimen whose readers differ')
    .argument('<name>', 'of the study')
    .argument('<identifier>', 'of the specimen')
    .argument('<percent>', 'shear, 0 to 100', numberBetween(0, 100))
    .requiredOption('--reason <text>', 'why; it is kept', parseReason)
    .addOption(dataDirOption())
    .action(async (name, identifier, percent, options) => {
      const { decideStudySpecimen } = await import('../commands/study.ts');
      await decideStudySpecimen(await configOf(environment, options), name, identifier, percent, options);
    });
  study
    .command('close')
    .description('end a study, also before everybody has finished')
    .argument('<name>', 'of the study')
    .requiredOption('--reason <text>', 'why; it is kept', parseReason)
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { closeStudy } = await import('../commands/study.ts');
      await closeStudy(await configOf(environment, options), name, options);
    });
}

function parseReason(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > 500) throw new InvalidArgumentError('It must be 1 to 500 characters.');
  return reason;
}
