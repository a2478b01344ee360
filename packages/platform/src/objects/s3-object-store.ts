import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  type _Object,
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import {
  type ListedObject,
  type ObjectStore,
  objectKeyOf,
  type Slice,
  type StoredObject,
} from '@mlmcsc/core';
import {
  digestOfKey,
  INCOMING,
  objectDamaged,
  objectNotFound,
  requireDigest,
  requireLimit,
  requireRange,
  sha256Of,
  verified,
} from './object-content.ts';
import { createS3Client, type S3Settings } from './s3-client.ts';
import { isBeyondEnd, isMissing, translateS3Error } from './s3-errors.ts';
import { S3ObjectTransfers } from './s3-object-transfers.ts';

/** Size of the parts of a multipart upload; what is smaller is sent in one piece. */
const PART_BYTES = 8 * 1024 * 1024;
/** Parts of one upload under way at a time. */
const PARTS_AT_ONCE = 2;
/** The server copies at disk speed, but answers only at the end. */
const COPY_TIMEOUT_MS = 300_000;
/** Readiness must be told before its own limit. */
const CHECK_TIMEOUT_MS = 2_500;

/** Objects in one bucket of an S3 server, named by their content and verified against the name whenever they are read. */
export class S3ObjectStore implements ObjectStore {
  readonly transfers: S3ObjectTransfers;
  readonly #client: S3Client;
  readonly #bucket: string;
  #isWritable = false;

  constructor(settings: S3Settings) {
    this.#client = createS3Client(settings);
    this.#bucket = settings.bucket;
    this.transfers = new S3ObjectTransfers(settings, this.#client);
  }

  async put(bytes: Uint8Array): Promise<StoredObject> {
    const sha256 = sha256Of(bytes);
    const stored = { key: objectKeyOf(sha256), sha256, sizeBytes: bytes.length };
    if (!(await this.#isIntact(stored))) {
      await this.#run('put', () =>
        this.#client.send(
          new PutObjectCommand({ ...this.#at(stored.key), Body: bytes, ContentLength: bytes.length }),
        ),
      );
    }
    return stored;
  }

  async putStream(content: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredObject> {
    signal?.throwIfAborted();
    const pieces = content[Symbol.asyncIterator]();
    const first = await readUpTo(pieces, PART_BYTES, signal);
    if (first.isWhole) return this.put(first.bytes);
    return this.#putLarge(first.bytes, pieces, signal);
  }

  async get(key: string): Promise<Uint8Array> {
    const sha256 = requireDigest(key);
    const bytes = await this.#read(key);
    if (sha256Of(bytes) !== sha256) throw objectDamaged(key);
    return bytes;
  }

  async *stream(key: string): AsyncGenerator<Uint8Array, void> {
    requireDigest(key);
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#at(key)));
      yield* verified(Body as Readable, key);
    } catch (error) {
      throw isMissing(error) ? objectNotFound(key) : translateS3Error(error, 'get');
    }
  }

  async getRange(
    key: string,
    range: { readonly offset: number; readonly length: number },
  ): Promise<Uint8Array> {
    requireRange(range);
    requireDigest(key);
    return this.#read(key, `bytes=${range.offset}-${range.offset + range.length - 1}`);
  }

  async head(key: string): Promise<ListedObject | null> {
    const sha256 = digestOfKey(key);
    if (sha256 === null) return null;
    return this.#run('head', async () => {
      try {
        const answer = await this.#client.send(new HeadObjectCommand(this.#at(key)));
        const storedAt = answer.LastModified ?? new Date(0);
        return { key, sha256, sizeBytes: answer.ContentLength ?? 0, storedAt };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  async list({
    prefix = '',
    cursor,
    limit,
  }: {
    readonly prefix?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  }): Promise<Slice<ListedObject>> {
    requireLimit(limit);
    const items: ListedObject[] = [];
    let after = cursor;
    for (;;) {
      const page = await this.#run('list', () =>
        this.#client.send(
          new ListObjectsV2Command({
            Bucket: this.#bucket,
            // What a prefix before all objects selects, and nothing else that may share the bucket.
            Prefix: 'sha256/'.startsWith(prefix) ? 'sha256/' : prefix,
            MaxKeys: limit,
            StartAfter: after,
          }),
        ),
      );
      const found = (page.Contents ?? []).flatMap(toListedObject);
      items.push(...found.slice(0, limit - items.length));
      after = page.Contents?.at(-1)?.Key;
      const isLast = page.IsTruncated !== true && items.at(-1)?.key === (found.at(-1) ?? items.at(-1))?.key;
      if (isLast) return { items, nextCursor: null };
      if (items.length === limit) return { items, nextCursor: items.at(-1)!.key };
    }
  }

  async delete(key: string): Promise<void> {
    if (digestOfKey(key) !== null) await this.#remove(key);
  }

  async check(): Promise<void> {
    await this.#run('check', async () => {
      const options = { abortSignal: AbortSignal.timeout(CHECK_TIMEOUT_MS) };
      await this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket }), options);
      // Once is enough: permissions seldom change, and a bucket with versions would keep every one.
      if (this.#isWritable) return;
      const at = this.#at(`${INCOMING}/.check-${randomBytes(6).toString('hex')}`);
      await this.#client.send(new PutObjectCommand({ ...at, Body: 'check' }), options);
      await this.#client.send(new DeleteObjectCommand(at), options);
      this.#isWritable = true;
    });
  }

  async close(): Promise<void> {
    this.#client.destroy();
    this.transfers.close();
  }

  /** In parts to a name apart, and from there to the one that its digest gives, which is known only at the end. */
  async #putLarge(
    first: Uint8Array,
    rest: AsyncIterator<Uint8Array>,
    signal: AbortSignal | undefined,
  ): Promise<StoredObject> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let sourceFailure: { readonly error: unknown } | null = null;
    async function* counted() {
      let piece: Uint8Array = first;
      for (;;) {
        hash.update(piece);
        sizeBytes += piece.length;
        yield piece;
        try {
          signal?.throwIfAborted();
          const next = await rest.next();
          if (next.done === true) return;
          piece = next.value;
        } catch (error) {
          sourceFailure = { error };
          throw error;
        }
      }
    }
    const temporary = `${INCOMING}/.${randomBytes(9).toString('base64url')}`;
    try {
      const upload = new Upload({
        client: this.#client,
        params: { ...this.#at(temporary), Body: Readable.from(counted(), { objectMode: true }) },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
        leavePartsOnError: false,
      });
      await upload.done();
      const sha256 = hash.digest('hex');
      const stored = { key: objectKeyOf(sha256), sha256, sizeBytes };
      if (!(await this.#isIntact(stored))) {
        await this.#client.send(
          new CopyObjectCommand({
            ...this.#at(stored.key),
            CopySource: `${this.#bucket}/${temporary}`,
          }),
          { requestTimeout: COPY_TIMEOUT_MS },
        );
      }
      return stored;
    } catch (error) {
      await rest.return?.();
      // The sender's failure is the caller's to tell; the store's is translated.
      if (sourceFailure !== null) throw (sourceFailure as { readonly error: unknown }).error;
      throw translateS3Error(error, 'put');
    } finally {
      // Should the store be away now, the sweep of uploads clears it later.
      await this.#remove(temporary).catch(() => {});
    }
  }

  /** Objects of the wanted size count as there. */
  async #isIntact({ key, sizeBytes }: StoredObject): Promise<boolean> {
    return (await this.head(key))?.sizeBytes === sizeBytes;
  }

  async #read(key: string, range?: string): Promise<Uint8Array> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ ...this.#at(key), Range: range }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (range !== undefined && isBeyondEnd(error)) return new Uint8Array();
      throw isMissing(error) ? objectNotFound(key) : translateS3Error(error, 'get');
    }
  }

  async #remove(key: string): Promise<void> {
    await this.#run('delete', () => this.#client.send(new DeleteObjectCommand(this.#at(key))));
  }

  #at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: key };
  }

  async #run<T>(operation: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw translateS3Error(error, operation);
    }
  }
}

/** Other things may share the bucket. */
function toListedObject({ Key: key = '', Size, LastModified }: _Object): readonly ListedObject[] {
  const sha256 = digestOfKey(key);
  return sha256 === null
    ? []
    : [{ key, sha256, sizeBytes: Size ?? 0, storedAt: LastModified ?? new Date(0) }];
}

/** Reads until the stream ends or this many bytes are there. */
async function readUpTo(
  pieces: AsyncIterator<Uint8Array>,
  mostBytes: number,
  signal: AbortSignal | undefined,
): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const read: Uint8Array[] = [];
  for (let sizeBytes = 0; sizeBytes < mostBytes; ) {
    const next = await pieces.next();
    if (signal?.aborted === true) {
      await pieces.return?.();
      signal.throwIfAborted();
    }
    if (next.done === true) return { bytes: Buffer.concat(read), isWhole: true };
    read.push(next.value);
    sizeBytes += next.value.length;
  }
  return { bytes: Buffer.concat(read), isWhole: false };
}
