import { type Static, Type } from 'typebox';
import { Id, Instant, nullable } from './common.ts';

const Reason = Type.String({ minLength: 1, maxLength: 500, description: 'Why; the ledger keeps it' });

/** A row of the append-only ledger: which version answered from when on, and who decided it. */
export const Deployment = Type.Object(
  {
    id: Id,
    from_version: nullable(Type.String()),
    to_version: Type.String(),
    kind: Type.Union([Type.Literal('automatic'), Type.Literal('promoted'), Type.Literal('rolled-back')], {
      description: '`automatic`: by the gate or with a release; the others: by a person',
    }),
    reason: Type.String(),
    deployed_by: Type.String(),
    approved_by: nullable(Type.String({ description: 'The second person, where two are asked for' })),
    deployed_at: Instant,
  },
  { $id: 'Deployment', additionalProperties: false },
);
export type Deployment = Static<typeof Deployment>;

/** A promotion that waits for, or got, the word of a second person. */
export const PromotionRequest = Type.Object(
  {
    id: Id,
    model_version: Type.String(),
    champion_version: Type.String({ description: 'The champion that the gate compared it with' }),
    reason: Type.String(),
    requested_by: Type.String(),
    requested_at: Instant,
    decision: nullable(Type.Union([Type.Literal('approved'), Type.Literal('declined')])),
    decided_by: nullable(Type.String()),
    decided_at: nullable(Instant),
  },
  { $id: 'PromotionRequest', additionalProperties: false },
);
export type PromotionRequest = Static<typeof PromotionRequest>;

/** Done, or waiting for a second person. */
export const PromotionOutcome = Type.Object(
  { deployment: nullable(Deployment), request: nullable(PromotionRequest) },
  { $id: 'PromotionOutcome', additionalProperties: false },
);
export type PromotionOutcome = Static<typeof PromotionOutcome>;

export const PromoteModelRequest = Type.Object(
  { reason: Reason },
  { $id: 'PromoteModelRequest', additionalProperties: false },
);
export type PromoteModelRequest = Static<typeof PromoteModelRequest>;

export const DecidePromotionRequest = Type.Object(
  { decision: Type.Union([Type.Literal('approved'), Type.Literal('declined')]) },
  { $id: 'DecidePromotionRequest', additionalProperties: false },
);
export type DecidePromotionRequest = Static<typeof DecidePromotionRequest>;

export const RollBackRequest = Type.Object(
  {
    from_version: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'The champion of now: a repetition finds it changed and does nothing',
    }),
    to_version: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'A former champion; without it, the one that the champion replaced',
      }),
    ),
    reason: Reason,
    keeps_learning: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'false: learning is paused, so that the same labels do not bring the model back at once',
      }),
    ),
  },
  { $id: 'RollBackRequest', additionalProperties: false },
);
export type RollBackRequest = Static<typeof RollBackRequest>;

/** How a model comes into service. */
export const ModelPolicy = Type.Object(
  {
    promotion: Type.Union([Type.Literal('automatic'), Type.Literal('by-hand'), Type.Literal('two-persons')], {
      description: 'What happens to a candidate that the gate lets pass',
    }),
    learning: Type.Union([Type.Literal('on'), Type.Literal('paused')], {
      description: '`paused`: labels are kept and wait; no candidate replaces the champion by itself',
    }),
    retrain_after_labels: nullable(
      Type.Integer({
        minimum: 10,
        maximum: 1_000_000,
        description:
          'Labels since the last retraining that start the next; null: only by schedule or by hand',
      }),
    ),
  },
  { $id: 'ModelPolicy', additionalProperties: false },
);
export type ModelPolicy = Static<typeof ModelPolicy>;

/** An old analysis beside the same computed now. */
export const Recomputation = Type.Object(
  {
    analysis_id: Id,
    model_version: Type.String(),
    pipeline_version: Type.String(),
    is_identical: Type.Boolean({ description: 'Every number, and map, overlay and features byte by byte' }),
    differences: Type.Array(Type.String(), { description: 'Names of what differs' }),
    stored: Type.Object(
      {
        shear_percent: nullable(Type.Number()),
        lower: nullable(Type.Number()),
        upper: nullable(Type.Number()),
      },
      { additionalProperties: false },
    ),
    recomputed: Type.Object(
      {
        shear_percent: nullable(Type.Number()),
        lower: nullable(Type.Number()),
        upper: nullable(Type.Number()),
      },
      { additionalProperties: false },
    ),
  },
  { $id: 'Recomputation', additionalProperties: false },
);
export type Recomputation = Static<typeof Recomputation>;
