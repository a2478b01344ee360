import { pageOf, Report, ReportQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentPage } from '../../present/present-page.ts';
import { presentReport } from '../../present/present-report.ts';

/** Reports of all series. */
export const listAllReports: Endpoint = (app, { reports }) => {
  app.get(
    '/reports',
    {
      schema: {
        operationId: 'listAllReports',
        tags: ['reports'],
        summary: 'Reports of all series, newest first',
        querystring: ReportQuery,
        response: {
          200: json('A page of reports, without what they say', pageOf(Report)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { state, text, cursor, limit = 50 } = request.query;
      return presentPage(await reports.list({ state, text }, { cursor, limit }), presentReport);
    },
  );
};
