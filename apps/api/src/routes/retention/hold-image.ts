import { HoldImageRequest, ImageHold } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentHold } from '../../present/present-retention.ts';

/** Keep a picture whatever the policies say. */
export const holdImage: Endpoint = (app, { useCases }) => {
  app.put(
    '/images/:id/hold',
    {
      schema: {
        operationId: 'holdImage',
        tags: ['retention'],
        summary: 'Put a picture on legal hold',
        description:
          'No policy removes it, or its maps, until somebody releases it. A picture has one hold; another reason takes the place of the first, and the audit trail keeps both.',
        params: IdParams,
        body: HoldImageRequest,
        response: {
          200: json('It was on hold already; the reason is the new one', ImageHold),
          201: json('It is on hold', ImageHold),
          ...problems([
            'invalid-request',
            'malformed-body',
            'image-not-found',
            'pictures-removed',
            'reason-missing',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { hold, created } = await useCases.holdImage({
        imageId: request.params.id,
        reason: request.body.reason,
        username: usernameOf(request),
      });
      return reply.code(created ? 201 : 200).send(presentHold(hold));
    },
  );
};
