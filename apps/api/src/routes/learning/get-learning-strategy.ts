import { LearningStrategy } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';

/** The update strategy, with the ETag that a change of it needs. */
export const getLearningStrategy: Endpoint = (app, { useCases }) => {
  app.get(
    '/learning/strategy',
    {
      schema: {
        operationId: 'getLearningStrategy',
        tags: ['learning'],
        summary: 'The update strategy',
        description: 'Its `ETag` is what `PUT` wants as `If-Match`.',
        response: { 200: json('The strategy', LearningStrategy), ...problems([]) },
      },
    },
    async () => ({ strategy: await useCases.learningStrategy() }),
  );
};
