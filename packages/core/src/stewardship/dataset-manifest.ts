import type { DatasetItem } from '../ports/datasets.ts';

/** First line of every manifest. */
export const manifestHeader = '{"format":"mlmcsc-dataset","version":1}\n';

/** One line of a manifest; the keys are always in this order, so the same data give the same bytes. */
export function formatManifestLine(item: DatasetItem): string {
  return `${JSON.stringify({
    sha256: item.sha256,
    media_type: item.mediaType,
    size_bytes: item.sizeBytes,
    label_id: item.labelId,
    shear_percent: item.shearPercent,
    decision: item.decision,
    technician: item.technician,
    split_group: item.splitGroup,
    held_out: item.heldOut,
    width_mm: item.widthMm,
    px_per_mm: item.pxPerMm,
  })}\n`;
}

/** What an archive needs to know of a line. */
export interface ManifestEntry {
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** The entries of a manifest, line by line. @throws SyntaxError */
export async function* readManifest(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ManifestEntry> {
  let isFirst = true;
  for await (const line of linesOf(bytes)) {
    if (isFirst) {
      if (`${line}\n` !== manifestHeader) throw new SyntaxError('not a manifest of a dataset');
      isFirst = false;
      continue;
    }
    const { sha256, media_type, size_bytes } = JSON.parse(line);
    yield { sha256, mediaType: media_type, sizeBytes: size_bytes };
  }
  if (isFirst) throw new SyntaxError('an empty manifest');
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of bytes) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest + decoder.decode() !== '') throw new SyntaxError('the manifest ends within a line');
}
