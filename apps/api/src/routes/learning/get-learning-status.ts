import { LearningStatus } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentLearningStatus } from '../../present/present-learning-status.ts';

/** How the system learns, and how well it predicts labels before it has seen them. */
export const getLearningStatus: Endpoint = (app, { useCases }) => {
  app.get(
    '/learning',
    {
      schema: {
        operationId: 'getLearningStatus',
        tags: ['learning'],
        summary: 'How the system learns, and how well',
        response: { 200: json('The status', LearningStatus), ...problems(['model-missing']) },
      },
    },
    async () => presentLearningStatus(await useCases.learningStatus()),
  );
};
