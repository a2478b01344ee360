import { seriesExportFormats } from '@mlmcsc/core';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { entityTagOf, isNoneMatch } from '../../http/entity-tag.ts';
import { binary, IdParams, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: XLSX,
  json: 'application/json; charset=utf-8',
} as const;
const Format = Type.Union(seriesExportFormats.map((format) => Type.Literal(format)));
const Document = Type.Unsafe<never>({
  type: 'object',
  description: '`schema` (`mlmcsc.series/1`), `series`, `specimens`, and the names of heat and machine',
});

/** A series as a file. */
export const exportSeries: Endpoint = (app, { laboratory, tables }) => {
  app.get(
    '/series/:id/export',
    {
      schema: {
        operationId: 'exportSeries',
        tags: ['laboratory'],
        summary: 'A series with every value, unrounded, as CSV, XLSX or JSON',
        description: 'The columns and the schema are in docs/reference/specimen-lists.md.',
        params: IdParams,
        querystring: Type.Object({ format: Type.Optional(Format) }, { additionalProperties: false }),
        response: {
          200: {
            description: 'The file',
            content: {
              ...binary('', 'text/csv').content,
              ...binary('', XLSX).content,
              'application/json': { schema: Document },
            },
          },
          304: noContent('Unchanged (If-None-Match)'),
          ...problems(['invalid-request', 'series-not-found', 'tables-busy']),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { format = 'csv' } = request.query;
      const content = await laboratory.series.export({
        ...{ id, format, username: usernameOf(request) },
        writeWorkbook: (title, rows) => tables.write(title, rows),
      });
      const etag = entityTagOf(content);
      reply.header('etag', etag);
      if (isNoneMatch(request.headers['if-none-match'], etag)) return reply.code(304).send(null) as never;
      reply
        .header('content-type', mediaTypes[format])
        .header('content-disposition', `attachment; filename="series-${id}.${format}"`);
      return reply.send(Buffer.from(content) as never) as never;
    },
  );
};
