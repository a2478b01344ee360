import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BackupTarget, DomainError } from '@mlmcsc/core';
import { translateFileError } from '../../files/translate-file-error.ts';
import { partMissing, requireName } from './part-names.ts';

const purpose = 'the backups';

/** Backups as files below one folder, best on another disk or machine. A file has its name only once it is whole and on the disk. */
export class FolderBackupTarget implements BackupTarget {
  readonly description: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.description = folder;
  }

  async put(name: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    const path = this.#pathOf(name);
    const temporary = join(dirname(path), `.${randomBytes(9).toString('base64url')}`);
    let sizeBytes = 0;
    async function* counted() {
      for await (const piece of content) {
        sizeBytes += piece.length;
        yield piece;
      }
    }
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(temporary, 'wx', 0o600);
      try {
        await writeFile(file, counted());
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      const folder = await open(dirname(path), 'r');
      await folder.sync().finally(() => folder.close());
      return sizeBytes;
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw this.#translate(error);
    }
  }

  async *get(name: string): AsyncGenerator<Uint8Array, void> {
    try {
      yield* createReadStream(this.#pathOf(name), { highWaterMark: 256 * 1024 });
    } catch (error) {
      throw isMissing(error) ? partMissing(name, this.description, error) : this.#translate(error);
    }
  }

  async *list(prefix: string): AsyncGenerator<{ name: string; sizeBytes: number }, void> {
    yield* this.#walk(prefix.replace(/\/$/, ''));
  }

  async remove(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true }).catch((error: unknown) => {
      throw this.#translate(error);
    });
  }

  async close(): Promise<void> {}

  async *#walk(branch: string): AsyncGenerator<{ name: string; sizeBytes: number }, void> {
    const entries = await readdir(join(this.#folder, branch), { withFileTypes: true }).catch((error) => {
      if (isMissing(error)) return [];
      throw this.#translate(error);
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      // What begins with a dot was being written when its writer died.
      if (entry.name.startsWith('.')) continue;
      const name = `${branch}/${entry.name}`;
      if (entry.isDirectory()) yield* this.#walk(name);
      else yield { name, sizeBytes: (await stat(join(this.#folder, name))).size };
    }
  }

  #pathOf(name: string): string {
    return join(this.#folder, requireName(name));
  }

  #translate(error: unknown): unknown {
    if (error instanceof DomainError || (error as NodeJS.ErrnoException).syscall === undefined) return error;
    return translateFileError(error, this.#folder, purpose);
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
