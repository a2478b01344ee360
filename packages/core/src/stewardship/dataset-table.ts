import type { DatasetItem } from '../ports/datasets.ts';

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
  'image/webp': '.webp',
  'image/bmp': '.bmp',
};

/** Where an archive keeps a picture. */
export const picturePathOf = ({ sha256, mediaType }: DatasetItem): string =>
  `pictures/${sha256}${extensions[mediaType] ?? ''}`;
/** Where an archive keeps what was painted on it. */
export const regionsPathOf = ({ sha256 }: { readonly sha256: string }): string => `regions/${sha256}.png`;

interface Column {
  readonly name: string;
  readonly meaning: string;
  readonly value: (item: DatasetItem) => string | number | boolean | null;
}

/** The columns of the table, in order: `mlmcsc learn` reads the first of them. New ones go to the end. */
export const datasetColumns: readonly Column[] = [
  { name: 'file', meaning: 'the picture in the archive', value: picturePathOf },
  { name: 'shear_percent', meaning: 'the label, 0–100', value: ({ shearPercent }) => shearPercent },
  { name: 'specimen', meaning: 'specimen identifier', value: ({ specimen }) => specimen },
  { name: 'heat', meaning: 'heat (cast) identifier', value: ({ heat }) => heat },
  { name: 'technician', meaning: 'pseudonym of who labelled it', value: ({ technician }) => technician },
  {
    name: 'regions',
    meaning: 'the painting in the archive',
    value: ({ regions }) => (regions === null ? null : regionsPathOf(regions)),
  },
  { name: 'decision', meaning: '`accepted` or `corrected`', value: ({ decision }) => decision },
  {
    name: 'labelled_at',
    meaning: 'RFC 3339, UTC',
    value: ({ labelledAt }) => labelledAt?.toISOString() ?? null,
  },
  { name: 'label_id', meaning: 'UUID', value: ({ labelId }) => labelId },
  {
    name: 'split_group',
    meaning: 'what stays on one side of a split',
    value: ({ splitGroup }) => splitGroup,
  },
  {
    name: 'held_out',
    meaning: '`true`: judges models, never teaches',
    value: ({ heldOut }) => heldOut,
  },
  { name: 'width_mm', meaning: 'specimen width W, mm', value: ({ widthMm }) => widthMm },
  { name: 'px_per_mm', meaning: 'stored calibration, pixels per mm', value: ({ pxPerMm }) => pxPerMm },
  { name: 'sha256', meaning: 'of the picture', value: ({ sha256 }) => sha256 },
  { name: 'file_name', meaning: 'as given at upload', value: ({ fileName }) => fileName },
];

/** The labels as a table: UTF-8, comma-separated, CRLF, a header row (RFC 4180). A text that a spreadsheet would take for a
 * formula begins with an apostrophe; the manifest has it as it is.
 */
export async function* formatDatasetTable(items: AsyncIterable<DatasetItem>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${datasetColumns.map(({ name }) => name).join(',')}\r\n`);
  for await (const item of items) {
    yield Buffer.from(`${datasetColumns.map(({ value }) => formatCell(value(item))).join(',')}\r\n`);
  }
}

/** One cell; a text that a spreadsheet would take for a formula begins with an apostrophe. */
export function formatCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
