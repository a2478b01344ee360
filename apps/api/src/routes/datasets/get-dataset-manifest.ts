import { Readable } from 'node:stream';
import type { Endpoint } from '../../api-instance.ts';
import { isNoneMatch } from '../../http/entity-tag.ts';
import { noContent, problems, text } from '../../http/route-schema.ts';
import { DatasetParams } from './dataset-params.ts';

/** The bytes whose SHA-256 is the version. */
export const getDatasetManifest: Endpoint = (app, { datasets }) => {
  app.get(
    '/datasets/:digest/manifest',
    {
      schema: {
        operationId: 'getDatasetManifest',
        tags: ['datasets'],
        summary: 'The manifest of a version',
        description:
          'NDJSON: one header, then one line a labelled picture. The SHA-256 of the answer is the version; a version that continues another names it in the header.',
        params: DatasetParams,
        response: {
          200: text(
            'The manifest, streamed',
            'application/x-ndjson',
            '{"format":"mlmcsc-dataset","version":2,"kind":"labels","parent":null}\n',
          ),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems([
            'invalid-request',
            'dataset-not-found',
            'object-not-found',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { version, content } = await datasets.readManifest(request.params.digest);
      const etag = `"${version.digest}"`;
      reply
        .header('etag', etag)
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('vary', 'cookie');
      if (isNoneMatch(request.headers['if-none-match'], etag)) return reply.code(304).send(null) as never;
      reply
        .header('content-type', 'application/x-ndjson')
        .header('content-length', version.sizeBytes)
        .header('content-disposition', `attachment; filename="${version.digest.slice(0, 12)}.ndjson"`);
      return reply.send(Readable.from(content, { objectMode: false })) as never;
    },
  );
};
