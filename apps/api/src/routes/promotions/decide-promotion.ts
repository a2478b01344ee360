import { DecidePromotionRequest, PromotionOutcome } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentPromotionOutcome } from '../../present/present-deployment.ts';

/** The second person's word. */
export const decidePromotion: Endpoint = (app, { useCases }) => {
  app.post(
    '/promotion-requests/:id/decide',
    {
      schema: {
        operationId: 'decidePromotion',
        tags: ['models'],
        summary: 'Approve or decline a promotion',
        description:
          'Approving puts the model into service at once. Who asked for it cannot approve it, but may decline it.',
        params: IdParams,
        body: DecidePromotionRequest,
        response: {
          200: json('The request as decided, and the deployment when approved', PromotionOutcome),
          ...problems([
            'invalid-request',
            'malformed-body',
            'promotion-request-not-found',
            'second-person-needed',
            'promotion-decided',
            'already-champion',
            'gate-not-passed',
            'model-not-servable',
            'model-missing',
            'champion-changed',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request) =>
      presentPromotionOutcome(
        await useCases.decidePromotion({
          id: request.params.id,
          decision: request.body.decision,
          username: usernameOf(request),
        }),
      ),
  );
};
