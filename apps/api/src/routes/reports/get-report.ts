import { PageQuery, pageOf, Report, ReportDetail } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { isNoneMatch } from '../../http/entity-tag.ts';
import { IdParams, json, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentPage } from '../../present/present-page.ts';
import { presentReport, presentReportDetail } from '../../present/present-report.ts';

const Document = Type.Unsafe<never>({
  type: 'object',
  description: 'As `document` of the report, in canonical JSON (RFC 8785)',
});

/** Reports of a series. */
export const listReports: Endpoint = (app, { reports }) => {
  app.get(
    '/series/:id/reports',
    {
      schema: {
        operationId: 'listReports',
        tags: ['reports'],
        summary: 'Reports of a series, newest first',
        params: IdParams,
        querystring: PageQuery,
        response: {
          200: json('A page of reports, without what they say', pageOf(Report)),
          ...problems(['invalid-request', 'series-not-found', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      return presentPage(await reports.ofSeries(request.params.id, { cursor, limit }), presentReport);
    },
  );
};

/** One report. */
export const getReport: Endpoint = (app, { reports, studies }) => {
  app.get(
    '/reports/:id',
    {
      schema: {
        operationId: 'getReport',
        tags: ['reports'],
        summary: 'A report: what it says, who signed it, and what took its place',
        params: IdParams,
        response: {
          200: json('The report', ReportDetail),
          ...problems(['invalid-request', 'report-not-found', 'blind-reading']),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      await studies.requireSight(usernameOf(request), await reports.pictures(id));
      return presentReportDetail(await reports.read(id));
    },
  );
};

/** The bytes of a report. */
export const getReportDocument: Endpoint = (app, { reports, studies }) => {
  app.get(
    '/reports/:id/document',
    {
      schema: {
        operationId: 'getReportDocument',
        tags: ['reports'],
        summary: 'The document of a report, byte for byte as it was signed',
        description: 'Its SHA-256 is the `digest` of the report, and the entity tag.',
        params: IdParams,
        response: {
          200: json('The document', Document),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems(['invalid-request', 'report-not-found', 'blind-reading']),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await studies.requireSight(usernameOf(request), await reports.pictures(id));
      const { digest, text } = await reports.document(id);
      const etag = `"${digest}"`;
      reply.header('etag', etag);
      if (isNoneMatch(request.headers['if-none-match'], etag)) return reply.code(304).send(null) as never;
      reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="report-${id}.json"`);
      return reply.send(Buffer.from(text) as never) as never;
    },
  );
};
