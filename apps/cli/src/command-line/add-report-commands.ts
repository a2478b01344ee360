import { type Command, Option } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { addPersonOptions } from './person-options.ts';

/** Commands around reports. */
export function addReportCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const report = program.command('report').description('reports of series: drafts, signatures, papers');
  report
    .command('make')
    .description('write a series down as it is now: a draft until somebody signs it')
    .argument('<name>', 'of the series')
    .addOption(
      new Option('--curve <property...>', 'transition curves that it shows').choices([
        ...['energy', 'lateral-expansion', 'shear'],
      ]),
    )
    .option('--supersedes <id>', 'the signed report that it is to replace')
    .option('--reason <text>', 'why it replaces that one')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { makeReport } = await import('../commands/report.ts');
      await makeReport(await configOf(environment, options), name, options);
    });
  report
    .command('list')
    .description('reports of a series, or of all, newest first')
    .argument('[name]', 'of the series')
    .addOption(
      new Option('--state <state>', 'only these').choices(['draft', 'signed', 'superseded', 'discarded']),
    )
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { listReports } = await import('../commands/report.ts');
      await listReports(await configOf(environment, options), name, options);
    });
  addPersonOptions(report.command('sign'))
    .description('sign a report as a person, who gives the password once more')
    .argument('<id>', 'of the report')
    .option('--statement <text>', 'what the signature says', 'Checked and released.')
    .option('--digest <sha256>', 'of the document that was looked at: another one is not signed')
    .addOption(dataDirOption())
    .action(async (id, options) => {
      const { signReport } = await import('../commands/report.ts');
      await signReport(await configOf(environment, options), id, options);
    });
  report
    .command('discard')
    .description('say that nobody is to sign a draft')
    .argument('<id>', 'of the report')
    .requiredOption('--reason <text>', 'why')
    .addOption(dataDirOption())
    .action(async (id, options) => {
      const { discardReport } = await import('../commands/report.ts');
      await discardReport(await configOf(environment, options), id, options);
    });
  report
    .command('show')
    .description('the document of a report as JSON, byte for byte')
    .argument('<id>', 'of the report')
    .addOption(dataDirOption())
    .action(async (id, options) => {
      const { showReport } = await import('../commands/report.ts');
      await showReport(await configOf(environment, options), id);
    });
  report
    .command('pdf')
    .description('a report as PDF, as it is printed and sent')
    .argument('<id>', 'of the report')
    .option('--out <path>', 'file to write (default: report-<number>-<version>.pdf here)')
    .addOption(dataDirOption())
    .action(async (id, options) => {
      const { printReportFile } = await import('../commands/print-report-file.ts');
      await printReportFile(await configOf(environment, options), id, options);
    });
  report
    .command('verify')
    .description('whether a verification code stands for a signed report; ends with 1 when it is not valid')
    .argument('<code>', 'as printed')
    .option('--file <path>', 'the document at hand')
    .addOption(dataDirOption())
    .action(async (code, options) => {
      const { verifyReport } = await import('../commands/report.ts');
      process.exitCode = await verifyReport(await configOf(environment, options), code, options);
    });
}
