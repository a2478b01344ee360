import { fewestSamples } from '@mlmcsc/charpy';

/** What a column of the file of an instrumented test may hold. */
export type ForceColumn = 'time' | 'displacement' | 'force';

/** Units of columns whose header does not say them. */
export interface ForceUnits {
  readonly time?: 's' | 'ms' | 'us' | undefined;
  readonly displacement?: 'm' | 'mm' | 'um' | undefined;
  readonly force?: 'N' | 'kN' | undefined;
}

/** One thing that is wrong with the file. */
export interface ForceFault {
  /** Line of the file, from 1. */
  readonly row: number;
  readonly column: string | null;
  readonly reason: string;
}

export interface ParsedForceCurve {
  readonly delimiter: ';' | ',' | '\t';
  readonly columns: readonly {
    readonly header: string;
    readonly holds: ForceColumn;
    readonly unit: string;
  }[];
  /** ms; null without a column of times. */
  readonly timeMs: Float64Array | null;
  /** mm; null without a column of displacements. */
  readonly displacementMm: Float64Array | null;
  readonly forceN: Float64Array;
}

export type ForceCurveFile =
  | { readonly ok: true; readonly curve: ParsedForceCurve }
  | { readonly ok: false; readonly faults: readonly ForceFault[]; readonly faultCount: number };

/** More are refused: a recorder at 1 MHz makes 20 000 in the 20 ms of a test. */
export const mostSamples = 200_000;
const shownFaults = 100;
/** The header is sought in so many first lines; what stands above it is about the test. */
const headerLines = 60;

const names: Readonly<Record<ForceColumn, RegExp>> = {
  time: /^(?:t|time|zeit|temps|tiempo|tempo|时间)$/iu,
  displacement: /^(?:s|d|x|displacement|deflection|travel|weg|durchbiegung|d[ée]placement|位移|挠度)$/iu,
  force: /^(?:f|force|load|kraft|last|fuerza|forza|力|载荷)$/iu,
};
const factors: Readonly<Record<ForceColumn, Readonly<Record<string, number>>>> = {
  time: { s: 1000, ms: 1, us: 0.001 },
  displacement: { m: 1000, mm: 1, um: 0.001 },
  force: { N: 1, kN: 1000 },
};

/** Reads the table of an instrumented test: semicolon, comma or tab; decimal comma except between commas; names and units in the header, units in
 * brackets, after a slash, an underscore or a space, or in a line of their own below it.
 * @param units - for columns that do not say theirs
 * @returns the columns in ms, mm and N, or everything that is wrong, by line and column
 */
export function parseForceCurve(bytes: Uint8Array, units: ForceUnits = {}): ForceCurveFile {
  const lines = decodeText(bytes).split(/\r\n|\n|\r/u);
  const header = findHeader(lines);
  if (header === null) {
    return refused([
      {
        row: 1,
        column: null,
        reason: 'no line names a column of force and one of time or displacement',
      },
    ]);
  }
  const { delimiter, cells, row } = header;
  let first = row;
  const below = splitLine(lines[first] ?? '', delimiter).map(plainUnit);
  const isUnitLine =
    below.some((unit) => unit !== null) &&
    below.every((unit, at) => unit !== null || (lines[first] ?? '').split(delimiter)[at]?.trim() === '');
  if (isUnitLine) first += 1;
  const faults: ForceFault[] = [];
  const columns = cells.flatMap(({ header: name, holds, unit: told }, place) => {
    if (holds === null) return [];
    const unitBelow = isUnitLine ? below[place] : undefined;
    const unit = told ?? unitBelow ?? units[holds] ?? null;
    const factor = unit === null ? undefined : factors[holds][unit];
    if (unit === null || factor === undefined) {
      const known = Object.keys(factors[holds]).join(', ');
      faults.push({
        row,
        column: name,
        reason: unit === null ? `says no unit: ${known}` : `has the unit ${unit}; known are ${known}`,
      });
      return [];
    }
    return [{ header: name, holds, unit, place, factor }];
  });
  if (faults.length > 0) return refused(faults);
  const values = columns.map((): number[] => []);
  let count = 0;
  for (let at = first; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.trim() === '') continue;
    count += 1;
    if (count > mostSamples)
      return refused([
        { row: at + 1, column: null, reason: `is beyond the ${mostSamples} samples that are read` },
      ]);
    const parts = splitLine(line, delimiter);
    for (const [which, { header: name, place, factor }] of columns.entries()) {
      const value = readNumber(parts[place] ?? '', delimiter);
      if (value === null) {
        faults.push({
          row: at + 1,
          column: name,
          reason: (parts[place] ?? '').trim() === '' ? 'is empty' : 'is no number',
        });
      } else values[which]!.push(value * factor);
    }
    if (faults.length >= 10_000) break;
  }
  if (faults.length === 0 && count < fewestSamples) {
    faults.push({
      row: lines.length,
      column: null,
      reason: `is the end after ${count} samples; at least ${fewestSamples} are needed`,
    });
  }
  if (faults.length > 0) return refused(faults);
  const of = (wanted: ForceColumn) => {
    const at = columns.findIndex(({ holds }) => holds === wanted);
    return at < 0 ? null : Float64Array.from(values[at]!);
  };
  return {
    ok: true,
    curve: {
      delimiter,
      columns: columns.map(({ header: name, holds, unit }) => ({ header: name, holds, unit })),
      timeMs: of('time'),
      displacementMm: of('displacement'),
      forceN: of('force')!,
    },
  };
}

const refused = (faults: readonly ForceFault[]): ForceCurveFile => ({
  ok: false,
  faults: faults.slice(0, shownFaults),
  faultCount: faults.length,
});

/** UTF-8, UTF-16 with its mark, or else Windows-1252, in which older recorders write µ. */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface HeaderCell {
  readonly header: string;
  readonly holds: ForceColumn | null;
  readonly unit: string | null;
}

function findHeader(lines: readonly string[]) {
  for (const [at, line] of lines.slice(0, headerLines).entries()) {
    const delimiter = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
    const cells = firstOfEach(splitLine(line, delimiter).map(headerCell));
    const holds = cells.map((cell) => cell.holds);
    if (holds.includes('force') && (holds.includes('time') || holds.includes('displacement'))) {
      return { delimiter, cells, row: at + 1 } as const;
    }
  }
  return null;
}

/** A second column of the same kind (a second gauge) is left alone. */
function firstOfEach(cells: readonly HeaderCell[]): HeaderCell[] {
  const seen = new Set<ForceColumn>();
  return cells.map((cell) => {
    if (cell.holds === null) return cell;
    if (seen.has(cell.holds)) return { ...cell, holds: null };
    seen.add(cell.holds);
    return cell;
  });
}

const unitPattern =
  /^(?<name>.*?)[\s_]*(?:[[(/\s_]|\bin\s)\s*(?<unit>kN|N|[uµμ]s|ms|s|[uµμ]m|mm|m)\s*[\])]?$/u;

function headerCell(text: string): HeaderCell {
  const header = text.trim();
  const { name = header, unit = null } = unitPattern.exec(header)?.groups ?? {};
  const bare = name.replace(/[\s_[(/,]+(?:in)?$/u, '').trim();
  const holds = (Object.keys(names) as ForceColumn[]).find((column) => names[column].test(bare)) ?? null;
  return { header, holds, unit: unit === null ? null : spelled(unit) };
}

/** A cell that is nothing but a unit. */
function plainUnit(text: string): string | null {
  const found = /^[[(]?\s*(kN|N|[uµμ]s|ms|s|[uµμ]m|mm|m)\s*[\])]?$/u.exec(text.trim());
  return found === null ? null : spelled(found[1]!);
}

const spelled = (unit: string): string => unit.replace(/[µμ]/u, 'u');

/** Cells of a line; quotation marks around a cell go. */
const splitLine = (line: string, delimiter: string): string[] =>
  line
    .replace(/^\uFEFF/u, '')
    .split(delimiter)
    .map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));

function readNumber(text: string, delimiter: string): number | null {
  const plain = text.trim().replace('−', '-');
  const pattern =
    delimiter === ','
      ? /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu
      : /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$/iu;
  if (!pattern.test(plain)) return null;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
