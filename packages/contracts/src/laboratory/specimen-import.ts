import { type Static, type TSchemaOptions, Type } from 'typebox';
import { Id, Instant, nullable } from '../common.ts';
import { CreateSpecimenRequest } from './specimen.ts';

const literals = <const Name extends string>(names: readonly Name[], options: TSchemaOptions = {}) =>
  Type.Unsafe<Name>(
    Type.Union(
      names.map((name) => Type.Literal(name)),
      options,
    ),
  );

/** What a column of a list may hold. */
export const ImportField = literals(
  [
    'identifier',
    'heat',
    'machine',
    'width',
    'height',
    'notch_depth',
    'temperature',
    'energy',
    'lateral_expansion',
    'shear',
    'is_unbroken',
    'abnormality',
    'tester',
    'tested_at',
    'notes',
  ],
  { $id: 'ImportField' },
);
export type ImportField = Static<typeof ImportField>;

const Unit = literals(['degC', 'degF', 'J', 'ft-lbf', 'mm', 'in', 'mil', 'percent']);

const listFields = {
  content_base64: Type.String({
    minLength: 1,
    maxLength: 11_200_000,
    pattern: '^[A-Za-z0-9+/]+={0,2}$',
    description: 'The CSV file or XLSX workbook as base64, at most 8 MiB',
  }),
  series_id: Type.Optional(
    nullable(Type.String({ format: 'uuid', description: 'The series that the specimens join' })),
  ),
  mapping: Type.Optional(
    Type.Unsafe<Record<string, ImportField | null>>(
      Type.Record(Type.String({ maxLength: 200 }), nullable(ImportField), {
        description: 'Header of the file → what it holds; null leaves it out. The rest is detected',
      }),
    ),
  ),
  units: Type.Optional(
    Type.Partial(
      Type.Object({
        ...{ width: Unit, height: Unit, notch_depth: Unit, temperature: Unit },
        ...{ energy: Unit, lateral_expansion: Unit, shear: Unit },
      }),
      { additionalProperties: false, description: 'Of columns whose header does not say it' },
    ),
  ),
  decimal: Type.Optional(literals(['.', ','])),
  encoding: Type.Optional(Type.String({ maxLength: 40, description: 'Of a text; detected otherwise' })),
  sheet: Type.Optional(
    Type.String({ maxLength: 100, description: 'Name of the sheet; otherwise the first' }),
  ),
  shear_method: Type.Optional(
    literals(['chart', 'photograph', 'instrumented'], {
      description: 'How the percent shear of the list was found; needed when it has some',
    }),
  ),
};

/** A list to look at; nothing is written. */
export const PreviewSpecimenImportRequest = Type.Object(listFields, {
  $id: 'PreviewSpecimenImportRequest',
  additionalProperties: false,
});
export type PreviewSpecimenImportRequest = Static<typeof PreviewSpecimenImportRequest>;

/** A list to take in, as a whole or not at all. */
export const ImportSpecimensRequest = Type.Object(
  { file_name: Type.String({ minLength: 1, maxLength: 200 }), ...listFields },
  { $id: 'ImportSpecimensRequest', additionalProperties: false },
);
export type ImportSpecimensRequest = Static<typeof ImportSpecimensRequest>;

/** What an import would do. */
export const SpecimenImportPreview = Type.Object(
  {
    format: literals(['csv', 'xlsx']),
    encoding: nullable(Type.String()),
    delimiter: nullable(Type.String()),
    decimal: literals(['.', ',']),
    columns: Type.Array(
      Type.Object(
        { header: Type.String(), field: nullable(ImportField), unit: nullable(Unit) },
        { additionalProperties: false },
      ),
    ),
    specimens: Type.Array(
      Type.Object(
        {
          row: Type.Integer({ description: 'As a spreadsheet counts, from 1' }),
          request: CreateSpecimenRequest,
          heat: nullable(Type.String()),
          machine: nullable(Type.String()),
        },
        { additionalProperties: false },
      ),
      { description: 'The first hundred' },
    ),
    specimen_count: Type.Integer({ minimum: 0 }),
    new_heats: Type.Array(Type.String(), { description: 'Heats that would be entered' }),
    faults: Type.Array(
      Type.Object(
        { row: Type.Integer(), column: nullable(Type.String()), reason: Type.String() },
        { additionalProperties: false },
      ),
      { description: 'The first hundred; with any of them nothing is taken in' },
    ),
    fault_count: Type.Integer({ minimum: 0 }),
  },
  { $id: 'SpecimenImportPreview', additionalProperties: false },
);
export type SpecimenImportPreview = Static<typeof SpecimenImportPreview>;

/** A list that was taken in. */
export const SpecimenImport = Type.Object(
  {
    id: Id,
    file_name: Type.String(),
    sha256: Type.String({ description: 'Of the file' }),
    specimens: Type.Integer({ minimum: 0 }),
    created_by: Type.String({ description: 'Username' }),
    created_at: Instant,
  },
  { $id: 'SpecimenImport', additionalProperties: false },
);
export type SpecimenImport = Static<typeof SpecimenImport>;
