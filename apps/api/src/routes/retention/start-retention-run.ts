import { Job } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentJob } from '../../present/present-job.ts';

/** Does now what the night would do. */
export const startRetentionRun: Endpoint = (app, { useCases }) => {
  app.post(
    '/retention-runs',
    {
      schema: {
        operationId: 'startRetentionRun',
        tags: ['retention'],
        summary: 'Remove now what is past its time',
        description:
          'A job; what it removed is its result and one entry of the audit trail. A run that waits already is returned instead.',
        response: {
          202: json('Queued; `Location` names the job', Job),
          ...problems(['invalid-request', 'cross-site-request', 'unsupported-media-type']),
        },
      },
    },
    async (request, reply) => {
      const job = await useCases.startRetention(usernameOf(request));
      return reply.code(202).header('location', `/api/v1/jobs/${job.id}`).send(presentJob(job));
    },
  );
};
