import { Model, PageQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentModel } from '../../present/present-model.ts';
import { presentPage } from '../../present/present-page.ts';

/** Model versions, newest first. */
export const listModels: Endpoint = (app, { useCases }) => {
  app.get(
    '/models',
    {
      schema: {
        operationId: 'listModels',
        tags: ['models'],
        summary: 'Model versions, newest first',
        querystring: PageQuery,
        response: {
          200: json('A page of models', pageOf(Model)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      return presentPage(await useCases.listModels({ cursor, limit }), presentModel);
    },
  );
};
