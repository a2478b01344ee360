import { ScheduleList } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentSchedule } from '../../present/present-schedule.ts';

/** What starts by the clock. */
export const listSchedules: Endpoint = (app, { useCases }) => {
  app.get(
    '/schedules',
    {
      schema: {
        operationId: 'listSchedules',
        tags: ['jobs'],
        summary: 'Jobs that start by the clock',
        description: 'Times that went by while no worker ran give one job together.',
        response: { 200: json('All schedules, by name', ScheduleList), ...problems([]) },
      },
    },
    async () => ({ items: (await useCases.listSchedules()).map(presentSchedule) }),
  );
};
