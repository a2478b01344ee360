import { CreateReportRequest, Report } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentReport } from '../../present/present-report.ts';

/** Write a series down as it is now. */
export const createReport: Endpoint = (app, { reports, idempotency }) => {
  app.post(
    '/series/:id/reports',
    {
      schema: {
        operationId: 'createReport',
        tags: ['reports'],
        summary: 'Make a report of a series: a draft until somebody signs it',
        description:
          'Writes down the series as it is now; what is corrected later does not change it. With `supersedes` it becomes the next version of a signed report, ' +
          'and takes its place when it is signed.',
        params: IdParams,
        headers: IdempotencyHeaders,
        body: CreateReportRequest,
        response: {
          201: json('Made; `Location` names it', Report),
          ...problems([
            ...BODY_PROBLEMS,
            'series-not-found',
            'report-not-found',
            'report-empty',
            'report-too-large',
            'report-unsigned',
            'report-superseded',
            'series-widths-differ',
            'curve-unfit',
            'curves-busy',
            'idempotency-key-reused',
            'idempotency-key-in-use',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async (effectId) => {
        const { curves = [], supersedes } = request.body;
        const standing = await reports.draft({
          seriesId: request.params.id,
          curves,
          supersedes:
            supersedes === undefined
              ? null
              : { reportId: supersedes.report_id, reason: supersedes.reason.trim() },
          by: usernameOf(request),
          id: effectId,
        });
        const body = presentReport(standing);
        return { status: 201, location: `/api/v1/reports/${body.id}`, body };
      }),
  );
};
