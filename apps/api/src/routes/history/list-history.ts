import { HistoryItem, HistoryQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentAnalysis } from '../../present/present-analysis.ts';
import { presentImage } from '../../present/present-image.ts';
import { presentPage } from '../../present/present-page.ts';
import { toHistoryFilter } from './history-filter.ts';

/** What was measured, newest first. */
export const listHistory: Endpoint = (app, { useCases }) => {
  app.get(
    '/history',
    {
      schema: {
        operationId: 'listHistory',
        tags: ['history'],
        summary: 'What was measured, newest first',
        querystring: HistoryQuery,
        response: {
          200: json('A page of analyses with their pictures', pageOf(HistoryItem)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50, ...filter } = request.query;
      const slice = await useCases.history(toHistoryFilter(filter), { cursor, limit });
      return presentPage(slice, ({ analysis, image, label }) => ({
        analysis: presentAnalysis(analysis, label),
        image: presentImage(image),
      }));
    },
  );
};
