/** What a cell of a table may hold. */
export type TableCell = string | number | boolean | Date | null;

export type Decimal = '.' | ',';
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

const no = (reason: string) => ({ ok: false, reason }) as const;
const yes = <T>(value: T) => ({ ok: true, value }) as const;

export const isBlank = (cell: TableCell | undefined): cell is null | undefined | '' =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A text; the apostrophe that keeps a spreadsheet from calculating is not part of it. */
export function readText(cell: TableCell): Reading<string> {
  if (cell instanceof Date) return no('is a date, not a text');
  const text = String(cell).trim().normalize('NFC');
  return yes(/^'\s*[=+\-@|]/.test(text) ? text.slice(1) : text);
}

/** A number as people write it; a thousands separator is none, because no value here needs one. */
export function readNumber(cell: TableCell, decimal: Decimal): Reading<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? yes(cell) : no('is no number');
  if (typeof cell !== 'string') return no('is no number');
  const text = cell.trim().replace(/^[−–]/, '-');
  const pattern = decimal === ',' ? /^[+-]?\d+(?:,\d+)?$/ : /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
  if (!pattern.test(text)) {
    const other = decimal === ',' ? 'point' : 'comma';
    return no(
      /^[+-]?\d+[.,]\d+$/.test(text)
        ? `has a decimal ${other} unlike the rest of the list`
        : `is no number: ${text.slice(0, 40)}`,
    );
  }
  return yes(Number(text.replace(',', '.')));
}

const truths = new Set(['true', 'yes', 'y', 'x', '1', 'ja', 'oui', 'unbroken']);
const untruths = new Set(['false', 'no', 'n', '0', 'nein', 'non', 'broken']);

export function readYesNo(cell: TableCell): Reading<boolean> {
  if (typeof cell === 'boolean') return yes(cell);
  const text = String(cell).trim().toLowerCase();
  if (truths.has(text)) return yes(true);
  return untruths.has(text) ? yes(false) : no('must be yes or no');
}

/** An instant or a day (midnight UTC), as RFC 3339; other forms of dates can be read in two ways. */
export function readInstant(cell: TableCell): Reading<string> {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? no('is no date') : yes(cell.toISOString());
  const text = String(cell).trim();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000Z` : text;
  const isInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(day);
  const date = new Date(day);
  if (
    !isInstant ||
    Number.isNaN(date.getTime()) ||
    (!date.toISOString().startsWith(day.slice(0, 8)) && day.endsWith('Z'))
  ) {
    return no('must be a date like 2026-11-25, or a time with its zone');
  }
  return yes(date.toISOString());
}

/** Whether the list writes decimal commas. @returns null when it does both */
export function detectDecimal(cells: Iterable<TableCell | undefined>): Decimal | null {
  let commas = false;
  let points = false;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    if (/^\s*[+−–-]?\d+,\d+\s*$/.test(cell)) commas = true;
    else if (/^\s*[+−–-]?\d+\.\d+\s*$/.test(cell)) points = true;
  }
  if (commas && points) return null;
  return commas ? ',' : '.';
}
