import { Job } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { assertRole } from '../../http/assert-role.ts';
import { assertMatch, IfMatchHeaders } from '../../http/entity-tag.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { JOB_KIND_PERMISSIONS } from '../../permissions.ts';
import { presentJob } from '../../present/present-job.ts';

/** Run a dead or cancelled job again. */
export const rerunJob: Endpoint = (app, { useCases }) => {
  app.post(
    '/jobs/:id/rerun',
    {
      schema: {
        operationId: 'rerunJob',
        tags: ['jobs'],
        summary: 'Run a dead or cancelled job again',
        description:
          'Queued again with fresh retries; what is already finished is not repeated. Needs the role that may start this kind of job.',
        headers: IfMatchHeaders,
        params: IdParams,
        response: {
          200: json('The job as it is now', Job),
          ...problems([
            'invalid-request',
            'job-not-found',
            'job-not-rerunnable',
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
      return presentJob(await useCases.rerunJob(request.params.id, usernameOf(request)));
    },
  );
};
