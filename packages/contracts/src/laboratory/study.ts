import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, PageQuery, ShearPercent } from '../common.ts';
import { ReaderAgreement } from './agreement.ts';
import { line, Notes } from './record-fields.ts';

const closed = { additionalProperties: false } as const;
const Username = Type.String({ minLength: 1, maxLength: 100, description: 'Username' });
const repeats = Type.Integer({
  minimum: 1,
  maximum: 5,
  description: 'How often everybody reads every specimen',
});
const threshold = Type.Number({
  exclusiveMinimum: 0,
  maximum: 100,
  description: 'Points between readers above which a reviewer decides',
});
const seed = Type.Integer({
  minimum: 0,
  maximum: 2 ** 31 - 1,
  description: 'The order of reading follows from it',
});

/** Several people read the same specimens blind, each in an order of their own. */
export const Study = Type.Object(
  {
    id: Id,
    name: line('Unique', 200),
    notes: Notes,
    repeats,
    disagreement_threshold: threshold,
    includes_model: Type.Boolean({ description: 'The model is one more reader' }),
    seed,
    created_by: Username,
    created_at: Instant,
    closed_by: nullable(Username),
    closed_at: nullable(Instant),
    close_reason: nullable(Type.String()),
  },
  { $id: 'Study', ...closed },
);
export type Study = Static<typeof Study>;

export const CreateStudyRequest = Type.Object(
  {
    name: line('Unique', 200),
    notes: Type.Optional(Notes),
    specimen_ids: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
    readers: Type.Array(Username, { minItems: 1, maxItems: 20, uniqueItems: true }),
    repeats: Type.Optional(repeats),
    disagreement_threshold: Type.Optional(threshold),
    includes_model: Type.Optional(Type.Boolean()),
    seed: Type.Optional(seed),
  },
  { $id: 'CreateStudyRequest', ...closed },
);
export type CreateStudyRequest = Static<typeof CreateStudyRequest>;

export const StudyQuery = Type.Object(
  {
    is_closed: Type.Optional(Type.Boolean()),
    reader: Type.Optional(Username),
    ...PageQuery.properties,
  },
  closed,
);
export type StudyQuery = Static<typeof StudyQuery>;

const counts = {
  given: Type.Integer({ minimum: 0 }),
  wanted: Type.Integer({ minimum: 0 }),
};

/** How far everybody is. */
export const StudyProgress = Type.Object(
  {
    study: Study,
    specimens: Type.Integer(),
    readers: Type.Array(Type.Object({ reader: Username, ...counts }, closed)),
    is_finished: Type.Boolean(),
  },
  { $id: 'StudyProgress', ...closed },
);
export type StudyProgress = Static<typeof StudyProgress>;

/** What somebody has to read next. */
export const NextReading = Type.Object(
  {
    ...counts,
    reading: nullable(
      Type.Object(
        { id: Id, place: Type.Integer({ minimum: 1 }), image_id: Id },
        { description: 'Null: everything is read, or the study is closed', ...closed },
      ),
    ),
  },
  { $id: 'NextReading', ...closed },
);
export type NextReading = Static<typeof NextReading>;

export const GiveReadingRequest = Type.Object(
  { reading_id: Id, percent: ShearPercent },
  { $id: 'GiveReadingRequest', ...closed },
);
export type GiveReadingRequest = Static<typeof GiveReadingRequest>;

const AdjudicationReason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S', description: 'Why' });

export const AdjudicateRequest = Type.Object(
  { percent: ShearPercent, reason: AdjudicationReason },
  { $id: 'AdjudicateRequest', ...closed },
);
export type AdjudicateRequest = Static<typeof AdjudicateRequest>;

export const CloseStudyRequest = Type.Object(
  { reason: AdjudicationReason },
  { $id: 'CloseStudyRequest', ...closed },
);
export type CloseStudyRequest = Static<typeof CloseStudyRequest>;

/** One specimen of a study; `revealed` is null while somebody has still to read it. */
export const StudySpecimen = Type.Object(
  {
    specimen_id: Id,
    identifier: Type.String(),
    position: Type.Integer({ minimum: 1 }),
    image_id: Id,
    ...counts,
    revealed: nullable(
      Type.Object(
        {
          readings: Type.Array(
            Type.Object(
              {
                reader: Username,
                repeat: Type.Integer({ minimum: 1 }),
                percent: ShearPercent,
                read_at: Instant,
              },
              closed,
            ),
          ),
          model: nullable(Type.Object({ percent: ShearPercent, version: Type.String() }, closed)),
          mean: nullable(Type.Number({ description: "Mean of the readers' means" })),
          spread: nullable(
            Type.Number({ description: "Between the highest and the lowest reader's mean, points" }),
          ),
          is_disputed: Type.Boolean(),
          adjudications: Type.Array(
            Type.Object(
              {
                percent: ShearPercent,
                reason: Type.String(),
                adjudicated_by: Username,
                adjudicated_at: Instant,
              },
              closed,
            ),
            { description: 'Oldest first; the last one counts' },
          ),
          value: nullable(
            Type.Number({ description: 'Adjudicated, or the mean where readers agree; null: to be decided' }),
          ),
        },
        closed,
      ),
    ),
  },
  { $id: 'StudySpecimen', ...closed },
);
export type StudySpecimen = Static<typeof StudySpecimen>;

export const StudySpecimens = Type.Object(
  { items: Type.Array(StudySpecimen) },
  { $id: 'StudySpecimens', ...closed },
);
export type StudySpecimens = Static<typeof StudySpecimens>;

/** How well the readers of a study agree. */
export const StudyResults = Type.Object(
  {
    people: ReaderAgreement,
    with_model: nullable(ReaderAgreement),
    disputed: Type.Integer({ description: 'Specimens whose readers differ by more than the threshold' }),
    adjudicated: Type.Integer({ description: 'Of them, decided' }),
    shortcomings: Type.Array(
      Type.Union([
        Type.Literal('few-specimens'),
        Type.Literal('few-readers'),
        Type.Literal('no-repeats'),
        Type.Literal('readings-missing'),
        Type.Literal('undecided'),
      ]),
      {
        description:
          'What it lacks of a full gauge study: 20 specimens, 3 readers, 2 repeats, everything read',
      },
    ),
  },
  { $id: 'StudyResults', ...closed },
);
export type StudyResults = Static<typeof StudyResults>;
