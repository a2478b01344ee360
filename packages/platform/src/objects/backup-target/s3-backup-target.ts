import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { BackupTarget } from '@mlmcsc/core';
import { createS3Client, type S3Settings } from '../s3-client.ts';
import { isMissing, translateS3Error } from '../s3-errors.ts';
import { partMissing, requireName } from './part-names.ts';

/** Ten thousand parts at most: half a terabyte in one table. */
const PART_BYTES = 64 * 1024 * 1024;

/** Backups in a bucket of an S3 server, under a prefix. */
export class S3BackupTarget implements BackupTarget {
  readonly description: string;
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  /** @param prefix - empty, or ends with a slash */
  constructor(settings: S3Settings, prefix: string) {
    this.#client = createS3Client(settings);
    this.#bucket = settings.bucket;
    this.#prefix = prefix;
    this.description = `s3://${settings.bucket}/${prefix}`;
  }

  async put(name: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    let sizeBytes = 0;
    let sourceFailure: { readonly error: unknown } | null = null;
    async function* counted() {
      try {
        for await (const piece of content) {
          sizeBytes += piece.length;
          yield piece;
        }
      } catch (error) {
        sourceFailure = { error };
        throw error;
      }
    }
    try {
      const upload = new Upload({
        client: this.#client,
        params: { ...this.#at(name), Body: Readable.from(counted(), { objectMode: true }) },
        ...{ partSize: PART_BYTES, queueSize: 1, leavePartsOnError: false },
      });
      await upload.done();
      return sizeBytes;
    } catch (error) {
      if (sourceFailure !== null) throw (sourceFailure as { readonly error: unknown }).error;
      throw translateS3Error(error, 'put');
    }
  }

  async *get(name: string): AsyncGenerator<Uint8Array, void> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#at(name)));
      yield* (Body ?? []) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw isMissing(error) ? partMissing(name, this.description) : translateS3Error(error, 'get');
    }
  }

  async *list(prefix: string): AsyncGenerator<{ name: string; sizeBytes: number }, void> {
    let token: string | undefined;
    do {
      const page = await this.#client
        .send(
          new ListObjectsV2Command({
            ...{ Bucket: this.#bucket, Prefix: this.#prefix + prefix, ContinuationToken: token },
          }),
        )
        .catch((error: unknown) => {
          throw translateS3Error(error, 'list');
        });
      for (const { Key = '', Size = 0 } of page.Contents ?? []) {
        yield { name: Key.slice(this.#prefix.length), sizeBytes: Size };
      }
      token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async remove(name: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#at(name))).catch((error: unknown) => {
      throw translateS3Error(error, 'delete');
    });
  }

  async close(): Promise<void> {
    this.#client.destroy();
  }

  #at(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix + requireName(name) };
  }
}
