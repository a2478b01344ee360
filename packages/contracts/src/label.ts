import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, ShearPercent } from './common.ts';

/** A technician's judgement on an analysis. Append-only: a newer label of the same technician supersedes the older. */
export const Label = Type.Object(
  {
    id: Id,
    analysis_id: Id,
    shear_percent: ShearPercent,
    decision: Type.Union([Type.Literal('accepted'), Type.Literal('corrected')]),
    notes: nullable(Type.String()),
    technician: Type.String({ description: 'Username' }),
    predicted_percent: nullable(
      Type.Number({
        description: 'What the champion said just before it learned from this label (test-then-train)',
      }),
    ),
    predicted_by: nullable(Type.String({ description: 'Version of that champion' })),
    learned_in: nullable(
      Type.String({
        description: 'Version of the first champion that has learned from it; null while it waits',
      }),
    ),
    held_out: Type.Boolean({ description: 'Judges new models instead of teaching them; never learned from' }),
    created_at: Instant,
  },
  { $id: 'Label', additionalProperties: false },
);
export type Label = Static<typeof Label>;

export const CreateLabelRequest = Type.Object(
  {
    analysis_id: Id,
    shear_percent: ShearPercent,
    notes: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { $id: 'CreateLabelRequest', additionalProperties: false },
);
export type CreateLabelRequest = Static<typeof CreateLabelRequest>;
