import { type Static, type TSchema, Type } from 'typebox';
import { Id, Instant, nullable } from '../common.ts';

/** A short text of one line. */
export const line = (description: string, maxLength = 100) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', description });
export const Notes = nullable(Type.String({ maxLength: 2000 }));
/** A day without a time, as certificates carry it. */
export const Day = Type.String({ format: 'date', description: 'Calendar day, YYYY-MM-DD' });

/** Who keeps the record and how often it was changed. */
export const stampFields = {
  revision: Type.Integer({ minimum: 1, description: 'Grows by one with every change' }),
  created_by: Type.String({ description: 'Username' }),
  created_at: Instant,
  updated_by: Type.String({ description: 'Username' }),
  updated_at: Instant,
};

/** The same fields, each of which may be left out. */
export const partial = <T extends Readonly<Record<string, TSchema>>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, Type.Optional(schema)])) as {
    [Name in keyof T]: ReturnType<typeof Type.Optional<T[Name]>>;
  };

export const Reason = Type.Optional(
  Type.String({ maxLength: 500, description: 'Why it is changed; kept in the history' }),
);

export const RecordRevision = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    change: Type.Union([
      Type.Literal('created'),
      Type.Literal('changed'),
      Type.Literal('deleted'),
      Type.Literal('picture-linked'),
      Type.Literal('picture-unlinked'),
      Type.Literal('curve-attached'),
      Type.Literal('curve-removed'),
    ]),
    fields: Type.Array(Type.String(), {
      description: 'Names of the fields that this change gave another value',
    }),
    record: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      description: 'Every field as it was after the change; without names of people',
    }),
    reason: nullable(Type.String()),
    changed_by: Type.String({ description: 'Username' }),
    changed_at: Instant,
  },
  { $id: 'RecordRevision', additionalProperties: false },
);
export type RecordRevision = Static<typeof RecordRevision>;

export const RecordHistory = Type.Object(
  { items: Type.Array(RecordRevision) },
  { $id: 'RecordHistory', additionalProperties: false },
);
export type RecordHistory = Static<typeof RecordHistory>;

/** Reference to another record. */
export const reference = (description: string) => nullable(Type.Unsafe<string>({ ...Id, description }));
