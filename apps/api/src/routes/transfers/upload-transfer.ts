import type { Readable } from 'node:stream';
import { DomainError, InvalidInput, largestArchiveBytes } from '@mlmcsc/core';
import type { ApiInstance, Endpoint } from '../../api-instance.ts';
import { noContent, problems } from '../../http/route-schema.ts';
import { requireLocal, TransferQuery } from './local-transfers.ts';

/** Takes the file of an upload where pictures are files of this server. */
export const uploadTransfer: Endpoint = (app, { localTransfers, options }) => {
  // A scope of its own: the body is handed on as it arrives.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    (scope as ApiInstance).put(
      '/transfers',
      {
        // The address is signed for one size; archives of datasets are the largest.
        bodyLimit: Math.max(options.maxUploadBytes, largestArchiveBytes),
        schema: {
          operationId: 'uploadTransfer',
          tags: ['images'],
          summary: 'Put the file of an upload',
          description:
            'The signed address is what allows it; ask `/uploads` for one. The body is the file, `application/octet-stream`, of exactly the size announced.',
          querystring: TransferQuery,
          response: {
            204: noContent('Taken; complete the upload now'),
            ...problems(
              [
                'invalid-request',
                'malformed-body',
                'transfer-refused',
                'upload-size-differs',
                'body-too-large',
                'data-folder-unwritable',
                'disk-full',
                'storage-failed',
                'cross-site-request',
                'unsupported-media-type',
              ],
              'public',
            ),
          },
        },
      },
      async (request, reply) => {
        const content = (request.body ?? []) as Readable;
        try {
          await requireLocal(localTransfers).receiveUpload(request.query.token, content);
        } catch (error) {
          if (error instanceof DomainError) throw error;
          throw new InvalidInput('malformed-body', 'The upload broke off.', { cause: error });
        }
        return reply.code(204).send(null);
      },
    );
  });
};
