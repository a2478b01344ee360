import { type Static, Type } from 'typebox';
import { Id, nullable, PageQuery } from '../common.ts';
import { line, Notes, partial, Reason, stampFields } from './record-fields.ts';

const heatFields = {
  name: line('Heat or cast number, unique'),
  grade: nullable(line('Steel grade, for instance X52')),
  product: nullable(line('Plate, pipe, forging …')),
  thickness_mm: nullable(
    Type.Number({ exclusiveMinimum: 0, maximum: 2000, description: 'Thickness of the product, mm' }),
  ),
  notes: Notes,
};
const { name, ...heatOptions } = heatFields;

/** A heat (cast) of steel. */
export const Heat = Type.Object(
  { id: Id, ...heatFields, ...stampFields },
  {
    $id: 'Heat',
    additionalProperties: false,
  },
);
export type Heat = Static<typeof Heat>;

export const CreateHeatRequest = Type.Object(
  { name, ...partial(heatOptions) },
  {
    $id: 'CreateHeatRequest',
    additionalProperties: false,
  },
);
export type CreateHeatRequest = Static<typeof CreateHeatRequest>;

export const ChangeHeatRequest = Type.Object(
  { ...partial(heatFields), reason: Reason },
  {
    $id: 'ChangeHeatRequest',
    additionalProperties: false,
    minProperties: 1,
  },
);
export type ChangeHeatRequest = Static<typeof ChangeHeatRequest>;

export const HeatQuery = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 100, description: 'Part of name, grade or product' })),
    ...PageQuery.properties,
  },
  { additionalProperties: false },
);
export type HeatQuery = Static<typeof HeatQuery>;
