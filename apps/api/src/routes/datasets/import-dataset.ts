import { ImportDatasetRequest, Job } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentJob } from '../../present/present-job.ts';

/** Takes an uploaded archive in. */
export const importDataset: Endpoint = (app, { datasets, idempotency }) => {
  app.post(
    '/dataset-imports',
    {
      schema: {
        operationId: 'importDataset',
        tags: ['datasets'],
        summary: 'Import a dataset version of another installation',
        description:
          'The archive is read to its end before it is answered: one that is damaged, foreign or contradicts what is here is refused, discarded, and leaves nothing; `errors` names each line that is wrong. Then a job stores the pictures, measures them, and stores labels and version as a whole. Importing it again adds nothing.',
        headers: IdempotencyHeaders,
        body: ImportDatasetRequest,
        response: {
          202: json('Queued; `Location` names the job', Job),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'upload-not-found',
            'archive-damaged',
            'dataset-archive-invalid',
            'dataset-labels-conflict',
            'data-folder-unwritable',
            'storage-failed',
            'objects-unavailable',
            'objects-refused',
            'images-busy',
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
        const { upload_id: uploadId } = request.body;
        const { job } = await datasets.startImport({ id, uploadId, username: usernameOf(request) });
        return { status: 202, location: `/api/v1/jobs/${job.id}`, body: presentJob(job) };
      }),
  );
};
