import { PaintedRegions } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentRegions } from '../../present/present-dataset.ts';
import { readUpload } from './read-upload.ts';

const RegionsForm = Type.Object(
  {
    file: Type.String({
      format: 'binary',
      description:
        'A PNG of the size of the upright picture: pure red is cleavage, pure green shear, pure blue no fracture surface; every other colour is not painted',
    }),
  },
  { additionalProperties: false },
);

/** Stores what somebody painted on a picture. */
export const paintRegions: Endpoint = (app, { datasets, options, uploadMemory }) => {
  app.put(
    '/images/:id/regions',
    {
      bodyLimit: options.maxUploadBytes,
      config: { multipartForm: RegionsForm },
      schema: {
        operationId: 'paintRegions',
        tags: ['images'],
        summary: 'Paint regions of a picture',
        description:
          'A multipart form with one file. The newest painting counts; older ones stay. Dataset versions take it along.',
        params: IdParams,
        response: {
          200: json('This is the painting that counts already', PaintedRegions),
          201: json('Stored', PaintedRegions),
          ...problems([
            'invalid-request',
            'malformed-body',
            'image-missing',
            'image-not-found',
            'pictures-removed',
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
            'regions-unfit',
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
      const { regions, created } = await uploadMemory.hold(request, options.maxUploadBytes, async () => {
        const { bytes } = await readUpload(request, options.maxUploadBytes);
        return datasets.paintRegions({ imageId: request.params.id, bytes, username: usernameOf(request) });
      });
      return reply.code(created ? 201 : 200).send(presentRegions(regions));
    },
  );
};
