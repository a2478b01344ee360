import { Image, ImageContext } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentImage } from '../../present/present-image.ts';
import { readUpload } from './read-upload.ts';

/** The form as documented; multipart is read as a stream, so `readUpload` checks it, not the validator. */
const UploadForm = Type.Object(
  {
    file: Type.String({
      format: 'binary',
      description: 'One JPEG, PNG, TIFF, WebP or BMP picture; the type is told by content',
    }),
    ...ImageContext.properties,
  },
  { additionalProperties: false },
);

/** Stores one picture. */
export const uploadImage: Endpoint = (app, { useCases, options, uploadMemory }) => {
  app.post(
    '/images',
    {
      bodyLimit: options.maxUploadBytes,
      config: { multipartForm: UploadForm },
      schema: {
        operationId: 'uploadImage',
        tags: ['images'],
        summary: 'Upload a picture',
        description:
          'A multipart form with one file and, if known, the specimen, heat, width and calibration. The same bytes again return the picture stored first (200). Nothing is stored when the upload breaks off.',
        response: {
          200: json('These very bytes were stored before', Image),
          201: json('Stored', Image),
          ...problems([
            'invalid-request',
            'malformed-body',
            'image-missing',
            'context-invalid',
            'specimen-unknown',
            'image-empty',
            'image-type-unsupported',
            'image-truncated',
            'image-too-many-pixels',
            'image-animated',
            'body-too-large',
            'image-too-large',
            'image-too-slow',
            'images-busy',
            'out-of-memory',
            'data-folder-unwritable',
            'disk-full',
            'storage-failed',
            'objects-unavailable',
            'objects-refused',
            'unsupported-media-type',
            'cross-site-request',
            'upload-busy',
          ]),
        },
      },
    },
    async (request, reply) => {
      const upload = await uploadMemory.hold(request, options.maxUploadBytes, () =>
        readUpload(request, options.maxUploadBytes).then(async ({ bytes, fileName, context }) =>
          useCases.uploadImage({
            bytes,
            fileName,
            context: {
              specimen: context.specimen,
              heat: context.heat,
              half: context.half,
              widthMm: context.width_mm,
              pxPerMm: context.px_per_mm,
            },
            username: usernameOf(request),
          }),
        ),
      );
      return reply
        .code(upload.created ? 201 : 200)
        .header('location', `/api/v1/images/${upload.image.id}`)
        .send(presentImage(upload.image));
    },
  );
};
