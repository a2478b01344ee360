import { CompleteUploadRequest, Image } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentImage } from '../../present/present-image.ts';
import { displayName } from '../images/read-upload.ts';

/** Makes an image of what was uploaded. */
export const completeUpload: Endpoint = (app, { useCases, options, uploadMemory, idempotency }) => {
  app.post(
    '/uploads/:id/complete',
    {
      schema: {
        operationId: 'completeUpload',
        tags: ['images'],
        summary: 'Complete an upload',
        description:
          'From here on it is as if the picture had been posted to `/images`. With `sha256` the content is held to it. What is no acceptable picture is discarded.',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: CompleteUploadRequest,
        response: {
          200: json('These very bytes were stored before', Image),
          201: json('Stored', Image),
          ...problems([
            'invalid-request',
            'malformed-body',
            'context-invalid',
            'specimen-unknown',
            'upload-not-found',
            'upload-differs',
            'image-empty',
            'image-type-unsupported',
            'image-truncated',
            'image-too-many-pixels',
            'image-animated',
            'image-too-large',
            'image-too-slow',
            'images-busy',
            'out-of-memory',
            'data-folder-unwritable',
            'disk-full',
            'storage-failed',
            'objects-unavailable',
            'objects-refused',
            'upload-busy',
            'idempotency-key-reused',
            'idempotency-key-in-use',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async () => {
        const { file_name, sha256, width_mm, px_per_mm, specimen, heat, half } = request.body;
        const uploadId = request.params.id;
        const sizeBytes = await useCases.sizeOfUpload(uploadId);
        if (sizeBytes > options.maxUploadBytes) {
          throw new InvalidInput(
            'body-too-large',
            `A picture may have at most ${options.maxUploadBytes} bytes.`,
          );
        }
        const { image, created } = await uploadMemory.holdBytes(sizeBytes, () =>
          useCases.completeUpload({
            uploadId,
            sha256,
            fileName: displayName(file_name),
            context: { specimen, heat, half, widthMm: width_mm, pxPerMm: px_per_mm },
            username: usernameOf(request),
          }),
        );
        return {
          status: created ? 201 : 200,
          location: `/api/v1/images/${image.id}`,
          body: presentImage(image),
        };
      }),
  );
};
