import { readFile } from 'node:fs/promises';
import type { TableCell } from '@mlmcsc/core';
import { readTable } from '@mlmcsc/platform/tables';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { failOnProblems } from '../labels/parse-label-table.ts';

/** A column of a table that a calculation reads. */
export interface TableColumn {
  /** Names in the first row that mean this column, in lower case; the first is what messages call it. */
  readonly names: readonly string[];
  readonly isOptional?: boolean;
}

/** One row below the header. */
export interface TableRow<Name extends string> {
  /** 2 is the first row below the header. */
  readonly row: number;
  /** @returns trimmed text, or null for a blank cell or a column that is not there */
  text(name: Name): string | null;
  /** @throws RangeError saying what is wrong with the cell */
  number(name: Name): number;
}

/** Reads the named columns of a CSV file or workbook; other columns mean nothing. Numbers may have a decimal comma where commas do
 * not separate columns.
 * @param read - turns a row into what the calculation needs; throws RangeError for a row with a fault
 * @throws CommandFailure (usage) naming every faulty row
 */
export async function readTableFile<Name extends string, Item>(
  file: string,
  columns: Readonly<Record<Name, TableColumn>>,
  read: (row: TableRow<Name>) => Item,
): Promise<Item[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`${file} cannot be read (${error.code}).`, exitCodes.usage);
  });
  const { table, delimiter } = await readTable(bytes);
  const headerRow = table.findIndex((cells) => cells.some((cell) => textOf(cell) !== null));
  const header = (table[headerRow] ?? []).map((cell) => (textOf(cell) ?? '').toLowerCase());
  const places = placesOf(header, columns, file);
  const problems: string[] = [];
  const items: Item[] = [];
  table.slice(headerRow + 1).forEach((cells, index) => {
    if (cells.every((cell) => textOf(cell) === null)) return;
    const row = headerRow + index + 2;
    try {
      items.push(read(rowOf({ row, cells, places, columns, hasDecimalComma: delimiter !== ',' })));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`row ${row}: ${error.message}`);
    }
  });
  failOnProblems(file, problems);
  return items;
}

function placesOf<Name extends string>(
  header: readonly string[],
  columns: Readonly<Record<Name, TableColumn>>,
  file: string,
): ReadonlyMap<Name, number> {
  const places = new Map<Name, number>();
  const missing: string[] = [];
  for (const [name, { names, isOptional }] of Object.entries(columns) as [Name, TableColumn][]) {
    const place = header.findIndex((title) => names.includes(title));
    if (place >= 0) places.set(name, place);
    else if (isOptional !== true) missing.push(names[0] as string);
  }
  if (missing.length > 0) {
    throw new CommandFailure(
      `${file}: the first row must name the columns; it lacks ${missing.join(' and ')} and says: ${header.join(', ')}`,
      exitCodes.usage,
    );
  }
  return places;
}

function rowOf<Name extends string>({
  row,
  cells,
  places,
  columns,
  hasDecimalComma,
}: {
  readonly row: number;
  readonly cells: readonly TableCell[];
  readonly places: ReadonlyMap<Name, number>;
  readonly columns: Readonly<Record<Name, TableColumn>>;
  readonly hasDecimalComma: boolean;
}): TableRow<Name> {
  const text = (name: Name): string | null => {
    const place = places.get(name);
    return place === undefined ? null : textOf(cells[place] ?? null);
  };
  return {
    row,
    text,
    number(name) {
      const written = text(name);
      const title = columns[name].names[0];
      if (written === null) throw new RangeError(`${title} is empty`);
      const value = Number(hasDecimalComma ? written.replace(',', '.') : written);
      if (!Number.isFinite(value)) throw new RangeError(`${title} must be a number, not "${written}"`);
      return value;
    },
  };
}

function textOf(cell: TableCell): string | null {
  if (cell === null) return null;
  const text = (cell instanceof Date ? cell.toISOString() : String(cell)).trim();
  return text === '' ? null : text;
}
