import { InferenceLive, InferenceReady, InferenceServer } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json } from '../../http/route-schema.ts';
import { API_VERSION } from '../../version.ts';
import { inferenceErrors } from './inference-errors.ts';

/** Name and version of the server. */
export const describeInferenceServer: Endpoint = (app) => {
  app.get(
    '/',
    {
      schema: {
        operationId: 'describeInferenceServer',
        tags: ['inference'],
        summary: 'Name and version of the server',
        response: { 200: json('The server', InferenceServer), ...inferenceErrors([], 'public') },
      },
    },
    async () => ({ name: 'mlmcsc', version: API_VERSION, extensions: [] }),
  );
};

/** Whether the process runs. */
export const isInferenceLive: Endpoint = (app) => {
  app.get(
    '/health/live',
    {
      schema: {
        operationId: 'isInferenceLive',
        tags: ['inference'],
        summary: 'Whether the process runs',
        response: { 200: json('It does', InferenceLive), ...inferenceErrors([], 'public') },
      },
    },
    async () => ({ live: true }),
  );
};

/** Whether pictures can be measured. */
export const isInferenceReady: Endpoint = (app, { useCases }) => {
  app.get(
    '/health/ready',
    {
      schema: {
        operationId: 'isInferenceReady',
        tags: ['inference'],
        summary: 'Whether pictures can be measured',
        response: {
          200: json('They can', InferenceReady),
          ...inferenceErrors(['model-missing', 'objects-unavailable'], 'public'),
        },
      },
    },
    async () => {
      await useCases.checkReadiness();
      await useCases.currentModel();
      return { ready: true };
    },
  );
};
