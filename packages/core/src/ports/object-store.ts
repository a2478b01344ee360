import type { Slice } from './store.ts';

export interface StoredObject {
  /** `sha256/ab/cd/<digest>` */
  readonly key: string;
  /** Of the content, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface ListedObject extends StoredObject {
  readonly storedAt: Date;
}

/** Immutable objects named by their SHA-256; a name never changes its content. An object is there whole or not at all,
 * whenever a writer dies. All may throw Unavailable: `objects-unavailable` (away for now), `objects-refused` (configuration),
 * or a failure of the disk.
 */
export interface ObjectStore {
  /** Stores the bytes durably; storing the same bytes again is a no-op. */
  put(bytes: Uint8Array): Promise<StoredObject>;
  /** The same for content that is too large for memory, at most 5 GiB. A stream that fails, or the signal, leaves nothing. */
  putStream(content: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredObject>;
  /** @throws NotFound `object-not-found`; Unavailable `object-damaged` when the bytes no longer match the key */
  get(key: string): Promise<Uint8Array>;
  /** The content piece by piece; a damaged object fails at its end, so use nothing before. @throws as `get` */
  stream(key: string): AsyncIterable<Uint8Array>;
  /** Some bytes out of the middle, unverified: fewer, or none, where the object ends earlier.
   * @throws RangeError; NotFound `object-not-found`
   */
  getRange(key: string, range: { readonly offset: number; readonly length: number }): Promise<Uint8Array>;
  /** What is known without reading the content, or null where there is no such object. */
  head(key: string): Promise<ListedObject | null>;
  /** In order of keys. @param page - `limit` from 1 to 1000; `cursor` is the one of the page before */
  list(page: {
    readonly prefix?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  }): Promise<Slice<ListedObject>>;
  /** Takes an object away for ever; one that is not there is fine. Callers prove first that no row refers to it. */
  delete(key: string): Promise<void>;
  /** Proves that the store can be used, for readiness. @throws Unavailable */
  check(): Promise<void>;
  readonly transfers: ObjectTransfers;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** Where and how a client moves bytes itself, without a session; whoever has the address may use it until it expires. */
export interface TransferAddress {
  readonly method: 'GET' | 'PUT';
  /** Absolute, or a path of the API where the store has no address of its own. */
  readonly url: string;
  /** To be sent exactly so. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/** Transfer between clients and the store that does not pass through request handlers. What is uploaded so lies apart,
 * under a name chosen by us, until it is read, checked and stored as an object, or discarded.
 */
export interface ObjectTransfers {
  /** @param options - `mediaType` is what the answer says it is; `lifetimeSeconds` at most a week */
  downloadAddress(
    key: string,
    options: { readonly mediaType: string; readonly lifetimeSeconds: number },
  ): Promise<TransferAddress>;
  /** For one upload of exactly this size. @param uploadId - a UUID; whoever can guess it could complete the upload */
  uploadAddress(
    uploadId: string,
    options: { readonly sizeBytes: number; readonly lifetimeSeconds: number },
  ): Promise<TransferAddress>;
  /** Size of what has been uploaded, or null while nothing has. */
  uploadSize(uploadId: string): Promise<number | null>;
  /** @throws NotFound `upload-not-found` */
  readUpload(uploadId: string): Promise<Uint8Array>;
  /** The same piece by piece, for what is too large for memory. @throws as `readUpload`; Unavailable */
  streamUpload(uploadId: string): AsyncIterable<Uint8Array>;
  discardUpload(uploadId: string): Promise<void>;
  /** Clears away what was uploaded and never completed, and what writers that died have left. @returns how many */
  discardUploadsBefore(instant: Date): Promise<number>;
}
