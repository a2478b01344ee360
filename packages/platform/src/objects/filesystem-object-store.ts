import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  DomainError,
  type ListedObject,
  type ObjectStore,
  objectKeyOf,
  type Slice,
  type StoredObject,
} from '@mlmcsc/core';
import { translateFileError } from '../files/translate-file-error.ts';
import { FilesystemObjectTransfers } from './filesystem-object-transfers.ts';
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

const purpose = 'pictures';

/** Objects as files below one folder, named by their content. A file is complete from the moment it has its name, and what
 * is on the disk is checked against the name whenever it is read.
 */
export class FilesystemObjectStore implements ObjectStore {
  readonly transfers: FilesystemObjectTransfers;
  readonly #folder: string;
  readonly #knownFolders = new Set<string>();

  /** @param folder - made when missing, at the first write
   * @param transferSecret - signs addresses of transfers; processes that share a folder need the same. @default one of its own
   */
  constructor(folder: string, transferSecret: string = randomBytes(32).toString('hex')) {
    this.#folder = folder;
    this.transfers = new FilesystemObjectTransfers({
      folder: join(folder, INCOMING),
      secret: transferSecret,
      receive: (path, content, signal) => this.#receive(path, content, signal),
    });
  }

  async put(bytes: Uint8Array): Promise<StoredObject> {
    const sha256 = sha256Of(bytes);
    const stored = { key: objectKeyOf(sha256), sha256, sizeBytes: bytes.length };
    return this.#translating(async () => {
      if (!(await this.#isIntact(stored))) await this.#write(this.#pathOf(stored.key), [bytes]);
      return stored;
    });
  }

  async putStream(content: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<StoredObject> {
    const temporary = this.#temporaryPath();
    try {
      const { sha256, sizeBytes } = await this.#receive(temporary, content, signal);
      const stored = { key: objectKeyOf(sha256), sha256, sizeBytes };
      await this.#translating(async () => {
        if (await this.#isIntact(stored)) return;
        const path = this.#pathOf(stored.key);
        await this.#ensureFolder(dirname(path));
        await rename(temporary, path);
        await syncFolder(dirname(path));
      });
      return stored;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async get(key: string): Promise<Uint8Array> {
    const sha256 = requireDigest(key);
    const bytes = await this.#reading(key, () => readFile(this.#pathOf(key)));
    if (sha256Of(bytes) !== sha256) throw objectDamaged(key);
    return bytes;
  }

  async *stream(key: string): AsyncGenerator<Uint8Array, void> {
    requireDigest(key);
    try {
      yield* verified(createReadStream(this.#pathOf(key)), key);
    } catch (error) {
      throw this.#translate(key, error);
    }
  }

  async getRange(
    key: string,
    range: { readonly offset: number; readonly length: number },
  ): Promise<Uint8Array> {
    requireRange(range);
    requireDigest(key);
    return this.#reading(key, async () => {
      const file = await open(this.#pathOf(key), 'r');
      try {
        const { size } = await file.stat();
        const bytes = Buffer.alloc(Math.max(0, Math.min(range.length, size - range.offset)));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, range.offset);
        return bytes.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    });
  }

  async head(key: string): Promise<ListedObject | null> {
    return this.#headOf(key);
  }

  async #headOf(key: string): Promise<ListedObject | null> {
    const sha256 = digestOfKey(key);
    if (sha256 === null) return null;
    return this.#translating(async () => {
      const found = await unlessMissing(stat(this.#pathOf(key)));
      if (found === null) return null;
      return { key, sha256, sizeBytes: found.size, storedAt: found.mtime };
    });
  }

  async list({
    prefix = '',
    cursor = '',
    limit,
  }: {
    readonly prefix?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  }): Promise<Slice<ListedObject>> {
    requireLimit(limit);
    return this.#translating(async () => {
      const items: ListedObject[] = [];
      for await (const key of this.#keys('', 0, prefix, cursor)) {
        const item = await this.#headOf(key);
        if (item === null) continue;
        if (items.length === limit) return { items, nextCursor: items.at(-1)!.key };
        items.push(item);
      }
      return { items, nextCursor: null };
    });
  }

  async delete(key: string): Promise<void> {
    if (digestOfKey(key) === null) return;
    await this.#translating(async () => {
      await rm(this.#pathOf(key), { force: true });
      // Where the folder itself is missing nothing was stored.
      await unlessMissing(syncFolder(dirname(this.#pathOf(key))));
    });
  }

  async check(): Promise<void> {
    const path = join(this.#folder, `.check-${randomBytes(6).toString('hex')}`);
    await this.#translating(async () => {
      await this.#ensureFolder(this.#folder);
      await access(this.#folder);
      const file = await open(path, 'wx', 0o600);
      try {
        await file.writeFile('check');
        await file.sync();
      } finally {
        await file.close();
        await rm(path, { force: true });
      }
    });
  }

  async close(): Promise<void> {}

  /** Only ever called with what `requireDigest` accepts. */
  #pathOf(key: string): string {
    return join(this.#folder, key);
  }

  #temporaryPath(): string {
    return join(this.#folder, INCOMING, `.${randomBytes(9).toString('base64url')}`);
  }

  /** Objects of the wanted size count as there; a shorter one is what a power cut left and is written again. */
  async #isIntact({ key, sizeBytes }: StoredObject): Promise<boolean> {
    return (await unlessMissing(stat(this.#pathOf(key))))?.size === sizeBytes;
  }

  /** Writes a stream to a file of `incoming/`; whatever fails, the file is there whole or not at all. */
  async #receive(
    path: string,
    content: AsyncIterable<Uint8Array>,
    signal?: AbortSignal,
  ): Promise<{ sha256: string; sizeBytes: number }> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let sourceFailure: { readonly error: unknown } | null = null;
    async function* counted() {
      try {
        signal?.throwIfAborted();
        for await (const piece of content) {
          signal?.throwIfAborted();
          hash.update(piece);
          sizeBytes += piece.length;
          yield piece;
        }
      } catch (error) {
        sourceFailure = { error };
        throw error;
      }
    }
    try {
      await this.#write(path, counted());
    } catch (error) {
      // The sender's failure is the caller's to tell; the disk's is translated.
      if (sourceFailure !== null) throw error;
      throw translateFileError(error, this.#folder, purpose);
    }
    return { sha256: hash.digest('hex'), sizeBytes };
  }

  async #write(path: string, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const folder = dirname(path);
    // Apart, so that what a killed writer leaves is found and cleared away with the abandoned uploads.
    const temporary = this.#temporaryPath();
    await this.#ensureFolder(dirname(temporary));
    await this.#ensureFolder(folder);
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await writeFile(file, content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
    await syncFolder(folder);
  }

  /** Makes the folder and its parents durable, once per process. */
  async #ensureFolder(folder: string): Promise<void> {
    if (this.#knownFolders.has(folder)) return;
    const first = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (first !== undefined) {
      for (let at = dirname(folder); at.length >= dirname(first).length; at = dirname(at)) {
        await syncFolder(at);
        if (at === dirname(at)) break;
      }
    }
    this.#knownFolders.add(folder);
  }

  /** Keys in order, three levels of folders down; branches outside the prefix or before the cursor are not visited. */
  async *#keys(branch: string, depth: number, prefix: string, cursor: string): AsyncGenerator<string, void> {
    const names = (await unlessMissing(readdir(join(this.#folder, branch)))) ?? [];
    for (const name of names.sort()) {
      const path = branch === '' ? name : `${branch}/${name}`;
      if (depth === 3) {
        if (digestOfKey(path) !== null && path.startsWith(prefix) && path > cursor) yield path;
        continue;
      }
      const isFolder = depth === 0 ? name === 'sha256' : /^[0-9a-f]{2}$/.test(name);
      const holds = `${path}/`;
      const mayMatch = holds.startsWith(prefix) || prefix.startsWith(holds);
      const mayFollow = holds > cursor || cursor.startsWith(holds);
      if (isFolder && mayMatch && mayFollow) yield* this.#keys(path, depth + 1, prefix, cursor);
    }
  }

  async #reading<T>(key: string, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw this.#translate(key, error);
    }
  }

  async #translating<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // The folder may have been taken away under a running process.
      this.#knownFolders.clear();
      throw translateFileError(error, this.#folder, purpose);
    }
  }

  #translate(key: string, error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return objectNotFound(key, error);
    return translateFileError(error, this.#folder, purpose);
  }
}

/** Null where the file or folder does not exist. */
async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A new name is safe only once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
