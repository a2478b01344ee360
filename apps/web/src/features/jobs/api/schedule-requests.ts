import { unwrap } from '@mlmcsc/client';
import type { ChangeScheduleRequest, Job, Schedule } from '@mlmcsc/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { tagOfShown } from '../../../shared/requests/tag-of-shown.ts';

const byName = (name: string) => ({ params: { path: { name } } });

/** What starts by the clock, by name. */
export const schedulesQuery = queryOptions({
  queryKey: ['schedules'] as const,
  queryFn: async ({ signal }): Promise<readonly Schedule[]> =>
    unwrap(await api.GET('/api/v1/schedules', { signal })).items,
});

/** Changes the schedule, but only as it was shown. @throws ProblemError `precondition-failed` */
export async function changeSchedule(request: {
  readonly shown: Schedule;
  readonly change: Partial<ChangeScheduleRequest>;
}): Promise<Schedule> {
  const { shown, change } = request;
  const read = await api.GET('/api/v1/schedules/{name}', byName(shown.name));
  const tag = tagOfShown(read, shown, ['cron', 'time_zone', 'is_enabled']);
  const { cron, time_zone, is_enabled } = shown;
  return unwrap(
    await api.PUT('/api/v1/schedules/{name}', {
      params: { path: { name: shown.name }, header: { 'if-match': tag } },
      body: { cron, time_zone, is_enabled, ...change },
    }),
  );
}

export const runSchedule = async (name: string): Promise<Job> =>
  unwrap(await api.POST('/api/v1/schedules/{name}/run', byName(name)));
