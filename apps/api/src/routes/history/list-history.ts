import { HistoryItem, HistoryQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentAnalysis } from '../../present/present-analysis.ts';
import { presentImage } from '../../present/present-image.ts';
import { presentPage } from '../../present/present-page.ts';
import { toHistoryFilter } from './history-filter.ts';

/** What was measured, newest first. */
export const listHistory: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/history',
    {
      schema: {
        operationId: 'listHistory',
        tags: ['history'],
        summary: 'What was measured, newest first',
        description: 'Pictures that a study still asks its reader for are left out for that reader.',
        querystring: HistoryQuery,
        response: {
          200: json('A page of analyses with their pictures', pageOf(HistoryItem)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50, ...filter } = request.query;
      const withoutImages = await studies.hiddenFrom(usernameOf(request));
      const slice = await useCases.history({ ...toHistoryFilter(filter), withoutImages }, { cursor, limit });
      return presentPage(slice, ({ analysis, image, label }) => ({
        analysis: presentAnalysis(analysis, label),
        image: presentImage(image),
      }));
    },
  );
};
