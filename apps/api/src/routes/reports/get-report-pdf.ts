import { createHash } from 'node:crypto';
import type { Endpoint } from '../../api-instance.ts';
import { isNoneMatch } from '../../http/entity-tag.ts';
import { binary, IdParams, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** A report on paper. */
export const getReportPdf: Endpoint = (app, { printReport, reports, studies }) => {
  app.get(
    '/reports/:id/pdf',
    {
      schema: {
        operationId: 'getReportPdf',
        tags: ['reports'],
        summary: 'A report as PDF (A4), to be printed or sent',
        description:
          'With values, model and readers, verdict, curves, pictures with and without overlay, signature, SHA-256 and verification code. A draft and a superseded report ' +
          'say so on every page. The same report gives the same bytes, as long as its pictures are there and it is not superseded.',
        params: IdParams,
        response: {
          200: binary('The PDF', 'application/pdf'),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems([
            ...([
              'invalid-request',
              'report-not-found',
              'blind-reading',
              'printer-busy',
              'images-busy',
            ] as const),
            ...(['objects-unavailable', 'objects-refused'] as const),
          ]),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await studies.requireSight(usernameOf(request), await reports.pictures(id));
      const { fileName, bytes } = await printReport(id);
      const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (isNoneMatch(request.headers['if-none-match'], etag)) return reply.code(304).send(null) as never;
      reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="${fileName}"`);
      return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as never;
    },
  );
};
