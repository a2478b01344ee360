import { Readable } from 'node:stream';
import { DatasetExportQuery } from '@mlmcsc/contracts';
import type { ExportFormat } from '@mlmcsc/core';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { isNoneMatch } from '../../http/entity-tag.ts';
import { binary, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { DatasetParams } from './dataset-params.ts';

const files: Readonly<Record<ExportFormat, { readonly mediaType: string; readonly ending: string }>> = {
  tar: { mediaType: 'application/x-tar', ending: 'tar' },
  coco: { mediaType: 'application/json', ending: 'coco.json' },
  csv: { mediaType: 'text/csv', ending: 'csv' },
  ndjson: { mediaType: 'application/x-ndjson', ending: 'all.ndjson' },
};

/** The format is COCO's own: https://cocodataset.org/#format-data */
const Coco = Type.Unsafe<never>({
  type: 'object',
  description:
    'COCO object detection; `mlmcsc` of each image holds percent shear and what else COCO has no field for',
});

/** A version as a file. */
export const exportDataset: Endpoint = (app, { datasets }) => {
  app.get(
    '/datasets/:digest/export',
    {
      // Pictures are compressed already, and the length of the archive is announced.
      compress: false,
      schema: {
        operationId: 'exportDataset',
        tags: ['datasets'],
        summary: 'A version as a file, with or without its pictures',
        description:
          'Streamed, whatever its size. The archive is checked while it is sent: when an object is missing or damaged the answer breaks off before its `Content-Length`. See docs/how-to/datasets.md.',
        params: DatasetParams,
        querystring: DatasetExportQuery,
        response: {
          200: {
            description: 'The file',
            content: {
              ...binary('', files.tar.mediaType, files.csv.mediaType, files.ndjson.mediaType).content,
              [files.coco.mediaType]: { schema: Coco },
            },
          },
          304: noContent('Unchanged (If-None-Match)'),
          ...problems([
            'invalid-request',
            'dataset-not-found',
            'object-not-found',
            'pictures-removed',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { format = 'tar' } = request.query;
      const { digest } = await datasets.getDataset(request.params.digest);
      const etag = `"${digest}.${format}"`;
      // The same version always gives the same file.
      reply.header('etag', etag);
      if (isNoneMatch(request.headers['if-none-match'], etag)) return reply.code(304).send(null) as never;
      const { version, sizeBytes, content } = await datasets.exportDataset({
        digest,
        format,
        username: usernameOf(request),
      });
      const { mediaType, ending } = files[format];
      reply
        .header('content-type', mediaType)
        .header(
          'content-disposition',
          `attachment; filename="dataset-${version.digest.slice(0, 12)}.${ending}"`,
        );
      if (sizeBytes !== null) reply.header('content-length', sizeBytes);
      return reply.send(Readable.from(content, { objectMode: false }) as never) as never;
    },
  );
};
