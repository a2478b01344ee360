import { StartArchiveUploadRequest, Upload } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';

/** Gives an address for one archive. */
export const startArchiveUpload: Endpoint = (app, { datasets }) => {
  app.post(
    '/dataset-imports/uploads',
    {
      schema: {
        operationId: 'startArchiveUpload',
        tags: ['datasets'],
        summary: 'Begin the upload of an exported dataset version',
        description:
          'Put the archive at the address given, then import it. What is never imported is cleared away within two days.',
        body: StartArchiveUploadRequest,
        response: {
          201: json('Where the archive goes', Upload),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'objects-unavailable',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { uploadId, address } = await datasets.startArchiveUpload({ sizeBytes: request.body.size_bytes });
      return reply.code(201).send({
        id: uploadId,
        method: 'PUT',
        url: address.url,
        headers: address.headers,
        expires_at: address.expiresAt.toISOString(),
      });
    },
  );
};
