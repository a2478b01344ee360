import { type Static, Type } from 'typebox';
import { Id, Instant, nullable } from './common.ts';

/** What a retention policy is about. */
export const RetentionKind = Type.Union(
  [Type.Literal('unlabelled-pictures'), Type.Literal('labelled-pictures'), Type.Literal('maps')],
  {
    $id: 'RetentionKind',
    description:
      '`unlabelled-pictures`: pictures that nobody has labelled or painted, with their maps; `labelled-pictures`: the others, with their maps; `maps`: maps and overlays of analyses, the pictures stay',
  },
);
export type RetentionKind = Static<typeof RetentionKind>;

/** That a policy took something away; the row stays and says so. */
export const Removal = Type.Object(
  { at: Instant, policy: Type.String({ description: 'Which policy' }) },
  { $id: 'Removal', additionalProperties: false },
);
export type Removal = Static<typeof Removal>;

const KeepDays = nullable(
  Type.Integer({
    minimum: 30,
    maximum: 36_500,
    description:
      'Days since it was last sent, measured or judged; null: for ever. The minimum protects from a typing error',
  }),
);

export const RetentionPolicy = Type.Object(
  {
    kind: RetentionKind,
    keep_days: KeepDays,
    revision: Type.Integer({ minimum: 1, description: 'Grows by one with each change' }),
    changed_by: nullable(Type.String()),
    changed_at: nullable(Instant),
  },
  { $id: 'RetentionPolicy', additionalProperties: false },
);
export type RetentionPolicy = Static<typeof RetentionPolicy>;

export const RetentionPolicyList = Type.Object(
  { items: Type.Array(RetentionPolicy) },
  { $id: 'RetentionPolicyList', additionalProperties: false },
);
export type RetentionPolicyList = Static<typeof RetentionPolicyList>;

export const ChangeRetentionPolicyRequest = Type.Object(
  { keep_days: KeepDays },
  { $id: 'ChangeRetentionPolicyRequest', additionalProperties: false },
);
export type ChangeRetentionPolicyRequest = Static<typeof ChangeRetentionPolicyRequest>;

export const RetentionPolicyParams = Type.Object({ kind: RetentionKind });

const tried = Type.Optional(
  Type.Integer({ minimum: 30, maximum: 36_500, description: 'Days to try in place of those of the policy' }),
);
export const RetentionPreviewQuery = Type.Object(
  { 'unlabelled-pictures': tried, 'labelled-pictures': tried, maps: tried },
  { additionalProperties: false },
);

const Count = Type.Integer({ minimum: 0 });

/** What a run would remove now. */
export const RetentionPreview = Type.Object(
  {
    at: Instant,
    policies: Type.Array(
      Type.Object(
        {
          kind: RetentionKind,
          keep_days: KeepDays,
          rows: Type.Integer({ minimum: 0, description: 'Pictures; of `maps` analyses' }),
          objects: Count,
          bytes: Count,
          is_estimate: Type.Boolean({
            description: 'Of very many objects only some were asked for their size',
          }),
          oldest: nullable(Instant),
          newest: nullable(Instant),
          shared_objects: Type.Integer({
            minimum: 0,
            description: 'Objects that stay because something that is kept consists of the same bytes',
          }),
          spared: Type.Object(
            {
              ...{ legal_hold: Count, in_dataset: Count, gold_set: Count, signed_report: Count },
              ...{ laboratory_series: Count, study: Count },
            },
            {
              additionalProperties: false,
              description:
                'Rows that are past their time and stay, each counted under the first reason that holds',
            },
          ),
        },
        { additionalProperties: false },
      ),
      { description: 'In the order in which a run works through them' },
    ),
  },
  { $id: 'RetentionPreview', additionalProperties: false },
);
export type RetentionPreview = Static<typeof RetentionPreview>;

const HoldReason = Type.String({
  minLength: 1,
  maxLength: 500,
  description: 'Why; the audit trail keeps it',
});

export const HoldImageRequest = Type.Object(
  { reason: HoldReason },
  { $id: 'HoldImageRequest', additionalProperties: false },
);
export type HoldImageRequest = Static<typeof HoldImageRequest>;

export const ReleaseImageQuery = Type.Object({ reason: HoldReason }, { additionalProperties: false });

const hold = { image_id: Id, reason: Type.String(), placed_by: Type.String(), placed_at: Instant };

/** A picture that no policy removes until somebody releases it. */
export const ImageHold = Type.Object(hold, { $id: 'ImageHold', additionalProperties: false });
export type ImageHold = Static<typeof ImageHold>;

export const HeldImage = Type.Object(
  { ...hold, file_name: Type.String(), specimen: nullable(Type.String()) },
  { $id: 'HeldImage', additionalProperties: false },
);
export type HeldImage = Static<typeof HeldImage>;
