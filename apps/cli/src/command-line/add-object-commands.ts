import { Argument, type Command } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';

/** Commands that look after stored pictures, maps and models. */
export function addObjectCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const objects = program.command('objects').description('stored pictures, maps and models');
  const place = (name: string) => new Argument(`<${name}>`, 'folder or bucket').choices(['folder', 'bucket']);
  objects
    .command('copy')
    .description('copy from the data folder to the bucket, or back; what is there already is left out')
    .addArgument(place('from'))
    .addArgument(place('to'))
    .addOption(dataDirOption())
    .action(async (from, to, options) => {
      const { copyStoredObjects } = await import('../commands/objects.ts');
      process.exitCode = await copyStoredObjects(await configOf(environment, options), from, to);
    });
  objects
    .command('verify')
    .description('read every object and compare it with its SHA-256')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { verifyStoredObjects } = await import('../commands/objects.ts');
      process.exitCode = await verifyStoredObjects(await configOf(environment, options));
    });
  const second = (name: 'replicate' | 'repair', description: string) =>
    objects
      .command(name)
      .description(description)
      .addOption(dataDirOption())
      .action(async (options) => {
        const { workWithReplica } = await import('../commands/objects.ts');
        process.exitCode = await workWithReplica(await configOf(environment, options), name);
      });
  second('replicate', 'copy what the bucket of the second region lacks; nothing is removed there');
  second('repair', 'put the second region’s objects in place of those that are damaged or missing');
}
