import { StartUploadRequest, Upload } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';

/** Gives an address for one picture. */
export const startUpload: Endpoint = (app, { useCases, options }) => {
  app.post(
    '/uploads',
    {
      schema: {
        operationId: 'startUpload',
        tags: ['images'],
        summary: 'Begin an upload straight to the object store',
        description:
          'For large pictures and slow lines: put the file at the address given, then complete the upload. Nothing is stored until then; what is never completed is cleared away within two days.',
        body: StartUploadRequest,
        response: {
          201: json('Where the file goes', Upload),
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
      const sizeBytes = request.body.size_bytes;
      if (sizeBytes > options.maxUploadBytes) {
        throw new InvalidInput(
          'body-too-large',
          `A picture may have at most ${options.maxUploadBytes} bytes.`,
        );
      }
      const { uploadId, address } = await useCases.startUpload({ sizeBytes });
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
