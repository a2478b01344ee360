import { ReportVerification, ReportVerificationQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentReportVerification } from '../../present/present-report.ts';

/** Whether a paper at hand is a signed report. */
export const verifyReport: Endpoint = (app, { reports }) => {
  app.get(
    '/report-verification',
    {
      schema: {
        operationId: 'verifyReport',
        tags: ['reports'],
        summary: 'Whether a verification code and a digest belong to a signed report',
        description: 'The digest of the stored document and the code of its signature are made anew to tell.',
        querystring: ReportVerificationQuery,
        response: { 200: json('The verdict', ReportVerification), ...problems(['invalid-request']) },
      },
    },
    async (request) => {
      const { code, digest = null } = request.query;
      return presentReportVerification(await reports.verify(code, digest));
    },
  );
};
