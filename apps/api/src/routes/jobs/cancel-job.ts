import { Job } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { assertRole } from '../../http/assert-role.ts';
import { assertMatch, IfMatchHeaders } from '../../http/entity-tag.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { JOB_KIND_PERMISSIONS } from '../../permissions.ts';
import { presentJob } from '../../present/present-job.ts';

/** Cancel a job. */
export const cancelJob: Endpoint = (app, { useCases }) => {
  app.post(
    '/jobs/:id/cancel',
    {
      schema: {
        operationId: 'cancelJob',
        tags: ['jobs'],
        summary: 'Cancel a job',
        description:
          'What is already finished stays. A running job stops at its next picture. Needs the role that may start this kind of job.',
        headers: IfMatchHeaders,
        params: IdParams,
        response: {
          200: json('The job as it is now', Job),
          ...problems([
            'invalid-request',
            'job-not-found',
            'job-finished',
            'precondition-failed',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request) => {
      const job = await useCases.getJob(request.params.id);
      assertRole(request, JOB_KIND_PERMISSIONS[job.kind]);
      assertMatch(request, presentJob(job), false);
      return presentJob(await useCases.cancelJob(request.params.id, usernameOf(request)));
    },
  );
};
