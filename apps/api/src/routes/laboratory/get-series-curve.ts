import { SeriesCurve, SeriesCurveQuery } from '@mlmcsc/contracts';
import { fitSeriesCurve, presentSeriesCurve } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';

/** The transition curve of a series. */
export const getSeriesCurve: Endpoint = (app, { laboratory, curves }) => {
  app.get(
    '/series/:id/curve',
    {
      schema: {
        operationId: 'getSeriesCurve',
        tags: ['laboratory'],
        summary: 'Transition curve of a series with its characteristic temperatures',
        description:
          'Fitted anew from the specimens as they are now; same specimens, same answer. Where they give no curve, `refusal` says why and `fit` is null. The methods are in docs/reference/transition-curves.md.',
        params: IdParams,
        querystring: SeriesCurveQuery,
        response: {
          200: json('The curve, or why there is none', SeriesCurve),
          ...problems([
            'invalid-request',
            'series-not-found',
            'series-widths-differ',
            'curve-unfit',
            'curves-busy',
          ]),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { property = 'energy', model = 'tanh', confidence } = request.query;
      const { lower_shelf: lowerShelf, upper_shelf: upperShelf } = request.query;
      const fitted = await fitSeriesCurve(
        { series: laboratory.series, curves },
        { seriesId: id, quantity: property, model, lowerShelf, upperShelf, confidence },
      );
      return presentSeriesCurve(id, fitted);
    },
  );
};
