import { Job, ScheduleParams } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentJob } from '../../present/present-job.ts';

/** Start a schedule's job now. */
export const runSchedule: Endpoint = (app, { useCases, idempotency }) => {
  app.post(
    '/schedules/:name/run',
    {
      schema: {
        operationId: 'runSchedule',
        tags: ['jobs'],
        summary: 'Start the job of a schedule now, besides its times',
        description: 'A job of this kind that waits already is returned instead.',
        params: ScheduleParams,
        headers: IdempotencyHeaders,
        response: {
          202: json('Queued; `Location` names the job', Job),
          ...problems([
            'invalid-request',
            'schedule-not-found',
            'idempotency-key-reused',
            'idempotency-key-in-use',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async () => {
        const job = await useCases.runSchedule(request.params.name, usernameOf(request));
        return { status: 202, location: `/api/v1/jobs/${job.id}`, body: presentJob(job) };
      }),
  );
};
