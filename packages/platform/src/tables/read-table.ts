import { InvalidInput, type Table, type TableCell } from '@mlmcsc/core';
import { CsvError, parse } from 'csv-parse/sync';
import { InvalidSpreadsheetError, readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { guardWorkbook } from './guard-workbook.ts';

export interface ReadTableOptions {
  /** Of a text; by default UTF-8 or UTF-16 by its mark, or Windows-1252 for what is no UTF-8. */
  readonly encoding?: string | undefined;
  /** Name of the sheet of a workbook. @default the first */
  readonly sheet?: string | undefined;
}

export interface ReadTable {
  readonly table: Table;
  readonly format: 'csv' | 'xlsx';
  /** Null for a workbook. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

/** Larger files are no lists of specimens. */
const mostBytes = 8 * 1024 * 1024;
const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** A table from the bytes of a CSV file or an XLSX workbook, told apart by content. Formulas are never calculated: what the
 * program that wrote the workbook found counts.
 * @throws InvalidInput `specimen-list-unreadable`
 */
export async function readTable(bytes: Buffer, options: ReadTableOptions = {}): Promise<ReadTable> {
  if (bytes.length > mostBytes) throw unreadable('The file is larger than 8 MiB.');
  if (bytes.subarray(0, 4).equals(zipMark)) {
    guardWorkbook(bytes);
    const rows = await sheetOf(bytes, options.sheet);
    return { table: rows, format: 'xlsx', encoding: null, delimiter: null };
  }
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    throw unreadable('The file is a workbook of the old kind (.xls), or has a password; save it as .xlsx.');
  }
  const { text, encoding } = decode(bytes, options.encoding);
  if (text.includes('\0')) throw unreadable('The file is neither text nor a workbook.');
  const delimiter = delimiterOf(text);
  return { table: linesOf(text, delimiter), format: 'csv', encoding, delimiter };
}

async function sheetOf(bytes: Buffer, sheet: string | undefined): Promise<Table> {
  try {
    return (await readSheet(bytes, sheet ?? 1)) as unknown as TableCell[][];
  } catch (error) {
    if (error instanceof SheetNotFoundError) throw unreadable(`There is no sheet ${sheet ?? 1}.`, error);
    if (error instanceof InvalidSpreadsheetError) throw unreadable('The workbook is damaged.', error);
    throw unreadable('The file is no workbook with a sheet.', error);
  }
}

function decode(bytes: Buffer, told: string | undefined): { text: string; encoding: string } {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const encoding = told ?? marked ?? 'utf-8';
  const decoder = decoderOf(encoding);
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch (error) {
    if (told !== undefined || marked !== null) throw unreadable(`The file is no ${encoding}.`, error);
    return { text: decoderOf('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw unreadable(`The encoding ${encoding} is not known.`, error);
  }
}

/** The one that stands most often in the first line that is not blank, outside of quotes. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [';', '\t', ',', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function linesOf(text: string, delimiter: string): Table {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      bom: true,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(`The table cannot be read: ${error.message}`, error);
  }
}

const unreadable = (detail: string, cause?: unknown) =>
  new InvalidInput('specimen-list-unreadable', detail, { cause });
