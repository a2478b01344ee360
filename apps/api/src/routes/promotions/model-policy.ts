import { ModelPolicy } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { assertMatch, entityTagOf, IfMatchHeaders } from '../../http/entity-tag.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentModelPolicy } from '../../present/present-deployment.ts';

/** How models come into service. */
export const getModelPolicy: Endpoint = (app, { useCases }) => {
  app.get(
    '/model-policy',
    {
      schema: {
        operationId: 'getModelPolicy',
        tags: ['models'],
        summary: 'How models come into service',
        response: { 200: json('The policy', ModelPolicy), ...problems([]) },
      },
    },
    async () => presentModelPolicy(await useCases.modelPolicy()),
  );
};

/** Choose how models come into service. */
export const putModelPolicy: Endpoint = (app, { useCases }) => {
  app.put(
    '/model-policy',
    {
      schema: {
        operationId: 'putModelPolicy',
        tags: ['models'],
        summary: 'Choose how models come into service',
        description:
          'Needs `If-Match` with the `ETag` of the policy that it replaces. Going on with learning learns the labels that wait.',
        headers: IfMatchHeaders,
        body: ModelPolicy,
        response: {
          200: json('The policy', ModelPolicy),
          ...problems([
            'invalid-request',
            'malformed-body',
            'policy-invalid',
            'precondition-failed',
            'precondition-required',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request, reply) => {
      const current = await useCases.modelPolicy();
      const mustReplace = assertMatch(request, presentModelPolicy(current), true);
      const { promotion, learning, retrain_after_labels } = request.body;
      const policy = await useCases.setModelPolicy({
        policy: { promotion, learning, retrainAfterLabels: retrain_after_labels },
        replaces: mustReplace ? current : undefined,
        username: usernameOf(request),
      });
      const shown = presentModelPolicy(policy);
      reply.header('etag', entityTagOf(JSON.stringify(shown)));
      return shown;
    },
  );
};
