import { Label } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentLabel } from '../../present/present-label.ts';

/** Every label an analysis ever got. */
export const listAnalysisLabels: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/analyses/:id/labels',
    {
      schema: {
        operationId: 'listAnalysisLabels',
        tags: ['labels'],
        summary: 'Every label of an analysis, oldest first',
        description: 'Labels are never changed; the newest is the current one.',
        params: IdParams,
        response: {
          200: json('The labels', Type.Object({ items: Type.Array(Label) }, { additionalProperties: false })),
          ...problems(['invalid-request', 'analysis-not-found', 'blind-reading']),
        },
      },
    },
    async (request) => {
      const { analysis } = await useCases.getAnalysis(request.params.id);
      await studies.requireSight(usernameOf(request), [analysis.imageId]);
      return { items: (await useCases.listLabels(request.params.id)).map(presentLabel) };
    },
  );
};
