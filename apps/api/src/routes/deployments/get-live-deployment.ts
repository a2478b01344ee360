import { Deployment, Instant } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentDeployment } from '../../present/present-deployment.ts';

/** Which model was in service at a time. */
export const getLiveDeployment: Endpoint = (app, { useCases }) => {
  app.get(
    '/deployments/live',
    {
      schema: {
        operationId: 'getLiveDeployment',
        tags: ['models'],
        summary: 'Which model was in service at a time',
        querystring: Type.Object({ at: Type.Optional(Instant) }, { additionalProperties: false }),
        response: {
          200: json('The deployment in force at that time; now, when no time is given', Deployment),
          ...problems(['invalid-request', 'deployment-not-found']),
        },
      },
    },
    async ({ query: { at } }) =>
      presentDeployment(await useCases.deploymentAt(at === undefined ? new Date() : new Date(at))),
  );
};
