import { ReleaseImageQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** The policies count again. */
export const releaseImage: Endpoint = (app, { useCases }) => {
  app.delete(
    '/images/:id/hold',
    {
      schema: {
        operationId: 'releaseImage',
        tags: ['retention'],
        summary: 'Take a picture off legal hold',
        params: IdParams,
        querystring: ReleaseImageQuery,
        response: {
          204: noContent('Released'),
          ...problems([
            'invalid-request',
            'image-not-found',
            'hold-not-found',
            'reason-missing',
            'cross-site-request',
          ]),
        },
      },
    },
    async (request, reply) => {
      await useCases.releaseImage({
        imageId: request.params.id,
        reason: request.query.reason,
        username: usernameOf(request),
      });
      return reply.code(204).send(null);
    },
  );
};
