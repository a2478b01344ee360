import { ReviewQueue, ReviewQueueQuery } from '@mlmcsc/contracts';
import { candidateWindow, labelWindow } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentReviewQueue } from '../../present/present-review-queue.ts';

/** What a person should look at next. */
export const getReviewQueue: Endpoint = (app, { useCases }) => {
  app.get(
    '/review-queue',
    {
      schema: {
        operationId: 'getReviewQueue',
        tags: ['labels'],
        summary: 'Pictures worth a label, labels worth a second look',
        description: `Pictures without a label among the newest ${candidateWindow} analyses, by \`strategy\` (without it \`hybrid\`): \`uncertainty\` prefers wide intervals, \`diversity\` what is unlike everything labelled, \`hybrid\` both, \`random\` nothing. Then labels and readers that stand out among the newest ${labelWindow} labels. Each with its reasons.`,
        querystring: ReviewQueueQuery,
        response: {
          200: json('The queue', ReviewQueue),
          ...problems(['invalid-request', 'objects-unavailable']),
        },
      },
    },
    async (request) => {
      const { strategy = 'hybrid', limit = 20, seed = 0 } = request.query;
      return presentReviewQueue(await useCases.reviewQueue({ strategy, limit, seed }));
    },
  );
};
