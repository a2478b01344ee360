import { Job, JobQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentJob } from '../../present/present-job.ts';
import { presentPage } from '../../present/present-page.ts';

/** Jobs, newest first. */
export const listJobs: Endpoint = (app, { useCases }) => {
  app.get(
    '/jobs',
    {
      schema: {
        operationId: 'listJobs',
        tags: ['jobs'],
        summary: 'Jobs, newest first',
        description: '`state=dead` shows those whose retries are used up.',
        querystring: JobQuery,
        response: {
          200: json('A page of jobs', pageOf(Job)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { state, kind, cursor, limit = 50 } = request.query;
      return presentPage(await useCases.listJobs({ state, kind }, { cursor, limit }), presentJob);
    },
  );
};
