import { type CompatibleUnit, convertUnit } from '@mlmcsc/charpy';
import { CreateSpecimenRequest, type ShearMethod } from '@mlmcsc/contracts';
import { Compile } from 'typebox/compile';
import { InvalidInput } from '../../errors.ts';
import {
  type DetectedHeader,
  detectHeader,
  type ImportField,
  type ImportUnit,
  importFields,
} from './import-columns.ts';
import {
  type Decimal,
  detectDecimal,
  isBlank,
  type Reading,
  readInstant,
  readNumber,
  readText,
  readYesNo,
  type TableCell,
} from './read-value.ts';

/** A table as it was read from a file; its first row that is not blank names the columns. */
export type Table = readonly (readonly TableCell[])[];

/** What a person said about the list; the rest is detected. */
export interface ImportOptions {
  /** Header of the file → what it holds; null: it is left out. */
  readonly mapping?: Readonly<Record<string, ImportField | null>> | undefined;
  readonly units?: Readonly<Partial<Record<ImportField, ImportUnit>>> | undefined;
  readonly decimal?: Decimal | undefined;
  /** How the percent shear of the list was found; needed when the list has some. */
  readonly shearMethod?: Exclude<ShearMethod, 'a-x-b' | 'image-analysis' | 'adjudicated'> | undefined;
}

export interface ImportColumn {
  readonly header: string;
  /** Null: means nothing here and is left out. */
  readonly field: ImportField | null;
  readonly unit: ImportUnit | null;
}

/** Something wrong in the list. */
export interface ImportFault {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  /** Header; null: the whole row. */
  readonly column: string | null;
  readonly reason: string;
}

export interface PlannedSpecimen {
  readonly row: number;
  readonly request: CreateSpecimenRequest;
  readonly heat: string | null;
  readonly machine: string | null;
}

export interface ImportPlan {
  readonly columns: readonly ImportColumn[];
  readonly decimal: Decimal;
  readonly specimens: readonly PlannedSpecimen[];
  readonly faults: readonly ImportFault[];
}

/** Most specimens of one list. */
export const mostRowsOfImport = 5000;

const checker = Compile(CreateSpecimenRequest);
/** Where in a request the value of a column stands. */
const requestFields: Readonly<Record<string, ImportField>> = {
  identifier: 'identifier',
  width_mm: 'width',
  height_mm: 'height',
  notch_depth_mm: 'notch_depth',
  temperature: 'temperature',
  energy: 'energy',
  lateral_expansion: 'lateral_expansion',
  shear: 'shear',
  abnormality: 'abnormality',
  tester: 'tester',
  tested_at: 'tested_at',
  notes: 'notes',
};

/** Reads a list without knowing what the laboratory has.
 * @throws InvalidInput `specimen-list-unreadable` when it is no list: no header, no identifiers, a unit that nobody told
 */
export function planImport(table: Table, options: ImportOptions = {}): ImportPlan {
  const headerRow = table.findIndex((row) => row.some((cell) => !isBlank(cell)));
  if (headerRow === -1) throw unreadable('The list is empty; its first row must name the columns.');
  const columns = columnsOf(table[headerRow]!, options);
  const { shearMethod } = options;
  if (shearMethod === undefined && columns.some(({ field }) => field === 'shear')) {
    throw unreadable('The list has percent shear; tell how it was found: chart, photograph or instrumented.');
  }
  const body = table
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(headerRow + 1)
    .filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
  if (body.length === 0) throw unreadable('There are no specimens below the header.');
  if (body.length > mostRowsOfImport) {
    throw unreadable(`The list has ${body.length} rows; at most ${mostRowsOfImport} are taken at once.`);
  }
  const numeric = columns.flatMap(({ field }, index) =>
    field !== null && importFields[field].units.length > 0 ? [index] : [],
  );
  const decimal =
    options.decimal ?? detectDecimal(body.flatMap(({ cells }) => numeric.map((index) => cells[index])));
  if (decimal === null) {
    throw unreadable('Some numbers have a decimal comma and others a point; tell which it is.');
  }
  const faults: ImportFault[] = [];
  const specimens: PlannedSpecimen[] = [];
  const rowsByIdentifier = new Map<string, number>();
  const identifierHeader = columns.find(({ field }) => field === 'identifier')!.header;
  for (const { cells, row } of body) {
    const read = readRow(cells, { columns, decimal, shearMethod });
    faults.push(...read.faults.map((fault) => ({ row, ...fault })));
    if (read.faults.length > 0) continue;
    const first = rowsByIdentifier.get(read.request.identifier);
    if (first !== undefined) {
      faults.push({ row, column: identifierHeader, reason: `stands in row ${first} already` });
      continue;
    }
    rowsByIdentifier.set(read.request.identifier, row);
    specimens.push({ row, request: read.request, heat: read.heat, machine: read.machine });
  }
  return { columns, decimal, specimens, faults };
}

function columnsOf(header: readonly TableCell[], { mapping = {}, units = {} }: ImportOptions) {
  const names = header.map((cell) => (isBlank(cell) ? '' : String(cell).trim()));
  for (const name of Object.keys(mapping)) {
    if (!names.includes(name)) throw unreadable(`There is no column ${name}; there are ${names.join(', ')}.`);
  }
  const columns = names.map((name): ImportColumn => {
    const detected = detectHeader(name);
    const field = Object.hasOwn(mapping, name) ? (mapping[name] ?? null) : detected.field;
    return { header: name, field, unit: field === null ? null : unitOf(name, field, detected, units[field]) };
  });
  for (const field of new Set(columns.flatMap((column) => column.field ?? []))) {
    const same = columns.filter((column) => column.field === field).map((column) => column.header);
    if (same.length > 1) {
      throw unreadable(
        `${same.join(' and ')} both mean ${field}; say which of them does, and leave out the other.`,
      );
    }
  }
  if (!columns.some(({ field }) => field === 'identifier')) {
    throw unreadable(`No column is known as the identifier; say which of ${names.join(', ')} it is.`);
  }
  return columns;
}

function unitOf(
  header: string,
  field: ImportField,
  detected: DetectedHeader,
  told: ImportUnit | undefined,
): ImportUnit | null {
  const { units } = importFields[field];
  const unit = told ?? detected.unit ?? (units.length === 1 ? units[0]! : null);
  if (units.length === 0) return null;
  if (unit === null)
    throw unreadable(`The column ${header} does not say its unit; tell ${units.join(' or ')}.`);
  if (!units.includes(unit)) throw unreadable(`${unit} is no unit of ${field}; take ${units.join(' or ')}.`);
  return unit;
}

type Manner = Pick<ImportPlan, 'decimal'> & Pick<ImportOptions, 'shearMethod'>;

function readRow(
  cells: readonly TableCell[],
  { columns, ...manner }: Manner & Pick<ImportPlan, 'columns'>,
): Omit<PlannedSpecimen, 'row'> & { readonly faults: readonly Omit<ImportFault, 'row'>[] } {
  const faults: Omit<ImportFault, 'row'>[] = [];
  const values: { heat?: string; machine?: string } = {};
  for (const [index, { header, field, unit }] of columns.entries()) {
    const cell = cells[index] ?? null;
    if (field === null || isBlank(cell)) continue;
    const read = readCell(field, unit, cell, manner);
    if (read.ok) Object.assign(values, read.value);
    else faults.push({ column: header, reason: read.reason });
  }
  const { heat = null, machine = null, ...request } = values;
  if (faults.length === 0 && !('identifier' in request)) {
    faults.push({ column: headerOf(columns, 'identifier'), reason: 'is missing' });
  }
  if (faults.length === 0) {
    // The innermost reason comes first; those of the schemas around it say less.
    const said = new Set<string | null>();
    for (const { instancePath, message } of checker.Errors(request)) {
      const column = headerOf(columns, instancePath.split('/')[1] ?? '');
      if (!said.has(column)) faults.push({ column, reason: message });
      said.add(column);
    }
  }
  return { faults, request: request as CreateSpecimenRequest, heat, machine };
}

/** What a cell adds to the request. */
function readCell(
  field: ImportField,
  unit: ImportUnit | null,
  cell: TableCell,
  { decimal, shearMethod }: Manner,
): Reading<object> {
  const number = (fieldsOf: (value: number) => object) => mapped(readNumber(cell, decimal), fieldsOf);
  switch (field) {
    case 'identifier':
    case 'heat':
    case 'machine':
    case 'abnormality':
    case 'tester':
    case 'notes':
      return mapped(readText(cell), (value) => ({ [field]: value }));
    case 'width':
    case 'height':
    case 'notch_depth':
      return number((value) => ({ [`${field}_mm`]: value }));
    case 'temperature':
    case 'energy':
      return number((value) => ({ [field]: { value, unit } }));
    case 'lateral_expansion':
      return number((value) => {
        const mm = convertUnit(value, unit as CompatibleUnit<'mm'>, 'mm');
        return { lateral_expansion: { basis: 'entered', mm: Number(mm.toFixed(9)) } };
      });
    case 'shear':
      return number((percent) => ({ shear: { method: shearMethod, percent } }));
    case 'is_unbroken':
      return mapped(readYesNo(cell), (value) => ({ is_unbroken: value }));
    case 'tested_at':
      return mapped(readInstant(cell), (value) => ({ tested_at: value }));
  }
}

const mapped = <T, U>(read: Reading<T>, change: (value: T) => U): Reading<U> =>
  read.ok ? { ok: true, value: change(read.value) } : read;

/** The header of the column that holds a field of a request. */
export const headerOf = (columns: readonly ImportColumn[], field: string): string | null =>
  columns.find((column) => column.field === (requestFields[field] ?? field))?.header ?? null;

const unreadable = (detail: string) => new InvalidInput('specimen-list-unreadable', detail);
