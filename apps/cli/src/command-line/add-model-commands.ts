import { type Command, Option } from 'commander';
import { addTrialCommands } from './add-trial-commands.ts';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';
import { parseTime } from './parse-time.ts';

/** Commands that decide which model of an installation answers. */
export function addModelCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const model = program
    .command('model')
    .description('models of the installation: which answers, since when, why');
  const limit = () =>
    new Option('--limit <number>', 'at most so many').argParser(wholeNumberBetween(1, 1000)).default(50);
  const reason = () => new Option('--reason <text>', 'why; the ledger keeps it').makeOptionMandatory();
  const command = (name: string, description: string) =>
    model.command(name).description(description).addOption(dataDirOption());
  const load = () => import('../commands/model.ts');

  command('list', 'versions, newest first')
    .addOption(limit())
    .action(async (options) => (await load()).listModels(await configOf(environment, options), options));
  command('show', 'everything about one version, with the verdict of the gate, as JSON')
    .argument('<version>')
    .action(async (version, options) =>
      (await load()).showModel(await configOf(environment, options), version),
    );
  command('deployments', 'the ledger: which version came into service when, by whom and why')
    .addOption(limit())
    .action(async (options) => (await load()).listDeployments(await configOf(environment, options), options));
  command('live', 'which version was in service')
    .option('--at <time>', 'at this time instead of now', parseTime)
    .action(async (options) => (await load()).showLiveModel(await configOf(environment, options), options));
  command('retrain', 'learn all labels anew, in a worker; the gate judges what comes of it')
    .option('--wait', 'until it has ended; ends with 1 when it failed')
    .action(async (options) => (await load()).retrainModel(await configOf(environment, options), options));
  command('promote', 'put a version into service that the gate let pass')
    .argument('<version>')
    .addOption(reason())
    .action(async (version, options) =>
      (await load()).promoteModel(await configOf(environment, options), version, options),
    );
  command('requests', 'promotions that wait for a second person, and what became of earlier ones')
    .addOption(limit())
    .action(async (options) =>
      (await load()).listPromotionRequests(await configOf(environment, options), options),
    );
  for (const [name, decision] of [
    ['approve', 'approved'],
    ['decline', 'declined'],
  ] as const) {
    command(name, `${name} a promotion that somebody else asked for`)
      .argument('<request>')
      .action(async (id, options) =>
        (await load()).decidePromotion(await configOf(environment, options), id, decision),
      );
  }
  command('reproduce', 'learn a version again from its dataset version and compare the digests')
    .argument('<version>')
    .option('--remeasure', 'also measure every picture again')
    .option('--json', 'print the outcome as JSON')
    .action(async (version, options) => {
      const { reproduceModelVersion } = await import('../commands/reproduce-model.ts');
      process.exitCode = await reproduceModelVersion(await configOf(environment, options), version, options);
    });
  command('rollback', 'put an earlier version back into service and pause learning')
    .option('--to <version>', 'a former champion; without it, the one that the champion replaced')
    .addOption(reason())
    .option('--keep-learning', 'do not pause learning')
    .action(async (options) => (await load()).rollBackModel(await configOf(environment, options), options));
  command('answers', 'pictures whose newest answer is of a version, and reports that state one')
    .argument('<version>')
    .option('--reanalyse', 'have a worker measure those that nobody has labelled with the version in service')
    .option('--wait', 'until that has ended; ends with 1 when it failed')
    .action(async (version, options) => {
      const { answersOfModel } = await import('../commands/model-answers.ts');
      await answersOfModel(await configOf(environment, options), version, options);
    });
  command('policy', 'how models come into service: shows it, and changes what is given')
    .addOption(
      new Option('--promotion <how>', 'what happens to a candidate that the gate lets pass').choices([
        'automatic',
        'by-hand',
        'two-persons',
      ]),
    )
    .addOption(new Option('--learning <state>', 'whether labels are learned').choices(['on', 'paused']))
    .option(
      '--retrain-after <labels>',
      'labels that start a retraining; 0: none do',
      wholeNumberBetween(0, 1_000_000),
    )
    .action(async ({ promotion, learning, retrainAfter, ...options }) =>
      (await load()).modelPolicy(await configOf(environment, options), {
        ...(promotion === undefined ? {} : { promotion }),
        ...(learning === undefined ? {} : { learning }),
        ...(retrainAfter === undefined
          ? {}
          : { retrainAfterLabels: retrainAfter === 0 ? null : retrainAfter }),
      }),
    );
  addTrialCommands(model, environment);
  command('recompute', 'compute an old analysis again and compare it bit for bit')
    .argument('<analysis>')
    .action(async (id, options) => (await load()).recompute(await configOf(environment, options), id));
}
