import { Model } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentModel } from '../../present/present-model.ts';

/** The model that measures now. */
export const getCurrentModel: Endpoint = (app, { useCases }) => {
  app.get(
    '/models/current',
    {
      schema: {
        operationId: 'getCurrentModel',
        tags: ['models'],
        summary: 'The champion: the model that measures now',
        response: { 200: json('The champion', Model), ...problems(['model-missing']) },
      },
    },
    async () => presentModel({ ...(await useCases.currentModel()), isChampion: true }),
  );
};
