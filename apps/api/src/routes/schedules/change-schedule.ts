import { ChangeScheduleRequest, Schedule, ScheduleParams } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IfMatchHeaders, replacing, tagged } from '../../http/entity-tag.ts';
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
        description: 'Needs `If-Match` with the `ETag` of the schedule that it replaces.',
        params: ScheduleParams,
        headers: IfMatchHeaders,
        body: ChangeScheduleRequest,
        response: {
          200: json('The schedule as it is now', Schedule),
          ...problems([
            'invalid-request',
            'malformed-body',
            'schedule-invalid',
            'schedule-not-found',
            'precondition-failed',
            'precondition-required',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { cron, time_zone: timeZone, is_enabled: isEnabled } = request.body;
      const { name } = request.params;
      const username = usernameOf(request);
      const mayReplace = replacing(request, presentSchedule);
      const asked = { name, cron, timeZone, isEnabled, username, mayReplace };
      return tagged(reply, presentSchedule(await useCases.changeSchedule(asked)));
    },
  );
};
