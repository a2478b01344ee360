/** One file of an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Packs and reads archives piece by piece, whatever their size. */
export interface Archiver {
  /** The same entries give the same bytes. */
  pack(entries: AsyncIterable<ArchiveEntry>): AsyncIterable<Uint8Array>;
  /** Bytes of an archive of files of these sizes. */
  sizeOf(fileBytes: AsyncIterable<number>): Promise<number>;
  /** The entries in order; each must be read before the next comes. @throws Unprocessable `archive-damaged` */
  read(content: AsyncIterable<Uint8Array>): AsyncIterable<ArchiveEntry>;
}
