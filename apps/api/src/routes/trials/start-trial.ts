import { ModelTrial, StartTrialRequest } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentTrial } from '../../present/present-trial.ts';

/** Try a challenger on live pictures. */
export const startTrial: Endpoint = (app, { useCases, idempotency }) => {
  app.post(
    '/model-trials',
    {
      schema: {
        operationId: 'startTrial',
        tags: ['models'],
        summary: 'Try a challenger on live pictures',
        description:
          'A `shadow` computes an answer to every new analysis that nobody is shown. A `canary` answers `percent` of the specimens itself: the same specimen always gets the same model while the trial lasts, and the champion is computed besides. ' +
          'A canary must have passed the gate against the champion of now; where the policy asks for two persons, somebody else must have asked for its promotion. One trial runs at a time; it ends by itself when its challenger comes into service.',
        headers: IdempotencyHeaders,
        body: StartTrialRequest,
        response: {
          201: json('It runs; `Location` names it', ModelTrial),
          ...problems([
            'invalid-request',
            'malformed-body',
            'reason-missing',
            'trial-invalid',
            'second-person-needed',
            'model-not-found',
            'model-missing',
            'trial-running',
            'already-champion',
            'gate-not-passed',
            'model-not-servable',
            'idempotency-key-reused',
            'idempotency-key-in-use',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async (effectId) => {
        const { model_version, reason } = request.body;
        const trial = await useCases.startTrial({
          ...{ id: effectId, version: model_version, reason, username: usernameOf(request) },
          percent: percentOf(request.body),
        });
        return { status: 201, location: `/api/v1/model-trials/${trial.id}`, body: presentTrial(trial) };
      }),
  );
};

/** @throws InvalidInput `trial-invalid` when kind and percentage contradict each other */
function percentOf({ kind, percent = 0 }: StartTrialRequest): number {
  if ((kind === 'shadow') === (percent === 0)) return percent;
  throw new InvalidInput(
    'trial-invalid',
    kind === 'shadow'
      ? 'A shadow answers nobody: leave percent out.'
      : 'Say which percentage of the specimens the canary answers: 1 to 50.',
  );
}
