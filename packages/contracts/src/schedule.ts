import { type Static, Type } from 'typebox';
import { Id, Instant, nullable } from './common.ts';
import { JobKind } from './job.ts';

const ScheduleName = Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$' });
const Cron = Type.String({
  maxLength: 200,
  description: '`minute hour day month weekday` with `*`, lists, ranges and steps; 0 and 7 are Sunday',
});
const TimeZone = Type.String({
  maxLength: 100,
  description: 'Name in the time zone database, e.g. `Europe/Berlin`',
});

/** A kind of job that starts by the clock. */
export const Schedule = Type.Object(
  {
    name: ScheduleName,
    kind: JobKind,
    cron: Cron,
    time_zone: TimeZone,
    is_enabled: Type.Boolean(),
    is_changed: Type.Boolean({ description: 'Chosen by an administrator; new releases leave it alone' }),
    next_at: nullable(Instant),
    last_at: nullable(Instant),
    last_job_id: nullable(Id),
  },
  { $id: 'Schedule', additionalProperties: false },
);
export type Schedule = Static<typeof Schedule>;

export const ScheduleList = Type.Object(
  { items: Type.Array(Schedule) },
  { $id: 'ScheduleList', additionalProperties: false },
);
export type ScheduleList = Static<typeof ScheduleList>;

export const ChangeScheduleRequest = Type.Object(
  { cron: Cron, time_zone: TimeZone, is_enabled: Type.Boolean() },
  { $id: 'ChangeScheduleRequest', additionalProperties: false },
);
export type ChangeScheduleRequest = Static<typeof ChangeScheduleRequest>;

export const ScheduleParams = Type.Object({ name: ScheduleName });
