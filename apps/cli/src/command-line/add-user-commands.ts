import { Argument, type Command, Option } from 'commander';
import { ROLES } from '../commands/roles.ts';
import { configOf, dataDirOption } from './installation-options.ts';

/** Commands that look after the users of an installation. */
export function addUserCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const user = program.command('user').description('users of the installation');
  const passwordStdin = () =>
    new Option('--password-stdin', 'read the password from standard input instead of making one');
  user
    .command('create')
    .alias('add')
    .description('make a user; the password is printed once')
    .argument('<username>')
    .addOption(new Option('--role <role>', 'what the user may do').choices([...ROLES]).default('technician'))
    .option('--admin', 'the same as --role admin')
    .option('--name <text>', 'name to show')
    .addOption(passwordStdin())
    .addOption(dataDirOption())
    .action(async (username, options) => {
      const { addUser } = await import('../commands/user.ts');
      await addUser(await configOf(environment, options), username, options);
    });
  user
    .command('list')
    .description('all users with their roles')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listUsers } = await import('../commands/user.ts');
      await listUsers(await configOf(environment, options));
    });
  user
    .command('set-password')
    .description('give a user a new password and sign the user out everywhere')
    .argument('<username>')
    .addOption(passwordStdin())
    .addOption(dataDirOption())
    .action(async (username, options) => {
      const { setPassword } = await import('../commands/user.ts');
      await setPassword(await configOf(environment, options), username, options);
    });
  user
    .command('set-role')
    .description('change what a user may do')
    .argument('<username>')
    .addArgument(new Argument('<role>').choices([...ROLES]))
    .addOption(dataDirOption())
    .action(async (username, role, options) => {
      const { setRole } = await import('../commands/user.ts');
      await setRole(await configOf(environment, options), username, role);
    });
  for (const [name, description, run] of [
    ['deactivate', 'take the access from a user: sessions and API keys die at once', 'deactivateUser'],
    ['reactivate', 'give a user the access back', 'reactivateUser'],
    ['reset-second-factor', 'take away the second factor of a user who lost it', 'resetSecondFactor'],
  ] as const) {
    user
      .command(name)
      .description(description)
      .argument('<username>')
      .addOption(dataDirOption())
      .action(async (username, options) => {
        const commands = await import('../commands/user.ts');
        await commands[run](await configOf(environment, options), username);
      });
  }
}
