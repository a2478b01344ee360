import { CreateJobRequest, Job } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { assertRole } from '../../http/assert-role.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { JOB_KIND_PERMISSIONS, JOB_PRIORITY_PERMISSIONS } from '../../permissions.ts';
import { presentJob } from '../../present/present-job.ts';

/** Queues work for the worker. */
export const createJob: Endpoint = (app, { useCases, idempotency }) => {
  app.post(
    '/jobs',
    {
      schema: {
        operationId: 'createJob',
        tags: ['jobs'],
        summary: 'Measure many pictures, or retrain the model',
        description:
          'Queued for the worker. Follow it at its `Location` or by its events. Retraining needs the role engineer, the priority `high` the role reviewer.',
        headers: IdempotencyHeaders,
        body: CreateJobRequest,
        response: {
          202: json('Queued; `Location` names the job', Job),
          ...problems([
            'invalid-request',
            'malformed-body',
            'no-images',
            'image-not-found',
            'model-missing',
            'idempotency-key-reused',
            'idempotency-key-in-use',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) => {
      assertRole(request, JOB_KIND_PERMISSIONS[request.body.kind]);
      const { body } = request;
      const { priority = 'normal' } = body;
      assertRole(request, JOB_PRIORITY_PERMISSIONS[priority]);
      const username = usernameOf(request);
      return idempotently(idempotency, request, reply, async (effectId) => {
        const job =
          body.kind === 'analysis.batch.v1'
            ? await useCases.startBatchAnalysis({
                id: effectId,
                imageIds: body.image_ids,
                username,
                priority,
              })
            : await useCases.startRetraining({ username, priority });
        return { status: 202, location: `/api/v1/jobs/${job.id}`, body: presentJob(job) };
      });
    },
  );
};
