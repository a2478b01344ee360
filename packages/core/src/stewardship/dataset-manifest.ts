import type { DatasetItem, DatasetKind } from '../ports/datasets.ts';
import { isDigest, type ManifestLine, readManifestLine } from './manifest-line.ts';

/** First line of manifests of format 1, in order of the pictures' digests. */
const firstFormatHeader = '{"format":"mlmcsc-dataset","version":1}';

/** What the first line of a manifest says. */
export interface ManifestHeader {
  readonly format: 1 | 2;
  readonly kind: DatasetKind;
  /** The version whose lines come before those of this manifest. */
  readonly parentDigest: string | null;
}

/** First line of a manifest of format 2. */
export function formatManifestHeader({ kind, parentDigest }: Omit<ManifestHeader, 'format'>): string {
  return `${JSON.stringify({ format: 'mlmcsc-dataset', version: 2, kind, parent: parentDigest })}\n`;
}

/** Header and lines of a manifest, each line on its own: a bad one does not end the reading.
 * @throws SyntaxError when it is no manifest at all, or ends within a line
 */
export async function openManifest(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly header: ManifestHeader; readonly lines: AsyncIterable<ManifestLine> }> {
  const texts = linesOf(bytes);
  const first = await texts.next();
  if (first.done === true) throw new SyntaxError('an empty manifest');
  const header = readHeader(first.value);
  async function* lines(): AsyncGenerator<ManifestLine> {
    let line = 0;
    for await (const text of texts) {
      line += 1;
      yield readManifestLine(text, line, header.format);
    }
  }
  return { header, lines: lines() };
}

/** The entries of a manifest. @throws SyntaxError */
export async function* readManifest(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<DatasetItem> {
  const { lines } = await openManifest(bytes);
  for await (const one of lines) {
    if ('problem' in one) throw new SyntaxError(`line ${one.line}: ${one.problem.detail}`);
    yield one.item;
  }
}

/** @throws SyntaxError */
function readHeader(text: string): ManifestHeader {
  if (text === firstFormatHeader) return { format: 1, kind: 'labels', parentDigest: null };
  try {
    const { kind, parent } = JSON.parse(text) as { kind: DatasetKind; parent: string | null };
    const isKnown = (kind === 'labels' || kind === 'training') && (parent === null || isDigest(parent));
    if (isKnown && `${text}\n` === formatManifestHeader({ kind, parentDigest: parent })) {
      return { format: 2, kind, parentDigest: parent };
    }
  } catch {
    // No JSON: no manifest.
  }
  throw new SyntaxError('not a manifest of a dataset, or of a newer format');
}

/** Longer than any line that we write; what has no line end is no manifest, and is not gathered in memory. */
const longestLine = 64 * 1024;

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch (cause) {
      throw new SyntaxError('the manifest is no UTF-8 text', { cause });
    }
  };
  let rest = '';
  for await (const piece of bytes) {
    const lines = (rest + decode(piece)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new SyntaxError('not a manifest of a dataset: a line is too long');
    yield* lines;
  }
  if (rest + decode() !== '') throw new SyntaxError('the manifest ends within a line');
}
