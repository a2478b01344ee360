import { Job } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentJob } from '../../present/present-job.ts';
import { DatasetParams } from './dataset-params.ts';

/** Compares all of a version with its digests. */
export const verifyDataset: Endpoint = (app, { datasets, idempotency }) => {
  app.post(
    '/datasets/:digest/verify',
    {
      schema: {
        operationId: 'verifyDataset',
        tags: ['datasets'],
        summary: 'Compare every picture of a version with its digest',
        description:
          'A job, since it reads every picture. Its `result` tells `pictures`, `faulty` and `examples`.',
        params: DatasetParams,
        headers: IdempotencyHeaders,
        response: {
          202: json('Queued; `Location` names the job', Job),
          ...problems([
            'invalid-request',
            'malformed-body',
            'dataset-not-found',
            'idempotency-key-reused',
            'idempotency-key-in-use',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async (id) => {
        const { digest } = request.params;
        const job = await datasets.startVerification({ id, digest, username: usernameOf(request) });
        return { status: 202, location: `/api/v1/jobs/${job.id}`, body: presentJob(job) };
      }),
  );
};
