import { ChangeScheduleRequest, Schedule, ScheduleParams } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentSchedule } from '../../present/present-schedule.ts';

/** Choose when a job starts. */
export const changeSchedule: Endpoint = (app, { useCases }) => {
  app.put(
    '/schedules/:name',
    {
      schema: {
        operationId: 'changeSchedule',
        tags: ['jobs'],
        summary: 'Choose when a job starts by the clock, or turn it off',
        params: ScheduleParams,
        body: ChangeScheduleRequest,
        response: {
          200: json('The schedule as it is now', Schedule),
          ...problems([
            'invalid-request',
            'malformed-body',
            'schedule-invalid',
            'schedule-not-found',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request) => {
      const { cron, time_zone: timeZone, is_enabled: isEnabled } = request.body;
      const { name } = request.params;
      const username = usernameOf(request);
      return presentSchedule(await useCases.changeSchedule({ name, cron, timeZone, isEnabled, username }));
    },
  );
};
