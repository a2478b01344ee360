import { CreateDatasetRequest, Dataset, type DatasetFilter } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentDataset } from '../../present/present-dataset.ts';

/** Freezes the labels of now. */
export const createDataset: Endpoint = (app, { datasets, idempotency }) => {
  app.post(
    '/datasets',
    {
      schema: {
        operationId: 'createDataset',
        tags: ['datasets'],
        summary: 'Freeze the labels of now',
        description:
          'Takes the newest label of every picture that fits the filter. The same labels give the same version: it is answered with 200 as it was first described.',
        headers: IdempotencyHeaders,
        body: CreateDatasetRequest,
        response: {
          200: json('These very labels were frozen before', Dataset),
          201: json('Frozen; `Location` names the version', Dataset),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'data-folder-unwritable',
            'disk-full',
            'storage-failed',
            'objects-unavailable',
            'objects-refused',
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
        const { filter = {}, description = null } = request.body;
        const text = description?.trim() ?? '';
        const { version, created } = await datasets.createDataset({
          filter: toFilter(filter),
          description: text === '' ? null : text,
          username: usernameOf(request),
        });
        return {
          status: created ? 201 : 200,
          location: `/api/v1/datasets/${version.digest}`,
          body: presentDataset(version),
        };
      }),
  );
};

const toFilter = ({ from, to, shear_min, shear_max, width_mm, held_out, ...same }: DatasetFilter) => ({
  ...same,
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : new Date(to),
  shearMin: shear_min,
  shearMax: shear_max,
  widthMm: width_mm,
  heldOut: held_out,
});
