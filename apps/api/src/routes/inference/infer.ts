import { InferenceRequest, InferenceResponse } from '@mlmcsc/contracts';
import { type AnalysisRecord, InvalidInput } from '@mlmcsc/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiContext, Endpoint } from '../../api-instance.ts';
import { abortOnDisconnect } from '../../http/abort-on-disconnect.ts';
import { base64BodyLimit } from '../../http/base64-body-limit.ts';
import { holdUploadMemory } from '../../http/hold-upload-memory.ts';
import { json } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { inferenceErrors } from './inference-errors.ts';
import { findServedModel, ModelParams, ModelVersionParams, OUTPUTS } from './inference-model.ts';
import { readTensors } from './read-tensors.ts';

const SCHEMA = {
  tags: ['inference'],
  summary: 'Measure pictures',
  description:
    'Stores and measures each picture as `POST /api/v1/images` and `POST /api/v1/analyses` do; the same bytes again are answered from what is stored. All pictures are answered, or none.',
  body: InferenceRequest,
  response: {
    200: json('The outputs', InferenceResponse),
    ...inferenceErrors([
      'malformed-body',
      'unsupported-media-type',
      'body-too-large',
      'context-invalid',
      'model-not-found',
      'image-empty',
      'image-type-unsupported',
      'image-truncated',
      'image-too-many-pixels',
      'image-animated',
      'image-too-large',
      'image-too-slow',
      'images-busy',
      'measurer-busy',
      'upload-busy',
      'model-missing',
      'out-of-memory',
      'disk-full',
      'storage-failed',
      'data-folder-unwritable',
      'object-not-found',
      'pictures-removed',
      'object-damaged',
      'objects-unavailable',
      'objects-refused',
      'request-aborted',
      'blind-reading',
    ]),
  },
} as const;

export const infer: Endpoint = (app, context) => {
  const bodyLimit = base64BodyLimit(context.options.maxUploadBytes);
  app.post(
    '/models/:name/infer',
    {
      bodyLimit,
      onRequest: holdUploadMemory(context.uploadMemory, bodyLimit),
      schema: { operationId: 'infer', params: ModelParams, ...SCHEMA },
    },
    async (request, reply) => measure(context, request, reply, request.params, request.body),
  );
};

export const inferVersion: Endpoint = (app, context) => {
  const bodyLimit = base64BodyLimit(context.options.maxUploadBytes);
  app.post(
    '/models/:name/versions/:version/infer',
    {
      bodyLimit,
      onRequest: holdUploadMemory(context.uploadMemory, bodyLimit),
      schema: { operationId: 'inferVersion', params: ModelVersionParams, ...SCHEMA },
    },
    async (request, reply) => measure(context, request, reply, request.params, request.body),
  );
};

async function measure(
  { useCases, studies }: Pick<ApiContext, 'useCases' | 'studies'>,
  request: FastifyRequest,
  reply: FastifyReply,
  params: { readonly name: string; readonly version?: string },
  body: InferenceRequest,
): Promise<InferenceResponse> {
  const model = await findServedModel(useCases, params);
  const wanted = outputsOf(body);
  const pictures = readTensors(body);
  const username = usernameOf(request);
  const signal = abortOnDisconnect(reply);
  // A version by name is answered by that version.
  const isLive = params.version === undefined;
  const analyses: AnalysisRecord[] = [];
  for (const [index, { bytes, ...context }] of pictures.entries()) {
    const fileName = context.specimen ?? `picture-${index + 1}`;
    const { image } = await useCases.uploadImage({ bytes, fileName, context, username });
    await studies.requireSight(username, [image.id]);
    const { analysis } = await useCases.analyseImage({ imageId: image.id, username, isLive, signal });
    analyses.push(analysis);
  }
  return {
    model_name: params.name,
    // A promotion meanwhile is told by the outputs of each picture.
    model_version: analyses[0]?.modelVersion ?? model.version,
    ...(body.id === undefined ? {} : { id: body.id }),
    outputs: wanted.map(({ name, datatype, value }) => ({
      name,
      datatype,
      shape: [analyses.length],
      data: analyses.map(value),
    })),
  };
}

/** @throws InvalidInput `invalid-request` */
function outputsOf({ outputs }: InferenceRequest) {
  if (outputs === undefined || outputs.length === 0) return OUTPUTS;
  return outputs.map(({ name }) => {
    const output = OUTPUTS.find((known) => known.name === name);
    if (output !== undefined) return output;
    throw new InvalidInput('invalid-request', `There is no output ${name}.`);
  });
}
