import { type Static, type TSchema, Type } from 'typebox';

/** UUID in canonical text form. */
export const Id = Type.String({ format: 'uuid', description: 'UUID' });
/** RFC 3339 instant in UTC. */
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339 instant, UTC' });
/** Lower-case hexadecimal SHA-256. */
export const Sha256 = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256, lower-case hexadecimal',
});
/** Percent shear, 0 (all cleavage) to 100 (all shear), unrounded. */
export const ShearPercent = Type.Number({
  minimum: 0,
  maximum: 100,
  description: 'Percent shear (SFA), 0–100, unrounded',
});

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A page of a keyset-paginated list; `next_cursor` is null on the last page. */
export const pageOf = <T extends TSchema>(item: T) =>
  Type.Object(
    { items: Type.Array(item), next_cursor: nullable(Type.String()) },
    { additionalProperties: false },
  );

export const PageQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 400, description: 'Opaque cursor from `next_cursor`' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
);
export type PageQuery = Static<typeof PageQuery>;

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
