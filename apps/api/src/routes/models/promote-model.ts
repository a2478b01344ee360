import { PromoteModelRequest, PromotionOutcome } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentPromotionOutcome } from '../../present/present-deployment.ts';

/** Put a version into service that the gate let pass. */
export const promoteModel: Endpoint = (app, { useCases }) => {
  app.post(
    '/models/:id/promote',
    {
      schema: {
        operationId: 'promoteModel',
        tags: ['models'],
        summary: 'Put a model into service that the gate let pass',
        description:
          'Where the policy asks for two persons, this asks for the second one and answers 202 with the request. A model that the gate did not let pass never comes into service.',
        params: Type.Object({
          id: Type.String({ minLength: 1, maxLength: 100, description: 'Identifier (UUID) or version' }),
        }),
        body: PromoteModelRequest,
        response: {
          200: json('It is in service', PromotionOutcome),
          202: json('It waits for a second person', PromotionOutcome),
          ...problems([
            'invalid-request',
            'malformed-body',
            'reason-missing',
            'model-not-found',
            'model-missing',
            'already-champion',
            'gate-not-passed',
            'model-not-servable',
            'champion-changed',
            'promotion-requested-already',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) => {
      const outcome = await useCases.promoteModel({
        version: request.params.id,
        reason: request.body.reason,
        username: usernameOf(request),
      });
      reply.code(outcome.deployment === null ? 202 : 200);
      return presentPromotionOutcome(outcome);
    },
  );
};
