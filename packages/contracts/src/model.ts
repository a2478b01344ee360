import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, Sha256 } from './common.ts';

export const UpdateStrategy = Type.Union(
  [Type.Literal('immediate'), Type.Literal('batch'), Type.Literal('weighted'), Type.Literal('confidence')],
  { $id: 'UpdateStrategy' },
);
export type UpdateStrategy = Static<typeof UpdateStrategy>;

/** Error figures in points of percent shear; null where there are no samples. */
export const ErrorFigures = Type.Object(
  {
    count: Type.Integer({ minimum: 0 }),
    mae: nullable(Type.Number()),
    rmse: nullable(Type.Number()),
    bias: nullable(Type.Number()),
    within_5: nullable(Type.Number({ description: 'Share within ±5 points, 0–1' })),
    within_10: nullable(Type.Number()),
    interval_coverage: nullable(Type.Number()),
    interval_width: nullable(Type.Number()),
  },
  { $id: 'ErrorFigures', additionalProperties: false },
);
export type ErrorFigures = Static<typeof ErrorFigures>;

const BandFigures = Type.Object(
  {
    count: Type.Integer({ minimum: 0 }),
    mae: nullable(Type.Number()),
    bias: nullable(Type.Number()),
  },
  { additionalProperties: false },
);

/** One model on one set of labels. */
export const BandedFigures = Type.Object(
  {
    overall: ErrorFigures,
    bands: Type.Object(
      { '0-20': BandFigures, '20-80': BandFigures, '80-100': BandFigures },
      { additionalProperties: false, description: 'By true percent shear' },
    ),
  },
  { $id: 'BandedFigures', additionalProperties: false },
);
export type BandedFigures = Static<typeof BandedFigures>;

const ComparedModels = Type.Object(
  { champion: BandedFigures, candidate: BandedFigures },
  { additionalProperties: false },
);

/** What the gate compared: labels that neither model learned, and recent ones answered before they were learned. */
export const GateFigures = Type.Object(
  { gold_set: ComparedModels, recent_labels: ComparedModels },
  { $id: 'GateFigures', additionalProperties: false },
);
export type GateFigures = Static<typeof GateFigures>;

/** An immutable model version. */
export const Model = Type.Object(
  {
    id: Id,
    version: Type.String(),
    digest: Sha256,
    parent_version: nullable(Type.String()),
    is_champion: Type.Boolean(),
    origin: Type.Union([Type.Literal('shipped'), Type.Literal('online'), Type.Literal('retrained')]),
    label_count: Type.Integer({ minimum: 0, description: 'Labels of this installation it has learned from' }),
    pipeline_version: Type.String(),
    size_bytes: Type.Integer({ minimum: 1 }),
    held_out: nullable(ErrorFigures),
    gate: nullable(
      Type.Object(
        {
          promoted: Type.Boolean(),
          passed: nullable(
            Type.Boolean({
              description: 'Whether it may replace `against`; null in verdicts of earlier releases',
            }),
          ),
          against: nullable(Type.String({ description: 'The champion that it was compared with' })),
          reasons: Type.Array(Type.String()),
          figures: nullable(GateFigures),
        },
        { additionalProperties: false, description: 'Why it became champion, or why not' },
      ),
    ),
    dataset_digest: nullable(
      Type.Unsafe<string>({
        ...Sha256,
        description: 'Dataset version of exactly the labels it learned; null when unknown, or shipped',
      }),
    ),
    created_at: Instant,
  },
  { $id: 'Model', additionalProperties: false },
);
export type Model = Static<typeof Model>;

/** How the system learns and how well the champion predicts labels before it has seen them (test-then-train). */
export const LearningStatus = Type.Object(
  {
    strategy: UpdateStrategy,
    champion: Type.Object({ version: Type.String(), digest: Sha256 }, { additionalProperties: false }),
    labels_total: Type.Integer({ minimum: 0 }),
    labels_waiting: Type.Integer({ minimum: 0, description: 'Stored but not yet learned' }),
    prequential: ErrorFigures,
    curve: Type.Array(
      Type.Object(
        { label_number: Type.Integer(), absolute_error: Type.Number(), mean_error_last_20: Type.Number() },
        { additionalProperties: false },
      ),
      { description: 'Error of each prediction made before learning, in label order (last 500)' },
    ),
  },
  { $id: 'LearningStatus', additionalProperties: false },
);
export type LearningStatus = Static<typeof LearningStatus>;

/** How labels are learned from. */
export const LearningStrategy = Type.Object(
  { strategy: UpdateStrategy },
  { $id: 'LearningStrategy', additionalProperties: false },
);
export type LearningStrategy = Static<typeof LearningStrategy>;

export const ConfigureLearningRequest = Type.Object(
  { strategy: UpdateStrategy },
  { $id: 'ConfigureLearningRequest', additionalProperties: false },
);
export type ConfigureLearningRequest = Static<typeof ConfigureLearningRequest>;
