import { type Static, Type } from 'typebox';

export const ErasePersonRequest = Type.Object(
  {
    confirm: Type.String({ maxLength: 100, description: 'The user name once more; it cannot be undone' }),
  },
  { $id: 'ErasePersonRequest', additionalProperties: false },
);
export type ErasePersonRequest = Static<typeof ErasePersonRequest>;

/** What an erasure did. */
export const Erasure = Type.Object(
  {
    pseudonym: Type.String({ description: 'Stands in the place of the name from now on' }),
    rows: Type.Record(Type.String(), Type.Integer({ minimum: 0 }), {
      description: 'Rows changed or deleted, by table',
    }),
  },
  { $id: 'Erasure', additionalProperties: false },
);
export type Erasure = Static<typeof Erasure>;
