import { createHash } from 'node:crypto';
import { type Duplex, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { NotFound, Unavailable } from '../errors.ts';
import { objectKeyOf } from '../objects/object-key.ts';
import type { BackupTarget } from '../ports/backup.ts';
import type { BackupKey } from './backup-key.ts';
import { type BackupManifest, decodeManifest, partNames } from './backup-manifest.ts';
import { openSealed, sealStream } from './seal-stream.ts';

const idPattern = /^backups\/(\d{8}T\d{9}Z-[0-9a-f]{8})\/(.+)$/;

/** One object of a backup. */
export interface StoredBackupObject {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The parts of backups in a target, encrypted and decrypted on the way. */
export class BackupStore {
  readonly target: BackupTarget;
  readonly #key: BackupKey;

  constructor(target: BackupTarget, key: BackupKey) {
    this.target = target;
    this.#key = key;
  }

  /** @returns the size as stored */
  putPart(name: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    return this.target.put(name, sealStream(this.#key, name, compressed(content)));
  }

  /** @throws NotFound `backup-part-missing`; Unprocessable `backup-wrong-key`; Unavailable `backup-damaged` */
  getPart(name: string): AsyncIterable<Uint8Array> {
    return decompressed(openSealed(this.#key, name, this.target.get(name)));
  }

  /** Objects are shared by all backups of a target, under names that tell nothing about their content. */
  objectName(sha256: string): string {
    const hidden = createHash('sha256')
      .update(this.#key.derive('object name', Buffer.from(sha256, 'hex')))
      .digest('hex');
    return `objects/${hidden.slice(0, 2)}/${hidden}`;
  }

  putObject(sha256: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    const name = this.objectName(sha256);
    return this.target.put(name, sealStream(this.#key, name, content));
  }

  /** Verified against its digest, at its end. @throws as `getPart` */
  async *getObject(sha256: string): AsyncGenerator<Uint8Array, void> {
    const name = this.objectName(sha256);
    const hash = createHash('sha256');
    for await (const piece of openSealed(this.#key, name, this.target.get(name))) {
      hash.update(piece);
      yield piece;
    }
    if (hash.digest('hex') !== sha256) {
      throw new Unavailable('backup-damaged', `The object ${objectKeyOf(sha256)} of the backup is damaged.`, {
        retryable: false,
      });
    }
  }

  /** Sizes of the objects of the target by their names there. */
  async objectSizes(): Promise<Map<string, number>> {
    const sizes = new Map<string, number>();
    for await (const { name, sizeBytes } of this.target.list('objects/')) sizes.set(name, sizeBytes);
    return sizes;
  }

  /** Identifiers of backups, oldest first; the complete ones have a manifest. */
  async backups(): Promise<readonly { readonly id: string; readonly isComplete: boolean }[]> {
    const found = new Map<string, boolean>();
    for await (const { name } of this.target.list('backups/')) {
      const [, id, part] = idPattern.exec(name) ?? [];
      if (id === undefined) continue;
      found.set(id, (found.get(id) ?? false) || part === 'manifest');
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, isComplete]) => ({ id, isComplete }));
  }

  /** @param wanted - null: the newest complete one. @throws NotFound `backup-not-found` */
  async manifest(wanted: string | null): Promise<BackupManifest> {
    const complete = (await this.backups()).filter(({ isComplete }) => isComplete);
    const id = wanted ?? complete.at(-1)?.id;
    if (id === undefined || !complete.some((one) => one.id === id)) {
      throw new NotFound(
        'backup-not-found',
        id === undefined
          ? `There is no complete backup in ${this.target.description}.`
          : `There is no complete backup ${id} in ${this.target.description}.`,
      );
    }
    return decodeManifest(await textOf(this.getPart(partNames.manifest(id))));
  }

  async *objectsOf(id: string): AsyncGenerator<StoredBackupObject, void> {
    for await (const line of linesOf(this.getPart(partNames.objectList(id)))) {
      const [sha256 = '', size] = line.split(' ');
      yield { sha256, sizeBytes: Number(size) };
    }
  }
}

async function* compressed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* through(content, createGzip({ level: 6 }));
}

async function* decompressed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* through(content, createGunzip());
}

async function* through(content: AsyncIterable<Uint8Array>, by: Duplex): AsyncGenerator<Uint8Array, void> {
  const source = Readable.from(content, { objectMode: false });
  source.on('error', (error) => by.destroy(error));
  source.pipe(by);
  try {
    yield* by as AsyncIterable<Uint8Array>;
  } finally {
    source.destroy();
    by.destroy();
  }
}

export async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const piece of content) {
    // Digests and numbers only: one byte a letter.
    const lines = (rest + Buffer.from(piece).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
