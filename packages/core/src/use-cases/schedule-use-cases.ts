import type { JobKind } from '../domain/records.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { isTimeZone, nextTime, parseCron } from '../jobs/cron.ts';
import type { ScheduleRecord } from '../ports/schedules.ts';
import type { Rows } from '../ports/store.ts';
import { enqueue, findJob, type JobDependencies, newJob } from './job-use-cases.ts';
import type { UseCases } from './use-cases.ts';

/** Who appears as the one who started what nobody asked for. */
const systemUser = 'system';

interface StandardSchedule {
  readonly kind: JobKind;
  readonly cron: string;
  readonly timeZone: string;
}

/** What runs by the clock in every installation until an administrator chooses otherwise; one entry a schedule. */
const standardSchedules: Readonly<Record<string, StandardSchedule>> = {
  prune: { kind: 'maintenance.prune.v1', cron: '17 3 * * *', timeZone: 'UTC' },
  // While every policy keeps for ever it removes nothing.
  retention: { kind: 'maintenance.retention.v1', cron: '47 3 * * *', timeZone: 'UTC' },
  drift: { kind: 'drift.evaluate.v1', cron: '7 * * * *', timeZone: 'UTC' },
};

/** Jobs that start by the clock. */
export function createScheduleUseCases(
  dependencies: JobDependencies,
): Pick<
  UseCases,
  'listSchedules' | 'getSchedule' | 'changeSchedule' | 'runSchedule' | 'installSchedules' | 'startDueJobs'
> {
  const { store, clock } = dependencies;
  return {
    listSchedules: () => store.rows.schedules.list(),
    async getSchedule(name) {
      const all = await store.rows.schedules.list();
      return known(all.find((one) => one.name === name) ?? null, name);
    },
    changeSchedule: ({ name, cron, timeZone, isEnabled, username, mayReplace }) =>
      store.transaction(async (rows) => {
        const before = await takeSchedule(rows, name);
        mayReplace?.(before);
        const nextAt = firstTime(cron, timeZone, clock.now());
        const after = await rows.schedules.update(name, {
          ...{ cron, timeZone, isEnabled, nextAt, isChanged: true },
        });
        await rows.audit.append({
          action: 'schedule.changed',
          actor: username,
          subject: { kind: 'schedule', id: name },
          details: { from: describe(before), to: describe(after) },
        });
        return after;
      }),
    runSchedule: (name, username) =>
      store.transaction(async (rows) => {
        const job = await startJob(dependencies, rows, await takeSchedule(rows, name), username);
        await rows.audit.append({
          action: 'schedule.run',
          actor: username,
          subject: { kind: 'schedule', id: name },
          details: { job_id: job.id },
        });
        return job;
      }),
    async installSchedules() {
      await store.transaction(async (rows) => {
        for (const [name, standard] of Object.entries(standardSchedules)) {
          const nextAt = firstTime(standard.cron, standard.timeZone, clock.now());
          const fresh = { isEnabled: true, isChanged: false, lastAt: null, lastJobId: null };
          await rows.schedules.insertNew({ name, ...standard, ...fresh, nextAt });
          const known = await takeSchedule(rows, name);
          const { cron, timeZone } = standard;
          if (!known.isChanged && (known.cron !== cron || known.timeZone !== timeZone)) {
            await rows.schedules.update(name, { cron, timeZone, nextAt });
          }
        }
      });
    },
    startDueJobs: () =>
      store.transaction(async (rows) => {
        const now = clock.now();
        const started: string[] = [];
        for (const schedule of await rows.schedules.takeDue(now)) {
          const job = await startJob(dependencies, rows, schedule, systemUser);
          // From now on: times that went by while nobody looked give this one job together.
          const nextAt = firstTime(schedule.cron, schedule.timeZone, now);
          await rows.schedules.update(schedule.name, { nextAt, lastAt: now, lastJobId: job.id });
          started.push(job.id);
        }
        return started;
      }),
  };
}

/** The job that waits already, or a new one. */
async function startJob(
  dependencies: JobDependencies,
  rows: Rows,
  { kind }: ScheduleRecord,
  username: string,
) {
  const { job, created } = await rows.jobs.insertUnlessPending(newJob(dependencies, kind, username));
  if (created) await enqueue(rows, job);
  return findJob(rows, job.id);
}

const takeSchedule = async (rows: Rows, name: string) => known(await rows.schedules.take(name), name);

function known(schedule: ScheduleRecord | null, name: string): ScheduleRecord {
  if (schedule === null) throw new NotFound('schedule-not-found', `There is no schedule ${name}.`);
  return schedule;
}

/** @throws InvalidInput `schedule-invalid` */
function firstTime(cron: string, timeZone: string, after: Date): Date {
  const expression = parseCron(cron);
  if (expression === null) {
    throw new InvalidInput(
      'schedule-invalid',
      `"${cron}" is no time: write minute, hour, day, month and weekday, e.g. "17 3 * * *".`,
    );
  }
  const next = isTimeZone(timeZone) ? nextTime(expression, timeZone, after) : null;
  if (next === null) {
    throw new InvalidInput('schedule-invalid', `"${timeZone}" is no time zone, e.g. "Europe/Berlin".`);
  }
  return next;
}

const describe = ({ cron, timeZone, isEnabled }: ScheduleRecord) =>
  `${cron} ${timeZone}${isEnabled ? '' : ' (off)'}`;
