import { type Command, Option } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';

/** Commands that look after what starts by the clock. */
export function addScheduleCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const schedules = program.command('schedules').description('jobs that start by the clock');
  schedules
    .command('list')
    .description('what starts when, and when it last did')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listSchedules } = await import('../commands/schedules.ts');
      await listSchedules(await configOf(environment, options));
    });
  schedules
    .command('change')
    .description('choose when a job starts, or turn it off; what is not named stays')
    .argument('<name>')
    .option('--cron <expression>', 'minute hour day month weekday, e.g. "17 3 * * *"')
    .option('--time-zone <name>', 'e.g. Europe/Berlin')
    .addOption(new Option('--on', 'start it by the clock').conflicts('off'))
    .option('--off', 'start it no more')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { changeSchedule } = await import('../commands/schedules.ts');
      await changeSchedule(await configOf(environment, options), name, options);
    });
  schedules
    .command('run')
    .description('start the job now, besides its times')
    .argument('<name>')
    .addOption(dataDirOption())
    .action(async (name, options) => {
      const { runSchedule } = await import('../commands/schedules.ts');
      await runSchedule(await configOf(environment, options), name);
    });
}
