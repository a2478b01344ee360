import { ApiKeyScope } from '@mlmcsc/contracts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';

const SCOPES = ApiKeyScope.anyOf.map((literal) => literal.const);

/** Commands that look after API keys. */
export function addKeyCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const key = program.command('key').description('API keys of the installation');
  key
    .command('create')
    .description('make an API key; it is printed once')
    .argument('<username>', 'whose key; it can do no more than this user')
    .requiredOption('--name <text>', 'what the key is for')
    .addOption(
      new Option('--scopes <list>', `what it may do, with commas between: ${SCOPES.join(', ')}`)
        .argParser(parseScopes)
        .default(['read'], 'read'),
    )
    .option('--days <n>', 'when it ends', wholeNumberBetween(1, 366), 90)
    .addOption(dataDirOption())
    .action(async (username, options) => {
      const { createKey } = await import('../commands/key.ts');
      await createKey(await configOf(environment, options), username, options);
    });
  key
    .command('list')
    .description('the keys of a user')
    .argument('<username>')
    .addOption(dataDirOption())
    .action(async (username, options) => {
      const { listKeys } = await import('../commands/key.ts');
      await listKeys(await configOf(environment, options), username);
    });
  key
    .command('revoke')
    .description('end a key at once')
    .argument('<username>')
    .argument('<key>', 'identifier as `key list` shows it')
    .addOption(dataDirOption())
    .action(async (username, id, options) => {
      const { revokeKey } = await import('../commands/key.ts');
      await revokeKey(await configOf(environment, options), username, id);
    });
}

function parseScopes(text: string): readonly ApiKeyScope[] {
  return text.split(',').map((part) => {
    const scope = SCOPES.find((known) => known === part.trim());
    if (scope === undefined) throw new InvalidArgumentError(`Choose from ${SCOPES.join(', ')}.`);
    return scope;
  });
}
