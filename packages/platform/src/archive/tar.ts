import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ArchiveEntry, type Archiver, DomainError, Unprocessable } from '@mlmcsc/core';
import { extract, pack } from 'tar-stream';

const blockBytes = 512;
/** Two empty blocks. */
const endBytes = 2 * blockBytes;

/** Tar archives, packed and read piece by piece. */
export const tarArchiver: Archiver = { pack: packTar, read: readTar, sizeOf: sizeOfTar };

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

/** Each file has a header of one block and fills its last one; names are short enough for one header. */
async function sizeOfTar(fileBytes: AsyncIterable<number>): Promise<number> {
  let size = endBytes;
  for await (const bytes of fileBytes) size += blockBytes + Math.ceil(bytes / blockBytes) * blockBytes;
  return size;
}

/** The entries of an archive in order; each must be read before the next comes.
 * @throws Unprocessable `archive-damaged`, or what `content` throws
 */
export async function* readTar(content: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  const archive = extract();
  let failure: unknown = null;
  async function* watched() {
    try {
      yield* content;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  const feeding = pipeline(Readable.from(watched()), archive as unknown as NodeJS.WritableStream);
  feeding.catch((error: Error) => archive.destroy(error));
  let isReading = false;
  try {
    isReading = true;
    for await (const entry of archive) {
      const { name, size, type } = entry.header;
      if (type !== 'file') throw new Unprocessable('archive-damaged', `The archive holds a ${type}.`);
      isReading = false;
      yield { name, sizeBytes: size ?? 0, content: translated(entry as AsyncIterable<Uint8Array>) };
      isReading = true;
      entry.resume();
    }
    await feeding;
  } catch (error) {
    if (failure !== null) throw failure;
    throw isReading ? damaged(error) : error;
  }
}

async function* translated(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    throw damaged(error);
  }
}

const damaged = (cause: unknown) =>
  cause instanceof DomainError
    ? cause
    : new Unprocessable('archive-damaged', 'This is no tar archive, or it is damaged or cut off.', { cause });
