import { ReviewQueue, ReviewQueueQuery } from '@mlmcsc/contracts';
import { candidateWindow, labelsBeforeChoosing, labelWindow } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentReviewQueue } from '../../present/present-review-queue.ts';

/** What a person should look at next. */
export const getReviewQueue: Endpoint = (app, { useCases, studies }) => {
  app.get(
    '/review-queue',
    {
      schema: {
        operationId: 'getReviewQueue',
        tags: ['labels'],
        summary: 'Pictures worth a label, labels worth a second look',
        description: `Pictures without a label among the newest ${candidateWindow} analyses, by \`strategy\` (without it \`random\` until there are ${labelsBeforeChoosing} labels, then \`hybrid\`): \`uncertainty\` prefers wide intervals, \`diversity\` what is unlike everything labelled, \`hybrid\` both, \`random\` nothing. Then labels and readers that stand out among the newest ${labelWindow} labels. Each with its reasons.`,
        querystring: ReviewQueueQuery,
        response: {
          200: json('The queue', ReviewQueue),
          ...problems(['invalid-request', 'objects-unavailable']),
        },
      },
    },
    async (request) => {
      const { strategy, limit = 20, seed = 0 } = request.query;
      const hidden = new Set(await studies.hiddenFrom(usernameOf(request)));
      const queue = presentReviewQueue(await useCases.reviewQueue({ strategy, limit, seed }));
      const isSeen = ({ image_id: id }: { readonly image_id: string }) => !hidden.has(id);
      return { ...queue, to_label: queue.to_label.filter(isSeen), to_check: queue.to_check.filter(isSeen) };
    },
  );
};
