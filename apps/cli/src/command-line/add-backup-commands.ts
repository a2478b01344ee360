import { type Command, Option } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';

/** Commands that keep an installation safe and bring it back. */
export function addBackupCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const keyOption = () => new Option('--key-file <file>', 'instead of MLMCSC_BACKUP_KEY');
  program
    .command('backup')
    .description('back up the database and every object that its rows refer to, encrypted')
    .argument('<target>', 'folder, or s3://bucket/prefix')
    .addOption(keyOption())
    .option('--keep <n>', 'remove all but the newest n complete backups', wholeNumberBetween(1, 100_000))
    .option('--verify', 'afterwards restore it into a scratch database and compare')
    .addOption(dataDirOption())
    .action(async (target, options) => {
      const { backUp } = await import('../commands/backup.ts');
      process.exitCode = await backUp(await configOf(environment, options), target, options);
    });
  program
    .command('restore')
    .description('bring back an installation from a backup')
    .argument('<source>', 'folder, or s3://bucket/prefix')
    .addOption(keyOption())
    .option('--backup <id>', 'which one, instead of the newest')
    .option('--list', 'only tell which backups there are')
    .option('--only-secrets', 'only bring back the secret that the data folder held')
    .option('--replace', 'set the data folder’s present database aside instead of refusing')
    .addOption(dataDirOption())
    .action(async (source, options) => {
      const { restore } = await import('../commands/restore.ts');
      process.exitCode = await restore(await configOf(environment, options), source, options);
    });
  program
    .command('verify-backup')
    .description('restore a backup into a scratch database and compare it with what was stored')
    .argument('<source>', 'folder, or s3://bucket/prefix')
    .addOption(keyOption())
    .option('--backup <id>', 'which one, instead of the newest')
    .option('--all-objects', 'read every object, not a sample')
    .addOption(dataDirOption())
    .action(async (source, options) => {
      const { verify } = await import('../commands/verify-backup.ts');
      process.exitCode = await verify(await configOf(environment, options), source, options);
    });
  program
    .command('backup-key')
    .description('make a key for backups')
    .argument('<file>', 'a new file; keep a copy apart from the backups')
    .action(async (file) => {
      const { makeKeyFile } = await import('../commands/backup-key.ts');
      await makeKeyFile(file);
    });
}
