import { EndTrialRequest, ModelTrial } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { assertMatch, IfMatchHeaders } from '../../http/entity-tag.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentTrial } from '../../present/present-trial.ts';

/** End a trial. */
export const endTrial: Endpoint = (app, { useCases }) => {
  app.post(
    '/model-trials/:id/end',
    {
      schema: {
        operationId: 'endTrial',
        tags: ['models'],
        summary: 'End a trial',
        description:
          'Every process answers with the champion alone from its next picture on. Answers that wait are still computed; what was measured stays as it is.',
        headers: IfMatchHeaders,
        params: IdParams,
        body: EndTrialRequest,
        response: {
          200: json('The trial as it ended', ModelTrial),
          ...problems([
            'invalid-request',
            'malformed-body',
            'reason-missing',
            'trial-not-found',
            'trial-ended',
            'precondition-failed',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      assertMatch(request, presentTrial(await useCases.getTrial(id)), false);
      const { reason } = request.body;
      return presentTrial(await useCases.endTrial({ id, reason, username: usernameOf(request) }));
    },
  );
};
