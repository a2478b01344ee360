import { AcknowledgeDriftRequest, DriftFinding } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentDriftFinding } from '../../present/present-drift.ts';

/** Somebody has looked. */
export const acknowledgeFinding: Endpoint = (app, { drift }) => {
  app.post(
    '/drift/findings/:id/acknowledge',
    {
      schema: {
        operationId: 'acknowledgeDriftFinding',
        tags: ['drift'],
        summary: 'Say what a finding of drift was',
        description:
          'The charts go on as they are, and the same finding is not raised again while it lasts. After the lamp was changed, set a new reference instead.',
        params: IdParams,
        body: AcknowledgeDriftRequest,
        response: {
          200: json('Acknowledged', DriftFinding),
          ...problems([
            ...BODY_PROBLEMS,
            'drift-finding-not-found',
            'drift-finding-acknowledged',
            'reason-missing',
          ]),
        },
      },
    },
    async (request) => {
      const { reason } = request.body;
      const { id } = request.params;
      return presentDriftFinding(await drift.acknowledge({ id, reason, by: usernameOf(request) }));
    },
  );
};
