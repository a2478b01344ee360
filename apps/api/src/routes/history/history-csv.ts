import type { HistoryEntry } from '@mlmcsc/core';

interface Column {
  readonly name: string;
  readonly meaning: string;
  readonly value: (entry: HistoryEntry) => string | number | null;
}

/** The columns of the export, in order. New ones go to the end, so that old scripts keep working. */
export const HISTORY_COLUMNS: readonly Column[] = [
  { name: 'analysis_id', meaning: 'UUID', value: ({ analysis }) => analysis.id },
  {
    name: 'analysed_at',
    meaning: 'RFC 3339, UTC',
    value: ({ analysis }) => analysis.createdAt.toISOString(),
  },
  { name: 'analysed_by', meaning: 'user name', value: ({ analysis }) => analysis.analysedBy },
  { name: 'file_name', meaning: 'as given at upload', value: ({ image }) => image.fileName },
  { name: 'image_sha256', meaning: 'of the uploaded bytes', value: ({ image }) => image.sha256 },
  { name: 'specimen', meaning: 'specimen identifier', value: ({ image }) => image.specimen },
  { name: 'heat', meaning: 'heat (cast) identifier', value: ({ image }) => image.heat },
  { name: 'width_mm', meaning: 'specimen width W, mm', value: ({ image }) => image.widthMm },
  { name: 'status', meaning: '`ok`, `no-face` or `poor`', value: ({ analysis }) => analysis.status },
  { name: 'reason', meaning: 'why there is no number', value: ({ analysis }) => analysis.reason },
  {
    name: 'shear_percent',
    meaning: 'measured percent shear, 0–100, unrounded',
    value: ({ analysis }) => analysis.shearPercent,
  },
  { name: 'lower', meaning: 'lower end of the interval, percent', value: ({ analysis }) => analysis.lower },
  { name: 'upper', meaning: 'upper end of the interval, percent', value: ({ analysis }) => analysis.upper },
  {
    name: 'interval_level',
    meaning: 'nominal coverage of the interval, 0–1',
    value: ({ analysis }) => analysis.intervalLevel,
  },
  { name: 'px_per_mm', meaning: 'scale, pixels per mm', value: ({ analysis }) => analysis.pxPerMm },
  {
    name: 'flags',
    meaning: 'quality flags, separated by `;`',
    value: ({ analysis }) => analysis.flags.map(({ code }) => code).join(';'),
  },
  { name: 'model_version', meaning: 'model that measured', value: ({ analysis }) => analysis.modelVersion },
  { name: 'model_digest', meaning: 'SHA-256 of that model', value: ({ analysis }) => analysis.modelDigest },
  {
    name: 'pipeline_version',
    meaning: 'version of the measuring code',
    value: ({ analysis }) => analysis.pipelineVersion,
  },
  { name: 'elapsed_ms', meaning: 'time taken, ms', value: ({ analysis }) => analysis.elapsedMs },
  {
    name: 'label_percent',
    meaning: "technician's percent shear (current label)",
    value: ({ label }) => label?.shearPercent ?? null,
  },
  {
    name: 'label_decision',
    meaning: '`accepted` or `corrected`',
    value: ({ label }) => label?.decision ?? null,
  },
  { name: 'label_technician', meaning: 'user name', value: ({ label }) => label?.technician ?? null },
  {
    name: 'labelled_at',
    meaning: 'RFC 3339, UTC',
    value: ({ label }) => label?.createdAt.toISOString() ?? null,
  },
  { name: 'label_notes', meaning: 'free text', value: ({ label }) => label?.notes ?? null },
];

/** Lines are gathered into pieces of about this many characters: fewer writes, little memory. */
const PIECE_CHARACTERS = 16_384;

/** The export as pieces of text, header row first (RFC 4180, with a byte-order mark so that spreadsheets read UTF-8). */
export async function* historyCsv(entries: AsyncIterable<HistoryEntry>): AsyncGenerator<string> {
  let piece = `\uFEFF${HISTORY_COLUMNS.map(({ name }) => name).join(',')}\r\n`;
  for await (const entry of entries) {
    piece += `${HISTORY_COLUMNS.map(({ value }) => csvCell(value(entry))).join(',')}\r\n`;
    if (piece.length >= PIECE_CHARACTERS) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

/**
 * One cell. Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are never touched.
 * @source OWASP, CSV Injection: cells beginning with = + - @ tab or carriage return
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[\s]*[=+\-@\t\r\n|]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
