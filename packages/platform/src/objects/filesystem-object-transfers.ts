import { createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput, NotAllowed, type ObjectTransfers, type TransferAddress } from '@mlmcsc/core';
import { translateFileError } from '../files/translate-file-error.ts';
import { requireDigest, requireUploadId, uploadNotFound } from './object-content.ts';

/** What a signed address allows. */
type Grant =
  | { readonly method: 'GET'; readonly key: string; readonly mediaType: string }
  | { readonly method: 'PUT'; readonly uploadId: string; readonly sizeBytes: number };

export interface FilesystemObjectTransfersOptions {
  /** Where uploads lie until they are completed. */
  readonly folder: string;
  readonly secret: string;
  /** Writes a file whole or not at all. */
  readonly receive: (
    path: string,
    content: AsyncIterable<Uint8Array>,
    signal?: AbortSignal,
  ) => Promise<{ readonly sizeBytes: number }>;
}

/** Address of the API's route that serves grants; the folder has no server of its own. */
const ROUTE = '/api/v1/transfers';

/** The filesystem's answer to presigned addresses: a path of the API with a signed, expiring grant. */
export class FilesystemObjectTransfers implements ObjectTransfers {
  readonly #options: FilesystemObjectTransfersOptions;

  constructor(options: FilesystemObjectTransfersOptions) {
    this.#options = options;
  }

  async downloadAddress(
    key: string,
    { mediaType, lifetimeSeconds }: { readonly mediaType: string; readonly lifetimeSeconds: number },
  ): Promise<TransferAddress> {
    requireDigest(key);
    return this.#address({ method: 'GET', key, mediaType }, lifetimeSeconds);
  }

  async uploadAddress(
    uploadId: string,
    { sizeBytes, lifetimeSeconds }: { readonly sizeBytes: number; readonly lifetimeSeconds: number },
  ): Promise<TransferAddress> {
    requireUploadId(uploadId);
    return this.#address({ method: 'PUT', uploadId, sizeBytes }, lifetimeSeconds);
  }

  /** What a download address grants. @throws NotAllowed `transfer-refused` */
  openDownload(token: string): { readonly key: string; readonly mediaType: string } {
    const grant = this.#verify(token);
    if (grant.method !== 'GET') throw refused();
    return grant;
  }

  /** Takes what arrives at an upload address; one that breaks off or has another size leaves nothing.
   * @throws NotAllowed `transfer-refused`; InvalidInput `upload-size-differs`; Unavailable
   */
  async receiveUpload(
    token: string,
    content: AsyncIterable<Uint8Array>,
    signal?: AbortSignal,
  ): Promise<void> {
    const grant = this.#verify(token);
    if (grant.method !== 'PUT') throw refused();
    const { sizeBytes } = grant;
    async function* exactly() {
      let arrived = 0;
      for await (const piece of content) {
        arrived += piece.length;
        if (arrived > sizeBytes) throw sizeDiffers(sizeBytes);
        yield piece;
      }
      if (arrived < sizeBytes) throw sizeDiffers(sizeBytes);
    }
    await this.#options.receive(this.#pathOf(grant.uploadId), exactly(), signal);
  }

  async uploadSize(uploadId: string): Promise<number | null> {
    try {
      return (await stat(this.#pathOf(uploadId))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw translateFileError(error, this.#options.folder, 'uploads');
    }
  }

  async readUpload(uploadId: string): Promise<Uint8Array> {
    try {
      return await readFile(this.#pathOf(uploadId));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw uploadNotFound(uploadId, error);
      throw translateFileError(error, this.#options.folder, 'uploads');
    }
  }

  async *streamUpload(uploadId: string): AsyncGenerator<Uint8Array> {
    try {
      yield* createReadStream(this.#pathOf(uploadId), { highWaterMark: 256 * 1024 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw uploadNotFound(uploadId, error);
      throw translateFileError(error, this.#options.folder, 'uploads');
    }
  }

  async discardUpload(uploadId: string): Promise<void> {
    await this.#remove(this.#pathOf(uploadId));
  }

  async discardUploadsBefore(instant: Date): Promise<number> {
    const { folder } = this.#options;
    let discarded = 0;
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw translateFileError(error, folder, 'uploads');
    });
    for (const name of names) {
      const path = join(folder, name);
      // Completed between the listing and the look: nothing to do.
      const found = await stat(path).catch(() => null);
      if (found === null || found.mtime >= instant) continue;
      await this.#remove(path);
      discarded += 1;
    }
    return discarded;
  }

  async #remove(path: string): Promise<void> {
    try {
      await rm(path, { force: true });
    } catch (error) {
      throw translateFileError(error, this.#options.folder, 'uploads');
    }
  }

  #pathOf(uploadId: string): string {
    return join(this.#options.folder, requireUploadId(uploadId));
  }

  #address(grant: Grant, lifetimeSeconds: number): TransferAddress {
    const expires = Math.floor(Date.now() / 1000) + lifetimeSeconds;
    const body = Buffer.from(JSON.stringify({ ...grant, expires })).toString('base64url');
    return {
      method: grant.method,
      url: `${ROUTE}?token=${body}.${this.#sign(body)}`,
      headers:
        grant.method === 'PUT'
          ? { 'content-type': 'application/octet-stream', 'content-length': String(grant.sizeBytes) }
          : {},
      expiresAt: new Date(expires * 1000),
    };
  }

  /** @throws NotAllowed `transfer-refused` */
  #verify(token: string): Grant {
    const [body = '', signature = ''] = token.split('.');
    const expected = Buffer.from(this.#sign(body));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refused();
    // Signed by us, so it has the shape we gave it.
    const grant = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Grant & { expires: number };
    if (grant.expires * 1000 <= Date.now()) throw refused();
    return grant;
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#options.secret).update(`object-transfer:${body}`).digest('base64url');
  }
}

const refused = () =>
  new NotAllowed('transfer-refused', 'The address is not one of ours, was changed, or has expired.');

const sizeDiffers = (sizeBytes: number) =>
  new InvalidInput(
    'upload-size-differs',
    `The upload must have exactly the ${sizeBytes} bytes it announced.`,
  );
