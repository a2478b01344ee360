import { Analysis } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentAnalysis } from '../../present/present-analysis.ts';

/** One analysis with its current label. */
export const getAnalysis: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/analyses/:id',
    {
      schema: {
        operationId: 'getAnalysis',
        tags: ['analyses'],
        summary: 'One analysis with its current label',
        params: IdParams,
        response: {
          200: json('The analysis', Analysis),
          ...problems(['invalid-request', 'analysis-not-found', 'blind-reading']),
        },
      },
    },
    async (request) => {
      const { analysis, label } = await useCases.getAnalysis(request.params.id);
      await studies.requireSight(usernameOf(request), [analysis.imageId]);
      return presentAnalysis(analysis, label);
    },
  );
};
