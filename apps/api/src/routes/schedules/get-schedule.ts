import { Schedule, ScheduleParams } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentSchedule } from '../../present/present-schedule.ts';

/** One schedule. */
export const getSchedule: Endpoint = (app, { useCases }) => {
  app.get(
    '/schedules/:name',
    {
      schema: {
        operationId: 'getSchedule',
        tags: ['jobs'],
        summary: 'One schedule',
        params: ScheduleParams,
        response: {
          200: json('The schedule', Schedule),
          ...problems(['invalid-request', 'schedule-not-found']),
        },
      },
    },
    async (request) => presentSchedule(await useCases.getSchedule(request.params.name)),
  );
};
