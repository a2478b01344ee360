import type { Command } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';

/** Commands of an installation with a database. */
export function addServerCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  program
    .command('up')
    .description('start everything on this machine, until Ctrl-C')
    .option('--port <number>', 'instead of MLMCSC_PORT', wholeNumberBetween(1, 65_535))
    .option('--host <address>', 'address to listen on, instead of MLMCSC_HOST')
    .addOption(dataDirOption())
    .option('--no-demo', 'do not load the demonstration series')
    .action(async ({ demo, ...options }) => {
      const [{ up }, { loadConfig }] = await Promise.all([
        import('../commands/up.ts'),
        import('../console/load-config.ts'),
      ]);
      process.exitCode = await up(loadConfig(environment, options), environment, { withDemonstration: demo });
    });
  for (const name of ['api', 'worker'] as const) {
    program
      .command(name)
      .description(`run one ${name} process on an existing database, configured by the environment`)
      .action(async () => (await import('../commands/run-process.ts')).runProcess(name));
  }
  program
    .command('migrate')
    .description('bring the schema of the database up to date')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { migrateDatabase } = await import('../commands/migrate.ts');
      await migrateDatabase(await configOf(environment, options));
    });
  program
    .command('status')
    .description('how the installation stands: components, queue, storage, backups, versions')
    .option('--json', 'as JSON')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { showStatus } = await import('../commands/status.ts');
      process.exitCode = await showStatus(
        await configOf(environment, options),
        program.version() ?? '',
        options,
      );
    });
  program
    .command('doctor')
    .description('look at every part of the installation and say what is wrong')
    .option('--contents', 'read every object and compare it with its name')
    .option('--fix-orphans', 'remove objects that no row refers to')
    .option(
      '--grace-hours <number>',
      'objects younger than this are not judged',
      wholeNumberBetween(1, 8_760),
      24,
    )
    .addOption(dataDirOption())
    .action(async (options) => {
      const { doctor } = await import('../commands/doctor.ts');
      process.exitCode = await doctor(await configOf(environment, options), options);
    });
}
