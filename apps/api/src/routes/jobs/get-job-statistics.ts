import { JobStatistics } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentJobStatistics } from '../../present/present-job.ts';

/** How much waits, and for how long. */
export const getJobStatistics: Endpoint = (app, { useCases }) => {
  app.get(
    '/jobs/statistics',
    {
      schema: {
        operationId: 'getJobStatistics',
        tags: ['jobs'],
        summary: 'How many jobs wait, run and are dead, and how long the oldest has waited',
        description:
          'For autoscaling and alerts. Read from an index of unsettled jobs, so it may be asked often.',
        response: { 200: json('The figures now', JobStatistics), ...problems([]) },
      },
    },
    async () => presentJobStatistics(await useCases.jobStatistics()),
  );
};
