import { readFileSync } from 'node:fs';
import type { Role } from '@mlmcsc/core';
import { strategyNames } from '@mlmcsc/learning';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { ConfigOptions } from './console/load-config.ts';

/** The whole command line. Each command's code is loaded only when it runs, so that `--help` stays quick.
 * @param environment - `process.env`
 */
export function createProgram(environment: NodeJS.ProcessEnv): Command {
  const program = new Command('mlmcsc')
    .description(
      'Percent shear of Charpy fracture faces from photographs, with an interval, learning from corrections.',
    )
    .version(readVersion(), '--version', 'print the version')
    .helpOption('--help', 'explain a command')
    .showHelpAfterError('(mlmcsc --help explains the commands)')
    .exitOverride();
  addMeasuringCommands(program);
  addServerCommands(program, environment);
  return program;
}

/** Commands that need no server. */
function addMeasuringCommands(program: Command): void {
  program
    .command('analyse')
    .description('measure pictures: one line each, JSON unless a person watches')
    .argument('<image|folder...>', 'pictures, or folders that are searched to the bottom')
    .option('--model <file>', 'model artefact instead of the one that ships')
    .option('--json', 'JSON lines also on a terminal')
    .option('--overlay <folder>', 'write each picture with outline and map there')
    .option(
      '--map <folder>',
      'write each per-pixel shear map there (PNG, 255 = shear, 1 = cleavage, 0 = outside)',
    )
    .option('--width-mm <mm>', 'specimen width W when it is not 10', numberBetween(1, 30))
    .option('--px-per-mm <number>', 'stored calibration', numberBetween(0.1, 10_000))
    .action(async (paths, options) => {
      const { analyse } = await import('./commands/analyse.ts');
      process.exitCode = await analyse(paths, options);
    });
  program
    .command('learn')
    .description('learn labels into a new model and print its evaluation')
    .argument('<labels.csv>', 'columns file, shear_percent; optional specimen, heat, technician, weight')
    .requiredOption('--images <folder>', 'where the files of the table are')
    .requiredOption('--out <file>', 'where the new model is written')
    .option('--from <file>', 'model to start from instead of the one that ships')
    .addOption(
      new Option('--strategy <name>', 'how labels count').choices([...strategyNames]).default('immediate'),
    )
    .option('--json', 'print the evaluation as JSON')
    .action(async (table, options) => {
      const { learn } = await import('./commands/learn.ts');
      process.exitCode = await learn(table, options);
    });
  program
    .command('evaluate')
    .description('compare a model with labels; nothing is learned')
    .argument('<labels.csv>', 'as for learn')
    .requiredOption('--images <folder>', 'where the files of the table are')
    .option('--model <file>', 'model artefact instead of the one that ships')
    .option('--json', 'print the figures as JSON')
    .action(async (table, options) => {
      const { evaluate } = await import('./commands/evaluate.ts');
      process.exitCode = await evaluate(table, options);
    });
}

/** Commands of an installation with a database. */
function addServerCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const dataDir = () => new Option('--data-dir <folder>', 'instead of MLMCSC_DATA_DIR');
  program
    .command('up')
    .description('start everything on this machine, until Ctrl-C')
    .option('--port <number>', 'instead of MLMCSC_PORT', wholeNumberBetween(1, 65_535))
    .option('--host <address>', 'address to listen on, instead of MLMCSC_HOST')
    .addOption(dataDir())
    .option('--no-demo', 'do not load the demonstration series')
    .action(async ({ demo, ...options }) => {
      const [{ up }, { loadConfig }] = await Promise.all([
        import('./commands/up.ts'),
        import('./console/load-config.ts'),
      ]);
      process.exitCode = await up(loadConfig(environment, options), environment, { withDemonstration: demo });
    });
  for (const name of ['api', 'worker'] as const) {
    program
      .command(name)
      .description(`run one ${name} process on an existing database, configured by the environment`)
      .action(async () => (await import('./commands/run-process.ts')).runProcess(name));
  }
  program
    .command('migrate')
    .description('bring the schema of the database up to date')
    .addOption(dataDir())
    .action(async (options) => {
      const { migrateDatabase } = await import('./commands/migrate.ts');
      await migrateDatabase((await import('./console/load-config.ts')).loadConfig(environment, options));
    });
  program
    .command('doctor')
    .description('look at every part of the installation and say what is wrong')
    .addOption(dataDir())
    .action(async (options) => {
      const { doctor } = await import('./commands/doctor.ts');
      process.exitCode = await doctor(
        (await import('./console/load-config.ts')).loadConfig(environment, options),
      );
    });
  addUserCommands(program, environment, dataDir);
}

const ROLES: readonly Role[] = ['viewer', 'technician', 'reviewer', 'engineer', 'admin'];

function addUserCommands(program: Command, environment: NodeJS.ProcessEnv, dataDir: () => Option): void {
  const user = program.command('user').description('users of the installation');
  const load = async (options: ConfigOptions) => {
    const [commands, { loadConfig }] = await Promise.all([
      import('./commands/user.ts'),
      import('./console/load-config.ts'),
    ]);
    return { commands, config: loadConfig(environment, options) };
  };
  const passwordStdin = () =>
    new Option('--password-stdin', 'read the password from standard input instead of making one');
  user
    .command('add')
    .description('make a user; the password is printed once')
    .argument('<username>')
    .addOption(new Option('--role <role>', 'what the user may do').choices([...ROLES]).default('technician'))
    .option('--name <text>', 'name to show')
    .addOption(passwordStdin())
    .addOption(dataDir())
    .action(async (username, options) => {
      const { commands, config } = await load(options);
      await commands.addUser(config, username, options);
    });
  user
    .command('list')
    .description('all users with their roles')
    .addOption(dataDir())
    .action(async (options) => {
      const { commands, config } = await load(options);
      await commands.listUsers(config);
    });
  user
    .command('set-password')
    .description('give a user a new password and sign the user out everywhere')
    .argument('<username>')
    .addOption(passwordStdin())
    .addOption(dataDir())
    .action(async (username, options) => {
      const { commands, config } = await load(options);
      await commands.setPassword(config, username, options);
    });
  user
    .command('set-role')
    .description('change what a user may do')
    .argument('<username>')
    .addArgument(new Argument('<role>').choices([...ROLES]))
    .addOption(dataDir())
    .action(async (username, role, options) => {
      const { commands, config } = await load(options);
      await commands.setRole(config, username, role);
    });
}

function wholeNumberBetween(least: number, most: number) {
  const parse = numberBetween(least, most);
  return (text: string): number => {
    const value = parse(text);
    if (!Number.isInteger(value)) throw new InvalidArgumentError('It must be a whole number.');
    return value;
  };
}

function numberBetween(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most)) {
      throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
    }
    return value;
  };
}

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
