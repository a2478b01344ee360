import { CsvError, parse } from 'csv-parse/sync';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';

/** One row of a label file. */
export interface LabelRow {
  /** Line in the file, 1 = the header. */
  readonly line: number;
  /** As written: relative to the folder of the pictures. */
  readonly file: string;
  /** 0 to 100; null = the picture is only painted. */
  readonly shearPercent: number | null;
  /** Picture of painted regions, written like `file`. */
  readonly regions: string | null;
  readonly specimen: string | null;
  readonly heat: string | null;
  readonly technician: string | null;
  /** How much the label counts, above 0. @default 1 */
  readonly weight: number;
}

export interface LabelTable {
  readonly rows: readonly LabelRow[];
  /** Columns that mean nothing here. */
  readonly ignoredColumns: readonly string[];
}

const REQUIRED = ['file', 'shear_percent'] as const;
const OPTIONAL = ['specimen', 'heat', 'technician', 'weight', 'regions'] as const;
const SHOWN_ERRORS = 20;

/** Parses a label file: comma, semicolon or tab between columns, with or without byte order mark.
 * @param text - contents; the first line names the columns
 * @param name - for messages
 * @throws CommandFailure (usage) naming every bad line, so that nothing is half done
 */
export function parseLabelTable(text: string, name: string): LabelTable {
  const delimiter = detectDelimiter(text);
  const records = readRecords(text, name, delimiter);
  const header = (records[0]?.record ?? []).map((cell) => cell.trim().toLowerCase());
  if (records.length === 0)
    throw usage(`${name} is empty; the first line must name the columns file,shear_percent.`);
  checkHeader(header, name);

  const problems: string[] = [];
  const rows: LabelRow[] = [];
  for (const { record, info } of records.slice(1)) {
    const cell = (column: string) => record[header.indexOf(column)]?.trim() || null;
    const row = readRow(cell, info.lines, delimiter === ';');
    if (typeof row === 'string') problems.push(`line ${info.lines}: ${row}`);
    else rows.push(row);
  }
  failOnProblems(name, problems);
  if (rows.length === 0) throw usage(`${name} holds no labels below its header.`);
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL];
  return { rows, ignoredColumns: header.filter((column) => !known.includes(column)) };
}

/** Throws one usage failure that lists the problems of a label file, if there are any. */
export function failOnProblems(name: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length - SHOWN_ERRORS;
  const rest = more > 0 ? `\n  … and ${more} more` : '';
  throw usage(
    `${name} has ${problems.length === 1 ? 'an error' : `${problems.length} errors`}:\n  ` +
      `${problems.slice(0, SHOWN_ERRORS).join('\n  ')}${rest}`,
  );
}

const usage = (message: string) => new CommandFailure(message, exitCodes.usage);

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function detectDelimiter(text: string): string {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  if (firstLine.includes(';') && !firstLine.includes(',')) return ';';
  return firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
}

function readRecords(text: string, name: string, delimiter: string): readonly CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      skip_empty_lines: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw usage(`${name} is not a proper CSV file: ${error.message}`);
    throw error;
  }
}

function checkHeader(header: readonly string[], name: string): void {
  const missing = REQUIRED.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw usage(
      `${name}: the first line must name the columns ${REQUIRED.join(', ')} (optional: ${OPTIONAL.join(', ')}); ` +
        `it lacks ${missing.join(' and ')} and says: ${header.join(', ')}`,
    );
  }
  const doubled = header.find((column, index) => header.indexOf(column) !== index);
  if (doubled !== undefined) throw usage(`${name}: the column ${doubled} is named twice.`);
}

/** @returns what is wrong, as text, or the row */
function readRow(
  cell: (column: string) => string | null,
  line: number,
  decimalComma: boolean,
): LabelRow | string {
  const number = (text: string) => Number(decimalComma ? text.replace(',', '.') : text);
  const file = cell('file');
  if (file === null) return 'file is empty';
  const regions = cell('regions');
  const shearText = cell('shear_percent');
  if (shearText === null && regions === null) return 'shear_percent is empty';
  const shearPercent = shearText === null ? null : number(shearText);
  if (shearPercent !== null && !(shearPercent >= 0 && shearPercent <= 100)) {
    return `shear_percent must be a number from 0 to 100, not "${shearText}"`;
  }
  const weightText = cell('weight');
  const weight = weightText === null ? 1 : number(weightText);
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
    return `weight must be a number above 0, not "${weightText}"`;
  const [specimen, heat, technician] = [cell('specimen'), cell('heat'), cell('technician')];
  return { line, file, shearPercent, regions, specimen, heat, technician, weight };
}
