import { ChangeScheduleRequest } from '@mlmcsc/contracts';
import { createScheduleUseCases, type ScheduleRecord } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { checkFields, operator } from './with-laboratory.ts';
import { withStore } from './with-store.ts';

const withSchedules = <T>(
  config: Config,
  work: (schedules: ReturnType<typeof createScheduleUseCases>) => Promise<T>,
): Promise<T> =>
  withStore(config, (store) => work(createScheduleUseCases({ store, clock: systemClock, ids: uuidV7 })));

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `mlmcsc schedules list`: by name. */
export const listSchedules = (config: Config): Promise<void> =>
  withSchedules(config, async (schedules) => {
    for (const one of await schedules.listSchedules()) print(lineOf(one));
  });

/** `mlmcsc schedules change`: what is not named stays. */
export const changeSchedule = (
  config: Config,
  name: string,
  { cron, timeZone, on, off }: { cron?: string; timeZone?: string; on?: boolean; off?: boolean },
): Promise<void> =>
  withSchedules(config, async (schedules) => {
    const now = await schedules.getSchedule(name);
    const asked = checkFields(ChangeScheduleRequest, {
      cron: cron ?? now.cron,
      time_zone: timeZone ?? now.timeZone,
      is_enabled: on === true ? true : off === true ? false : now.isEnabled,
    });
    const changed = await schedules.changeSchedule({
      ...{ name, cron: asked.cron, timeZone: asked.time_zone, isEnabled: asked.is_enabled },
      username: operator,
    });
    print(lineOf(changed));
  });

/** `mlmcsc schedules run`: the worker does the job. */
export const runSchedule = (config: Config, name: string): Promise<void> =>
  withSchedules(config, async (schedules) => {
    const job = await schedules.runSchedule(name, operator);
    print(`${job.id}  ${job.kind}  ${job.state}`);
  });

const lineOf = ({ name, kind, cron, timeZone, isEnabled, nextAt, lastAt }: ScheduleRecord) =>
  `${name}  ${kind}  ${cron}  ${timeZone}  ${isEnabled ? `next ${nextAt.toISOString()}` : 'off'}  ` +
  `${lastAt === null ? 'never ran' : `last ${lastAt.toISOString()}`}`;
