import { RetentionPreview, RetentionPreviewQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentRetentionPreview } from '../../present/present-retention.ts';

/** The dry run. */
export const previewRetention: Endpoint = (app, { useCases }) => {
  app.get(
    '/retention-preview',
    {
      schema: {
        operationId: 'previewRetention',
        tags: ['retention'],
        summary: 'What a run would remove now',
        description:
          'Removes nothing. It selects with the query that the run uses. With days in the query it tells what a policy would do before it is chosen.',
        querystring: RetentionPreviewQuery,
        response: {
          200: json('By policy: what would go, and what stays and why', RetentionPreview),
          ...problems([
            'invalid-request',
            'retention-days-invalid',
            'object-not-found',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
            'database-timeout',
          ]),
        },
      },
    },
    async (request) => presentRetentionPreview(await useCases.previewRetention(request.query)),
  );
};
