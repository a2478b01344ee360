import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ObjectTransfers, TransferAddress } from '@mlmcsc/core';
import { INCOMING, requireDigest, requireUploadId, uploadNotFound } from './object-content.ts';
import { createS3Client, type S3Settings } from './s3-client.ts';
import { isMissing, translateS3Error } from './s3-errors.ts';

/** Presigned addresses of the S3 server itself. */
export class S3ObjectTransfers implements ObjectTransfers {
  readonly #client: S3Client;
  /** Signs for the address that clients use; sends nothing. */
  readonly #signer: S3Client;
  readonly #bucket: string;

  constructor(settings: S3Settings, client: S3Client) {
    this.#client = client;
    this.#bucket = settings.bucket;
    this.#signer =
      settings.publicEndpoint === null ? client : createS3Client(settings, settings.publicEndpoint);
  }

  async downloadAddress(
    key: string,
    { mediaType, lifetimeSeconds }: { readonly mediaType: string; readonly lifetimeSeconds: number },
  ): Promise<TransferAddress> {
    requireDigest(key);
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ResponseContentType: mediaType,
      ResponseContentDisposition: 'inline',
      // A digest's content never changes; the address is the reader's own.
      ResponseCacheControl: 'private, max-age=31536000, immutable',
    });
    const expiresAt = expiry(lifetimeSeconds);
    const url = await getSignedUrl(this.#signer, command, { expiresIn: lifetimeSeconds });
    return { method: 'GET', url, headers: {}, expiresAt };
  }

  async uploadAddress(
    uploadId: string,
    { sizeBytes, lifetimeSeconds }: { readonly sizeBytes: number; readonly lifetimeSeconds: number },
  ): Promise<TransferAddress> {
    const command = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: keyOf(uploadId),
      ContentType: 'application/octet-stream',
      ContentLength: sizeBytes,
    });
    const expiresAt = expiry(lifetimeSeconds);
    const url = await getSignedUrl(this.#signer, command, {
      expiresIn: lifetimeSeconds,
      // Signed, so that the server refuses another length.
      signableHeaders: new Set(['host', 'content-length', 'content-type']),
      unhoistableHeaders: new Set(['content-length', 'content-type']),
    });
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(sizeBytes) };
    return { method: 'PUT', url, headers, expiresAt };
  }

  async uploadSize(uploadId: string): Promise<number | null> {
    const at = { Bucket: this.#bucket, Key: keyOf(uploadId) };
    try {
      const answer = await this.#client.send(new HeadObjectCommand(at));
      return answer.ContentLength ?? 0;
    } catch (error) {
      if (isMissing(error)) return null;
      throw translateS3Error(error, 'head');
    }
  }

  async readUpload(uploadId: string): Promise<Uint8Array> {
    const at = { Bucket: this.#bucket, Key: keyOf(uploadId) };
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(at));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      throw isMissing(error) ? uploadNotFound(uploadId) : translateS3Error(error, 'get');
    }
  }

  async *streamUpload(uploadId: string): AsyncGenerator<Uint8Array> {
    const at = { Bucket: this.#bucket, Key: keyOf(uploadId) };
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(at));
      yield* (Body ?? []) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw isMissing(error) ? uploadNotFound(uploadId) : translateS3Error(error, 'get');
    }
  }

  async discardUpload(uploadId: string): Promise<void> {
    await this.#remove(keyOf(uploadId));
  }

  async discardUploadsBefore(instant: Date): Promise<number> {
    return (await this.#discardObjects(instant)) + (await this.#discardParts(instant));
  }

  close(): void {
    this.#signer.destroy();
  }

  async #discardObjects(instant: Date): Promise<number> {
    let discarded = 0;
    for (let token: string | undefined, isLast = false; !isLast; ) {
      const page = await this.#run('list', () =>
        this.#client.send(
          new ListObjectsV2Command({
            Bucket: this.#bucket,
            Prefix: `${INCOMING}/`,
            ContinuationToken: token,
          }),
        ),
      );
      for (const { Key, LastModified } of page.Contents ?? []) {
        if (Key === undefined || LastModified === undefined || LastModified >= instant) continue;
        await this.#remove(Key);
        discarded += 1;
      }
      token = page.NextContinuationToken;
      isLast = page.IsTruncated !== true;
    }
    return discarded;
  }

  /** Parts of uploads whose writer died; they take space without being listed. */
  async #discardParts(instant: Date): Promise<number> {
    let discarded = 0;
    for (let marker: { KeyMarker?: string; UploadIdMarker?: string } = {}, isLast = false; !isLast; ) {
      const page = await this.#run('list', () =>
        this.#client.send(
          new ListMultipartUploadsCommand({ Bucket: this.#bucket, Prefix: `${INCOMING}/`, ...marker }),
        ),
      );
      for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
        if (Initiated === undefined || Initiated >= instant) continue;
        await this.#run('delete', () =>
          this.#client.send(new AbortMultipartUploadCommand({ Bucket: this.#bucket, Key, UploadId })),
        );
        discarded += 1;
      }
      marker = {
        ...(page.NextKeyMarker === undefined ? {} : { KeyMarker: page.NextKeyMarker }),
        ...(page.NextUploadIdMarker === undefined ? {} : { UploadIdMarker: page.NextUploadIdMarker }),
      };
      isLast = page.IsTruncated !== true;
    }
    return discarded;
  }

  async #remove(key: string): Promise<void> {
    await this.#run('delete', () =>
      this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key })),
    );
  }

  async #run<T>(operation: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw translateS3Error(error, operation);
    }
  }
}

const keyOf = (uploadId: string) => `${INCOMING}/${requireUploadId(uploadId)}`;

/** Not later than the server thinks. */
const expiry = (lifetimeSeconds: number) =>
  new Date((Math.floor(Date.now() / 1000) + lifetimeSeconds) * 1000);
