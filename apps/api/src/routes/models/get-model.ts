import { Model } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentModel } from '../../present/present-model.ts';

/** One model by identifier or version. */
export const getModel: Endpoint = (app, { useCases }) => {
  app.get(
    '/models/:id',
    {
      schema: {
        operationId: 'getModel',
        tags: ['models'],
        summary: 'One model by identifier or version',
        params: Type.Object({
          id: Type.String({ minLength: 1, maxLength: 100, description: 'Identifier (UUID) or version' }),
        }),
        response: { 200: json('The model', Model), ...problems(['invalid-request', 'model-not-found']) },
      },
    },
    async (request) => presentModel(await useCases.getModel(request.params.id)),
  );
};
