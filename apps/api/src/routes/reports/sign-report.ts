import { Report, SignReportRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { ownSession } from '../../http/own-session.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentReport } from '../../present/present-report.ts';

/** Sign a report. */
export const signReport: Endpoint = (app, { reports, secondFactors, signInGuard }) => {
  app.post(
    '/reports/:id/sign',
    {
      schema: {
        operationId: 'signReport',
        tags: ['reports'],
        summary: 'Sign a report as oneself',
        description:
          'Asks for the password once more, and for a code where a second factor is in use; failures count as failed sign-ins. A report is signed once. ' +
          'A report that supersedes another one takes its place now.',
        params: IdParams,
        body: SignReportRequest,
        response: {
          200: json('Signed', Report),
          ...problems([
            ...BODY_PROBLEMS,
            'report-not-found',
            'report-signed',
            'report-discarded',
            'report-digest-differs',
            'report-unsigned',
            'report-superseded',
            'password-wrong',
            'no-password',
            'second-factor-required',
            'second-factor-wrong',
            'sign-in-locked',
          ]),
        },
      },
    },
    async (request) => {
      const { user } = ownSession(request);
      const { digest, statement, current_password: password, code = null } = request.body;
      const wish = { id: request.params.id, digest, statement: statement.trim(), by: user.username };
      await reports.assertSignable(wish);
      const method = await signInGuard.attempt(user.username, request.ip, () =>
        secondFactors.reauthenticate(user.id, password, code),
      );
      return presentReport(await reports.sign(wish, method));
    },
  );
};
