import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, pack } from 'tar-stream';

export interface ArchiveEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Packs entries one after the other as the reader takes them; the same entries give the same bytes. */
export function packTar(entries: AsyncIterable<ArchiveEntry>): Readable {
  const archive = pack();
  const write = async () => {
    for await (const { name, sizeBytes, content } of entries) {
      const header = { name, size: sizeBytes, mtime: new Date(0), mode: 0o644 };
      await pipeline(Readable.from(content), archive.entry(header) as unknown as NodeJS.WritableStream);
    }
    archive.finalize();
  };
  write().catch((error: Error) => archive.destroy(error));
  return Readable.from(archive as AsyncIterable<Uint8Array>, { objectMode: false });
}

/** The entries of an archive in order; each must be read before the next comes. */
export async function* readTar(content: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  const archive = extract();
  const feeding = pipeline(Readable.from(content), archive as unknown as NodeJS.WritableStream);
  feeding.catch((error: Error) => archive.destroy(error));
  for await (const entry of archive) {
    yield {
      name: entry.header.name,
      sizeBytes: entry.header.size ?? 0,
      content: entry as AsyncIterable<Uint8Array>,
    };
    entry.resume();
  }
  await feeding;
}
