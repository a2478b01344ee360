import { Deployment, RollBackRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentDeployment } from '../../present/present-deployment.ts';

/** Back to an earlier model. */
export const rollBack: Endpoint = (app, { useCases }) => {
  app.post(
    '/deployments/rollback',
    {
      schema: {
        operationId: 'rollBackModel',
        tags: ['models'],
        summary: 'Put an earlier model back into service',
        description:
          'Every process answers with it from its next picture on. Needs no second person. Learning is paused unless `keeps_learning` says otherwise; `PUT /model-policy` goes on with it.',
        body: RollBackRequest,
        response: {
          200: json('The row of the ledger', Deployment),
          ...problems([
            'invalid-request',
            'malformed-body',
            'reason-missing',
            'model-not-found',
            'model-missing',
            'rollback-impossible',
            'model-not-servable',
            'champion-changed',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request) => {
      const { from_version, to_version, reason, keeps_learning } = request.body;
      return presentDeployment(
        await useCases.rollBackModel({
          fromVersion: from_version,
          toVersion: to_version,
          reason,
          keepsLearning: keeps_learning,
          username: usernameOf(request),
        }),
      );
    },
  );
};
