import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError, NotFound, type ObjectStore, objectKeyOf, Unavailable } from '@mlmcsc/core';
import { translateFileError } from '../files/translate-file-error.ts';

const keyPattern = /^sha256\/([0-9a-f]{2})\/([0-9a-f]{2})\/(\1\2[0-9a-f]{60})$/;

/** Objects as files below one folder, named by their content. A file is complete from the moment it has its name, and what
 * is on the disk is checked against the name whenever it is read.
 */
export class FilesystemObjectStore implements ObjectStore {
  readonly #folder: string;
  readonly #knownFolders = new Set<string>();

  /** @param folder - made when missing, at the first write */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(bytes: Uint8Array): Promise<{ key: string; sha256: string; sizeBytes: number }> {
    const sha256 = digestOf(bytes);
    const key = objectKeyOf(sha256);
    const stored = { key, sha256, sizeBytes: bytes.length };
    try {
      if (await this.#isIntact(key, bytes.length)) return stored;
      await this.#write(key, bytes);
      return stored;
    } catch (error) {
      throw translateFileError(error, this.#folder, 'pictures');
    }
  }

  async get(key: string): Promise<Uint8Array> {
    const { path, sha256 } = this.#locate(key);
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw notFound(key, error);
      throw translateFileError(error, this.#folder, 'pictures');
    }
    if (digestOf(bytes) !== sha256) {
      throw new Unavailable(
        'object-damaged',
        'A stored file no longer has the content it was stored with; restore it from a backup.',
        { context: { key }, retryable: false },
      );
    }
    return bytes;
  }

  async has(key: string): Promise<boolean> {
    try {
      await access(this.#locate(key).path);
      return true;
    } catch (error) {
      if (error instanceof DomainError || (error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw translateFileError(error, this.#folder, 'pictures');
    }
  }

  async check(): Promise<void> {
    const path = join(this.#folder, `.check-${randomBytes(6).toString('hex')}`);
    try {
      await this.#ensureFolder(this.#folder);
      const file = await open(path, 'wx', 0o600);
      try {
        await file.writeFile('check');
        await file.sync();
      } finally {
        await file.close();
        await rm(path, { force: true });
      }
    } catch (error) {
      // The folder may have been taken away under a running process.
      this.#knownFolders.clear();
      throw translateFileError(error, this.#folder, 'pictures');
    }
  }

  /** A key is checked before it becomes a path: nothing outside the folder can be named. */
  #locate(key: string): { path: string; sha256: string } {
    const sha256 = keyPattern.exec(key)?.[3];
    if (sha256 === undefined) throw notFound(key);
    return { path: join(this.#folder, key), sha256 };
  }

  /** Objects of the wanted size count as there; a shorter one is what a power cut left and is written again. */
  async #isIntact(key: string, sizeBytes: number): Promise<boolean> {
    const file = await open(this.#locate(key).path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (file === null) return false;
    try {
      return (await file.stat()).size === sizeBytes;
    } finally {
      await file.close();
    }
  }

  async #write(key: string, bytes: Uint8Array): Promise<void> {
    const { path } = this.#locate(key);
    const folder = dirname(path);
    await this.#ensureFolder(folder);
    const temporary = join(folder, `.${randomBytes(9).toString('base64url')}`);
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      this.#knownFolders.clear();
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

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function notFound(key: string, cause?: unknown): NotFound {
  return new NotFound('object-not-found', 'The stored file does not exist.', { context: { key }, cause });
}
