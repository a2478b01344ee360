import type { Schedule } from '@mlmcsc/contracts';
import type { ScheduleRecord } from '@mlmcsc/core';

/** A schedule as the API shows it; one that is off has no next time. */
export const presentSchedule = (schedule: ScheduleRecord): Schedule => ({
  name: schedule.name,
  kind: schedule.kind,
  cron: schedule.cron,
  time_zone: schedule.timeZone,
  is_enabled: schedule.isEnabled,
  is_changed: schedule.isChanged,
  next_at: schedule.isEnabled ? schedule.nextAt.toISOString() : null,
  last_at: schedule.lastAt?.toISOString() ?? null,
  last_job_id: schedule.lastJobId,
});
