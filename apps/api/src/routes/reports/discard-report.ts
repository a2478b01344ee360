import { DiscardReportRequest, Report } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentReport } from '../../present/present-report.ts';

/** Give up a draft. */
export const discardReport: Endpoint = (app, { reports }) => {
  app.post(
    '/reports/:id/discard',
    {
      schema: {
        operationId: 'discardReport',
        tags: ['reports'],
        summary: 'Discard a draft: nobody can sign it any more',
        description:
          'The draft stays readable and keeps its number, so that numbers have no gaps that nobody can explain. Saying it twice changes nothing.',
        params: IdParams,
        body: DiscardReportRequest,
        response: {
          200: json('Discarded', Report),
          ...problems([...BODY_PROBLEMS, 'report-not-found', 'report-signed']),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      return presentReport(await reports.discard(id, request.body.reason.trim(), usernameOf(request)));
    },
  );
};
