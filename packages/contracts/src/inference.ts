import { type Static, type TSchema, Type } from 'typebox';

/** Schemas of the Open Inference Protocol, version 2 (REST). @source https://github.com/kserve/open-inference-protocol */
const Parameters = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]), {
  description: 'Accepted as the protocol wants; none changes the answer',
});

/** Tensors hold one value or text for each picture, or null where a picture has no answer. */
const flatData = (value: TSchema) => Type.Array(value, { minItems: 1, maxItems: 16 });

export const InferenceInput = Type.Object(
  {
    name: Type.Union(
      [Type.Literal('image'), Type.Literal('specimen'), Type.Literal('width_mm'), Type.Literal('px_per_mm')],
      { description: '`image` is needed; the others tell what is known about each picture' },
    ),
    shape: Type.Array(Type.Integer({ minimum: 1, maximum: 16 }), {
      minItems: 1,
      maxItems: 2,
      description: '`[n]` or `[n, 1]` for n pictures',
    }),
    datatype: Type.Union([Type.Literal('BYTES'), Type.Literal('FP32'), Type.Literal('FP64')], {
      description:
        '`BYTES` for `image` (base64 of a whole file) and `specimen`, a floating type for the rest',
    }),
    parameters: Type.Optional(Parameters),
    data: flatData(Type.Union([Type.String(), Type.Number()])),
  },
  { $id: 'InferenceInput', additionalProperties: false },
);
export type InferenceInput = Static<typeof InferenceInput>;

export const InferenceRequest = Type.Object(
  {
    id: Type.Optional(Type.String({ maxLength: 200, description: 'Comes back with the answer' })),
    parameters: Type.Optional(Parameters),
    inputs: Type.Array(InferenceInput, { minItems: 1, maxItems: 4 }),
    outputs: Type.Optional(
      Type.Array(
        Type.Object(
          { name: Type.String({ maxLength: 100 }), parameters: Type.Optional(Parameters) },
          { additionalProperties: false },
        ),
        { maxItems: 20, description: 'Which outputs are wanted; all when left out' },
      ),
    ),
  },
  { $id: 'InferenceRequest', additionalProperties: false },
);
export type InferenceRequest = Static<typeof InferenceRequest>;

export const InferenceOutput = Type.Object(
  {
    name: Type.String(),
    shape: Type.Array(Type.Integer({ minimum: 1 })),
    datatype: Type.Union([Type.Literal('FP64'), Type.Literal('BYTES')]),
    data: Type.Array(Type.Union([Type.Number(), Type.String(), Type.Null()]), {
      description: 'One for each picture; null where a picture has no answer, see `status` and `reason`',
    }),
  },
  { $id: 'InferenceOutput', additionalProperties: false },
);
export type InferenceOutput = Static<typeof InferenceOutput>;

export const InferenceResponse = Type.Object(
  {
    model_name: Type.String(),
    model_version: Type.String(),
    id: Type.Optional(Type.String()),
    outputs: Type.Array(InferenceOutput),
  },
  { $id: 'InferenceResponse', additionalProperties: false },
);
export type InferenceResponse = Static<typeof InferenceResponse>;

/** A tensor that a model takes or gives; -1 stands for any number of pictures. */
export const TensorMetadata = Type.Object(
  { name: Type.String(), datatype: Type.String(), shape: Type.Array(Type.Integer()) },
  { $id: 'TensorMetadata', additionalProperties: false },
);

export const InferenceModel = Type.Object(
  {
    name: Type.String(),
    versions: Type.Array(Type.String(), { description: 'The version that answers' }),
    platform: Type.String(),
    inputs: Type.Array(TensorMetadata),
    outputs: Type.Array(TensorMetadata),
  },
  { $id: 'InferenceModel', additionalProperties: false },
);
export type InferenceModel = Static<typeof InferenceModel>;

export const InferenceServer = Type.Object(
  { name: Type.String(), version: Type.String(), extensions: Type.Array(Type.String()) },
  { $id: 'InferenceServer', additionalProperties: false },
);
export const InferenceLive = Type.Object(
  { live: Type.Boolean() },
  { $id: 'InferenceLive', additionalProperties: false },
);
export const InferenceReady = Type.Object(
  { ready: Type.Boolean() },
  { $id: 'InferenceReady', additionalProperties: false },
);
export const InferenceModelReady = Type.Object(
  { name: Type.String(), ready: Type.Boolean() },
  { $id: 'InferenceModelReady', additionalProperties: false },
);

/** Errors of the protocol; the status says the rest. */
export const InferenceError = Type.Object(
  { error: Type.String() },
  { $id: 'InferenceError', additionalProperties: false },
);
export type InferenceError = Static<typeof InferenceError>;
