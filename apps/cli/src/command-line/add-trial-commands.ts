import { type Command, Option } from 'commander';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';

/** Commands that try a challenger beside the champion. @param model - the command `model` */
export function addTrialCommands(model: Command, environment: NodeJS.ProcessEnv): void {
  const trial = model.command('trial').description('a challenger beside the champion on live pictures');
  const reason = () =>
    new Option('--reason <text>', 'why; the trial and the audit trail keep it').makeOptionMandatory();
  const command = (name: string, description: string) =>
    trial.command(name).description(description).addOption(dataDirOption());
  const load = () => import('../commands/model-trial.ts');

  command('start', 'try a version: computed and never shown, or answering a share of the specimens')
    .argument('<version>')
    .addOption(new Option('--shadow', 'compute its answers, show them to nobody').conflicts('canary'))
    .option(
      '--canary <percent>',
      'of the specimens, 1 to 50, are answered by it; always the same ones',
      wholeNumberBetween(1, 50),
    )
    .addOption(reason())
    .action(async (version, { shadow = false, canary, ...options }) => {
      if (!shadow && canary === undefined) {
        throw new CommandFailure('Say --shadow or --canary <percent>.', exitCodes.usage);
      }
      const { startTrial } = await load();
      await startTrial(await configOf(environment, options), version, { ...options, percent: canary ?? 0 });
    });
  command('stop', 'end the trial that runs: the champion alone answers again')
    .addOption(reason())
    .action(async (options) => (await load()).stopTrial(await configOf(environment, options), options));
  command('show', 'both models on the same pictures')
    .argument('[trial]', 'without it, the newest')
    .option('--json', 'one JSON object')
    .action(async (id, options) =>
      (await load()).showTrial(await configOf(environment, options), id, options),
    );
  command('list', 'trials, newest first')
    .addOption(
      new Option('--limit <number>', 'at most so many').argParser(wholeNumberBetween(1, 1000)).default(50),
    )
    .option('--json', 'one JSON object a line')
    .action(async (options) => (await load()).listTrials(await configOf(environment, options), options));
}
