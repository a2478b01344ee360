import { Job } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentJob } from '../../present/present-job.ts';

/** One job with its progress. */
export const getJob: Endpoint = (app, { useCases }) => {
  app.get(
    '/jobs/:id',
    {
      schema: {
        operationId: 'getJob',
        tags: ['jobs'],
        summary: 'One job with its progress',
        params: IdParams,
        response: { 200: json('The job', Job), ...problems(['invalid-request', 'job-not-found']) },
      },
    },
    async (request) => presentJob(await useCases.getJob(request.params.id)),
  );
};
