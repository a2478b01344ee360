import {
  DriftChart,
  DriftFinding,
  DriftFindingQuery,
  DriftSignalParams,
  DriftStatus,
  pageOf,
} from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentDriftChart, presentDriftFinding, presentDriftStatus } from '../../present/present-drift.ts';
import { presentPage } from '../../present/present-page.ts';

/** How everything stands. */
export const getDrift: Endpoint = (app, { drift }) => {
  app.get(
    '/drift',
    {
      schema: {
        operationId: 'getDrift',
        tags: ['drift'],
        summary: 'Whether pictures, answers and labels are as they were in the reference',
        description: 'As of the last evaluation, which a job makes every hour.',
        response: { 200: json('Every signal, and what is open', DriftStatus), ...problems([]) },
      },
    },
    async () => presentDriftStatus(await drift.status()),
  );
};

/** One control chart. */
export const getDriftChart: Endpoint = (app, { drift }) => {
  app.get(
    '/drift/signals/:signal',
    {
      schema: {
        operationId: 'getDriftChart',
        tags: ['drift'],
        summary: 'The control chart of one signal',
        params: DriftSignalParams,
        response: { 200: json('The chart', DriftChart), ...problems(['invalid-request']) },
      },
    },
    async (request) => {
      const { signal } = request.params;
      return presentDriftChart(signal, await drift.chart(signal));
    },
  );
};

/** What was found. */
export const listDriftFindings: Endpoint = (app, { drift }) => {
  app.get(
    '/drift/findings',
    {
      schema: {
        operationId: 'listDriftFindings',
        tags: ['drift'],
        summary: 'What has left what is usual, newest first',
        querystring: DriftFindingQuery,
        response: {
          200: json('A page of findings', pageOf(DriftFinding)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50, ...filter } = request.query;
      return presentPage(await drift.findings(filter, { cursor, limit }), presentDriftFinding);
    },
  );
};

/** One finding. */
export const getDriftFinding: Endpoint = (app, { drift }) => {
  app.get(
    '/drift/findings/:id',
    {
      schema: {
        operationId: 'getDriftFinding',
        tags: ['drift'],
        summary: 'One finding of drift',
        params: IdParams,
        response: {
          200: json('The finding', DriftFinding),
          ...problems(['invalid-request', 'drift-finding-not-found']),
        },
      },
    },
    async (request) => presentDriftFinding(await drift.finding(request.params.id)),
  );
};
