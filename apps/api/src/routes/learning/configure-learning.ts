import { ConfigureLearningRequest, LearningStatus } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentLearningStatus } from '../../present/present-learning-status.ts';

/** Chooses how labels are learned from. */
export const configureLearning: Endpoint = (app, { useCases }) => {
  app.put(
    '/learning/strategy',
    {
      schema: {
        operationId: 'configureLearning',
        tags: ['learning'],
        summary: 'Choose the update strategy',
        body: ConfigureLearningRequest,
        response: {
          200: json('The status with the new strategy', LearningStatus),
          ...problems([
            'invalid-request',
            'malformed-body',
            'model-missing',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request) =>
      presentLearningStatus(
        await useCases.configureLearning({ strategy: request.body.strategy, username: usernameOf(request) }),
      ),
  );
};
