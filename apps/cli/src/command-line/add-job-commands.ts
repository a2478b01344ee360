import { JobKind, JobState } from '@mlmcsc/contracts';
import { type Command, Option } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { wholeNumberBetween } from './parse-number.ts';

const STATES = JobState.anyOf.map((literal) => literal.const);
const KINDS = JobKind.anyOf.map((literal) => literal.const);

/** Commands that look after the jobs of an installation. */
export function addJobCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const jobs = program.command('jobs').description('jobs of the installation');
  jobs
    .command('list')
    .description('jobs, newest first; --state dead shows those that failed for good')
    .addOption(new Option('--state <state>', 'only these').choices(STATES))
    .addOption(new Option('--kind <kind>', 'only these').choices(KINDS))
    .option('--limit <number>', 'at most so many', wholeNumberBetween(1, 1000), 50)
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listJobs } = await import('../commands/jobs.ts');
      await listJobs(await configOf(environment, options), options);
    });
  for (const [name, about] of [
    ['show', 'everything about one job, as JSON'],
    ['cancel', 'cancel a job; what is finished stays'],
    ['rerun', 'run a dead or cancelled job again'],
  ] as const) {
    jobs
      .command(name)
      .description(about)
      .argument('<id>')
      .addOption(dataDirOption())
      .action(async (id, options) => {
        const { cancelJob, rerunJob, showJob } = await import('../commands/jobs.ts');
        const run = { show: showJob, cancel: cancelJob, rerun: rerunJob }[name];
        await run(await configOf(environment, options), id);
      });
  }
  jobs
    .command('statistics')
    .description('what waits, runs and is dead, and how long the oldest has waited')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { showJobStatistics } = await import('../commands/jobs.ts');
      await showJobStatistics(await configOf(environment, options));
    });
}
