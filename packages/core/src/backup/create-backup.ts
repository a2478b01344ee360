import { randomBytes } from 'node:crypto';
import { objectKeyOf } from '../objects/object-key.ts';
import type { DatabaseCopier, DatabaseSnapshot } from '../ports/backup.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { type BackupManifest, partNames } from './backup-manifest.ts';
import type { BackupStore, StoredBackupObject } from './backup-store.ts';
import { forEachAtOnce } from './for-each-at-once.ts';
import { pruneBackups } from './prune-backups.ts';
import { RowTally } from './row-tally.ts';

export interface CreateBackupOptions {
  readonly backups: BackupStore;
  readonly database: DatabaseCopier;
  readonly objects: ObjectStore;
  readonly sessionSecret: string | null;
  /** How many complete backups stay in the target, this one included; null: all. */
  readonly keep: number | null;
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
}

const objectsAtOnce = 4;

/** Makes a backup: the database as it was at one instant, and every object that its rows refer to.
 *
 * Most objects are copied before the snapshot is taken, so that little is left to copy after it; what rows of the snapshot refer
 * to was stored before the row was, so all of it can be copied afterwards. The manifest is written last.
 * @throws Conflict `backup-running`; Unavailable
 */
export async function createBackup(options: CreateBackupOptions): Promise<BackupManifest> {
  const { backups, database, keep, now } = options;
  return database.exclusively(async () => {
    const sizes = await backups.objectSizes();
    const copier = new ObjectCopier(options, sizes);
    await copier.copy(database.objectKeys());
    const manifest = await database.withSnapshot((snapshot) => store(options, snapshot, copier, sizes));
    if (keep !== null) await pruneBackups(backups, keep, now());
    return manifest;
  });
}

async function store(
  { backups, database, now, sessionSecret, signal }: CreateBackupOptions,
  snapshot: DatabaseSnapshot,
  copier: ObjectCopier,
  sizes: ReadonlyMap<string, number>,
): Promise<BackupManifest> {
  const { takenAt, postgresVersion, schema, sequences, auditHead } = snapshot;
  const id = `${takenAt.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;
  let storedBytes = 0;
  const tables: BackupManifest['tables'][number][] = [];
  for (const [index, table] of snapshot.tables.entries()) {
    signal?.throwIfAborted();
    const tally = new RowTally();
    storedBytes += await backups.putPart(partNames.table(id, index), tally.watch(snapshot.rowsOf(table)));
    tables.push({ ...table, rows: tally.rows, digest: tally.digest });
  }
  const { held, missing } = await copier.copy(snapshot.objectKeys());
  const onPurpose = await database.removedOnPurpose(missing);
  storedBytes += await backups.putPart(partNames.objectList(id), linesOf(held));
  for (const { sha256 } of held) storedBytes += sizes.get(backups.objectName(sha256)) ?? 0;
  const manifest: BackupManifest = {
    ...{ format: 1, id, takenAt: takenAt.toISOString(), finishedAt: now().toISOString() },
    ...{ postgresVersion, schema, sequences, auditHead, tables, storedBytes },
    objects: { count: held.length, sizeBytes: held.reduce((sum, one) => sum + one.sizeBytes, 0) },
    missingObjects: missing.filter((key) => !onPurpose.has(key)),
    secrets: { sessionSecret },
  };
  signal?.throwIfAborted();
  await backups.putPart(partNames.manifest(id), iterate([Buffer.from(JSON.stringify(manifest))]));
  return manifest;
}

/** Copies objects that the target lacks. */
class ObjectCopier {
  readonly #options: CreateBackupOptions;
  readonly #stored: Map<string, number>;
  /** Sizes of contents by digest, once known. */
  readonly #contents = new Map<string, number>();

  constructor(options: CreateBackupOptions, stored: Map<string, number>) {
    this.#options = options;
    this.#stored = stored;
  }

  /** @returns in order of keys: what the target holds now, and the keys of what is in neither */
  async copy(keys: AsyncIterable<string>): Promise<{ held: StoredBackupObject[]; missing: string[] }> {
    const held: StoredBackupObject[] = [];
    const missing: string[] = [];
    await forEachAtOnce(keys, objectsAtOnce, async (key) => {
      this.#options.signal?.throwIfAborted();
      const sha256 = key.slice(key.lastIndexOf('/') + 1);
      const sizeBytes = await this.#ensure(key, sha256);
      if (sizeBytes === null) missing.push(key);
      else held.push({ sha256, sizeBytes });
    });
    return { held: held.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)), missing: missing.sort() };
  }

  /** @returns the size of the content; null where it is neither here nor there */
  async #ensure(key: string, sha256: string): Promise<number | null> {
    const known = this.#contents.get(sha256);
    if (known !== undefined) return known;
    const { backups, objects } = this.#options;
    const name = backups.objectName(sha256);
    const found = await objects.head(key);
    let sizeBytes = found?.sizeBytes ?? null;
    if (!this.#stored.has(name)) {
      if (found === null) return null;
      this.#stored.set(name, await backups.putObject(sha256, objects.stream(objectKeyOf(sha256))));
    } else if (sizeBytes === null) {
      // Gone from the store, but an earlier backup has it.
      sizeBytes = 0;
      for await (const piece of backups.getObject(sha256)) sizeBytes += piece.length;
    }
    this.#contents.set(sha256, sizeBytes as number);
    return sizeBytes;
  }
}

async function* iterate<T>(items: readonly T[]): AsyncGenerator<T, void> {
  yield* items;
}

async function* linesOf(objects: readonly StoredBackupObject[]): AsyncGenerator<Uint8Array, void> {
  const linesAtOnce = 1_000;
  for (let at = 0; at < objects.length; at += linesAtOnce) {
    const lines = objects
      .slice(at, at + linesAtOnce)
      .map(({ sha256, sizeBytes }) => `${sha256} ${sizeBytes}\n`);
    yield Buffer.from(lines.join(''));
  }
}
