import { AcceptanceVerdict } from '@mlmcsc/contracts';
import { NotFound } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';

/** A series held to what its specification asks. */
export const getAcceptance: Endpoint = (app, { laboratory }) => {
  app.get(
    '/series/:id/acceptance',
    {
      schema: {
        operationId: 'getAcceptance',
        tags: ['laboratory'],
        summary: 'Whether a series fulfils its acceptance rule',
        description:
          'Values are compared unrounded. Abnormal tests and estimated lateral expansions are not judged; while values are missing nothing passes.',
        params: IdParams,
        response: {
          200: json('The verdict, requirement by requirement', AcceptanceVerdict),
          ...problems(['invalid-request', 'series-not-found', 'acceptance-rule-missing']),
        },
      },
    },
    async (request) => {
      const verdict = await laboratory.series.acceptance(request.params.id);
      if (verdict === null) {
        throw new NotFound('acceptance-rule-missing', 'Nothing was asked of the specimens of this series.');
      }
      return verdict;
    },
  );
};
