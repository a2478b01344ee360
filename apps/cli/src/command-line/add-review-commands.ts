import { type Command, Option } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';

/** What a person should look at next. */
export function addReviewCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  program
    .command('review-queue')
    .description('pictures worth a label, and labels worth a second look, with reasons')
    .addOption(
      new Option(
        '--strategy <how>',
        'how pictures to label are chosen; otherwise random until there are 100 labels, then hybrid',
      ).choices(['uncertainty', 'diversity', 'hybrid', 'random']),
    )
    .addOption(
      new Option('--limit <number>', 'at most so many of each kind')
        .argParser(wholeNumberBetween(1, 100))
        .default(20),
    )
    .addOption(
      new Option('--seed <number>', 'of --strategy random').argParser(wholeNumberBetween(0, 2_147_483_647)),
    )
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (options) =>
      (await import('../commands/review-queue.ts')).showReviewQueue(
        await configOf(environment, options),
        options,
      ),
    );
}
