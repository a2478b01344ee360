import { InferenceModel, InferenceModelReady } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json } from '../../http/route-schema.ts';
import { inferenceErrors } from './inference-errors.ts';
import {
  findServedModel,
  ModelParams,
  ModelVersionParams,
  presentInferenceModel,
} from './inference-model.ts';

const ERRORS = inferenceErrors(['model-not-found', 'model-missing']);
const DESCRIBE = {
  tags: ['inference'],
  summary: 'What the model takes and gives',
  response: { 200: json('The model', InferenceModel), ...ERRORS },
} as const;
const READY = {
  tags: ['inference'],
  summary: 'Whether the model answers',
  response: { 200: json('It does', InferenceModelReady), ...ERRORS },
} as const;

export const describeModel: Endpoint = (app, { useCases }) => {
  app.get(
    '/models/:name',
    { schema: { operationId: 'describeModel', params: ModelParams, ...DESCRIBE } },
    async (request) => presentInferenceModel(await findServedModel(useCases, request.params)),
  );
};

export const describeModelVersion: Endpoint = (app, { useCases }) => {
  app.get(
    '/models/:name/versions/:version',
    { schema: { operationId: 'describeModelVersion', params: ModelVersionParams, ...DESCRIBE } },
    async (request) => presentInferenceModel(await findServedModel(useCases, request.params)),
  );
};

export const isModelReady: Endpoint = (app, { useCases }) => {
  app.get(
    '/models/:name/ready',
    { schema: { operationId: 'isModelReady', params: ModelParams, ...READY } },
    async (request) => {
      await findServedModel(useCases, request.params);
      return { name: request.params.name, ready: true };
    },
  );
};

export const isModelVersionReady: Endpoint = (app, { useCases }) => {
  app.get(
    '/models/:name/versions/:version/ready',
    { schema: { operationId: 'isModelVersionReady', params: ModelVersionParams, ...READY } },
    async (request) => {
      await findServedModel(useCases, request.params);
      return { name: request.params.name, ready: true };
    },
  );
};
