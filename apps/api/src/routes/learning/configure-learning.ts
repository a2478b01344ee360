import { ConfigureLearningRequest, LearningStatus } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { assertMatch, entityTagOf, IfMatchHeaders } from '../../http/entity-tag.ts';
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
        description:
          'Needs `If-Match` with the `ETag` of the strategy that it replaces. The answer carries the `ETag` of the new strategy.',
        headers: IfMatchHeaders,
        body: ConfigureLearningRequest,
        response: {
          200: json('The status with the new strategy', LearningStatus),
          ...problems([
            'invalid-request',
            'malformed-body',
            'model-missing',
            'precondition-failed',
            'precondition-required',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { strategy } = request.body;
      const current = await useCases.learningStrategy();
      const mustReplace = assertMatch(request, { strategy: current }, true);
      const status = await useCases.configureLearning({
        strategy,
        replaces: mustReplace ? current : undefined,
        username: usernameOf(request),
      });
      reply.header('etag', entityTagOf(JSON.stringify({ strategy })));
      return presentLearningStatus(status);
    },
  );
};
