import { type Static, Type } from 'typebox';
import { Id, nullable, ShearPercent } from './common.ts';

export const SelectionStrategy = Type.Union(
  [Type.Literal('uncertainty'), Type.Literal('diversity'), Type.Literal('hybrid'), Type.Literal('random')],
  { description: 'How the pictures to label are chosen' },
);
export type SelectionStrategy = Static<typeof SelectionStrategy>;

export const ReviewQueueQuery = Type.Object(
  {
    strategy: Type.Optional(SelectionStrategy),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'At most so many of each kind' }),
    ),
    seed: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 2_147_483_647, default: 0, description: 'Of `random`' }),
    ),
  },
  { additionalProperties: false },
);
export type ReviewQueueQuery = Static<typeof ReviewQueueQuery>;

const ReviewReason = Type.Object(
  {
    code: Type.Union([
      Type.Literal('interval-width'),
      Type.Literal('no-number'),
      Type.Literal('unlike-learned'),
      Type.Literal('nothing-learned'),
      Type.Literal('by-lot'),
      Type.Literal('label-outside-interval'),
      Type.Literal('readings-disagree'),
    ]),
    detail: Type.String({ description: 'One sentence, with the numbers' }),
    value: nullable(
      Type.Number({
        description: 'Points of percent shear; `unlike-learned`: deviations a feature',
      }),
    ),
  },
  { additionalProperties: false },
);
const picture = {
  analysis_id: Id,
  image_id: Id,
  file_name: Type.String(),
  specimen: nullable(Type.String()),
  heat: nullable(Type.String()),
  shear_percent: nullable(ShearPercent),
  lower: nullable(ShearPercent),
  upper: nullable(ShearPercent),
  reasons: Type.Array(ReviewReason, { minItems: 1, description: 'The decisive one first' }),
};

export const ReviewQueue = Type.Object(
  {
    strategy: SelectionStrategy,
    is_default: Type.Boolean({
      description: 'No strategy was asked for; it follows from the number of labels',
    }),
    labels: Type.Integer({ minimum: 0, description: 'Labels of the installation' }),
    labels_before_choosing: Type.Integer({
      description: 'With fewer labels the default is `random`, then `hybrid`',
    }),
    candidates: Type.Integer({ minimum: 0, description: 'Pictures without a label that were chosen from' }),
    candidate_window: Type.Integer({ description: 'They are sought among so many newest analyses' }),
    label_window: Type.Integer({ description: 'So many newest labels are checked' }),
    to_label: Type.Array(Type.Object(picture, { additionalProperties: false }), {
      description: 'Pictures worth a label, best first',
    }),
    to_check: Type.Array(
      Type.Object(
        {
          ...picture,
          label_percent: ShearPercent,
          technician: Type.String({ description: 'Who gave the current label' }),
          priority: Type.Union([Type.Literal('high'), Type.Literal('normal')]),
        },
        { additionalProperties: false },
      ),
      { description: 'Labels that a second look may correct, most urgent first' },
    ),
    readers: Type.Array(
      Type.Object(
        {
          technician: Type.String(),
          readings: Type.Integer({ minimum: 1, description: 'Pictures read' }),
          bias: Type.Number({ description: 'Points above (negative: below) the others and the model' }),
          deviation: Type.Number({ minimum: 0, description: 'Scatter about the own bias, points' }),
          detail: Type.String({ description: 'One sentence, with the numbers' }),
        },
        { additionalProperties: false },
      ),
      { description: 'Readers who read unlike the others' },
    ),
  },
  { $id: 'ReviewQueue', additionalProperties: false },
);
export type ReviewQueue = Static<typeof ReviewQueue>;
