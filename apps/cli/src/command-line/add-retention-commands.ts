import type { RetentionKind } from '@mlmcsc/core';
import { type Command, InvalidArgumentError } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';

/** Commands about how long pictures are kept. */
export function addRetentionCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const retention = program.command('retention').description('how long pictures are kept, and legal holds');
  retention
    .command('show')
    .description('how long what is kept')
    .option('--json', 'one object a line')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { showPolicies } = await import('../commands/retention.ts');
      await showPolicies(await configOf(environment, options), options);
    });
  retention
    .command('set')
    .description('choose how long one kind is kept; nothing is removed before the next run')
    .argument('<kind>', 'unlabelled-pictures, labelled-pictures or maps')
    .argument('<days>', 'from 30, or for-ever', parseDays)
    .addOption(dataDirOption())
    .action(async (kind, days, options) => {
      const { setPolicy } = await import('../commands/retention.ts');
      await setPolicy(await configOf(environment, options), kind, days);
    });
  retention
    .command('preview')
    .description('what a run would remove now, and what stays and why; removes nothing')
    .option('--try <kind=days>', 'days in place of those of the policy; may be repeated', collectTried, {})
    .option('--json', 'the whole answer as one object')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { previewRemoval } = await import('../commands/retention.ts');
      await previewRemoval(await configOf(environment, options), options);
    });
  retention
    .command('run')
    .description('remove now what is past its time; the worker does it')
    .option('--yes', 'do not only show the preview')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { runRemoval } = await import('../commands/retention.ts');
      await runRemoval(await configOf(environment, options), options);
    });
  retention
    .command('hold')
    .description('put a picture on legal hold: no policy removes it')
    .argument('<image>', 'identifier of the picture')
    .requiredOption('--reason <text>', 'why; the audit trail keeps it')
    .addOption(dataDirOption())
    .action(async (image, options) => {
      const { placeHold } = await import('../commands/retention-holds.ts');
      await placeHold(await configOf(environment, options), image, options);
    });
  retention
    .command('release')
    .description('take a picture off legal hold')
    .argument('<image>', 'identifier of the picture')
    .requiredOption('--reason <text>', 'why; the audit trail keeps it')
    .addOption(dataDirOption())
    .action(async (image, options) => {
      const { releaseHold } = await import('../commands/retention-holds.ts');
      await releaseHold(await configOf(environment, options), image, options);
    });
  retention
    .command('holds')
    .description('pictures on legal hold, newest first')
    .option('--json', 'one object a line')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listHolds } = await import('../commands/retention-holds.ts');
      await listHolds(await configOf(environment, options), options);
    });
}

/** Null: for ever. */
function parseDays(text: string): number | null {
  if (text === 'for-ever') return null;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give whole days, or for-ever.');
}

type Tried = Partial<Record<RetentionKind, number | null>>;

function collectTried(text: string, before: Tried): Tried {
  const [, kind, days] = /^(unlabelled-pictures|labelled-pictures|maps)=(.+)$/.exec(text) ?? [];
  if (kind === undefined || days === undefined) {
    throw new InvalidArgumentError('Write it as kind=days, e.g. maps=365.');
  }
  return { ...before, [kind]: parseDays(days) };
}
