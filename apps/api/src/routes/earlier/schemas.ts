import { Type } from 'typebox';

/** Shapes of the earlier MLMCSC. Requests may carry further fields, as they could there. */
export const PredictBody = Type.Object(
  {
    image_data: Type.String({ minLength: 1, description: 'Base64 of a picture file, or a data URL' }),
    image_format: Type.Optional(
      Type.String({ maxLength: 20, description: 'Not needed: the format is told by content' }),
    ),
  },
  { $id: 'EarlierPredictRequest' },
);
export const PredictQuery = Type.Object({
  allow_no_specimens: Type.Optional(Type.Boolean({ description: 'Answer 200 when there is no specimen' })),
});
const Prediction = Type.Object(
  {
    specimen_id: Type.String({ description: 'Pass it to `submit_label`' }),
    shear_percentage: Type.Number(),
    confidence: Type.Number({ description: '0 to 1: one less the width of the interval by 100 points' }),
    detection_bbox: Type.Array(Type.Number(), {
      minItems: 4,
      maxItems: 4,
      description: 'x, y, width, height, px',
    }),
    detection_confidence: Type.Number(),
    processing_time: Type.Number({ description: 'Seconds' }),
    timestamp: Type.String({ format: 'date-time' }),
    overlay_image: Type.String({
      description: 'Base64 of a PNG in the frame of the picture, transparent outside the face',
    }),
  },
  { additionalProperties: false },
);
const NoSpecimens = Type.Object(
  {
    status: Type.Literal('no_specimens'),
    message: Type.String(),
    processing_time: Type.Number(),
    timestamp: Type.String({ format: 'date-time' }),
  },
  { additionalProperties: false },
);
export const PredictAnswer = Type.Union([Prediction, NoSpecimens]);

export const SubmitLabelBody = Type.Object(
  {
    specimen_id: Type.Optional(
      Type.String({ maxLength: 200, description: 'From `predict`; else the specimen' }),
    ),
    image_data: Type.Optional(Type.String({ description: 'Needed unless `specimen_id` is from `predict`' })),
    technician_label: Type.Number({ minimum: 0, maximum: 100 }),
    model_prediction: Type.Optional(
      Type.Union([Type.Number(), Type.Null()], { description: 'Known here already' }),
    ),
    model_confidence: Type.Optional(
      Type.Union([Type.Number(), Type.Null()], { description: 'Known here already' }),
    ),
    technician_id: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'Who judged. @default the caller' }),
    ),
    notes: Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()])),
  },
  { $id: 'EarlierLabelRequest' },
);
export const SubmitLabelAnswer = Type.Object(
  {
    status: Type.Literal('success'),
    message: Type.String(),
    online_learning: Type.Object(
      { update_strategy: Type.String(), labels_waiting: Type.Integer() },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

const figure = Type.Union([Type.Number(), Type.Null()]);
export const MetricsAnswer = Type.Object(
  {
    total_predictions: Type.Integer(),
    total_labels: Type.Integer(),
    accuracy_metrics: Type.Object(
      { mae: figure, rmse: figure, sample_count: Type.Integer() },
      { additionalProperties: false },
    ),
    recent_performance: Type.Object(
      {
        daily_mae: Type.Array(
          Type.Object({ date: Type.String(), mae: Type.Number() }, { additionalProperties: false }),
        ),
      },
      { additionalProperties: false },
    ),
    model_version: Type.String(),
    last_updated: Type.String({ format: 'date-time' }),
  },
  { additionalProperties: false },
);

export const HistoryPageQuery = Type.Object({
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 1 })),
  page_size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
});
const text = Type.Union([Type.String(), Type.Null()]);
export const HistoryRow = Type.Object(
  {
    specimen_id: Type.String(),
    timestamp: Type.String({ format: 'date-time' }),
    file_name: Type.String(),
    shear_percentage: figure,
    confidence: figure,
    technician_label: figure,
    technician_id: text,
    notes: text,
    model_version: Type.String(),
  },
  { additionalProperties: false },
);
export const HistoryAnswer = Type.Object(
  {
    items: Type.Array(HistoryRow),
    total_count: Type.Integer(),
    page: Type.Integer(),
    page_size: Type.Integer(),
  },
  { additionalProperties: false },
);

export const HealthAnswer = Type.Object(
  {
    status: Type.Union([Type.Literal('healthy'), Type.Literal('unhealthy')]),
    timestamp: Type.String({ format: 'date-time' }),
    models_loaded: Type.Record(Type.String(), Type.Boolean()),
    version: Type.String(),
  },
  { additionalProperties: false },
);

const Strategy = Type.Union([
  Type.Literal('immediate'),
  Type.Literal('batch'),
  Type.Literal('weighted'),
  Type.Literal('confidence'),
]);
export const LearningStatusAnswer = Type.Object(
  {
    status: Type.Literal('active'),
    update_strategy: Strategy,
    labels_total: Type.Integer(),
    labels_waiting: Type.Integer(),
    model_version: Type.String(),
  },
  { additionalProperties: false },
);
export const ConfigureBody = Type.Object(
  {
    update_strategy: Strategy,
    batch_size: Type.Optional(Type.Integer({ minimum: 1 })),
    confidence_threshold: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    weight_decay: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  },
  { $id: 'EarlierConfigureRequest' },
);
export const ConfigureAnswer = Type.Object(
  {
    status: Type.Literal('success'),
    message: Type.String(),
    configuration: Type.Object({ update_strategy: Strategy }, { additionalProperties: false }),
    not_used: Type.Array(Type.String(), { description: 'Fields sent that have no counterpart any more' }),
  },
  { additionalProperties: false },
);
export const ForceUpdateAnswer = Type.Object(
  { status: Type.Literal('success'), message: Type.String(), job_id: Type.String() },
  { additionalProperties: false },
);
export const PerformanceAnswer = Type.Object(
  {
    mae: figure,
    rmse: figure,
    bias: figure,
    sample_count: Type.Integer(),
    history: Type.Array(
      Type.Object(
        { label_number: Type.Integer(), absolute_error: Type.Number(), moving_mae: Type.Number() },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
