import { NotFound, Unavailable } from '../errors.ts';
import { objectKeyOf } from '../objects/object-key.ts';
import type { BackedUpTable, DatabaseCopier } from '../ports/backup.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { type BackupManifest, partNames } from './backup-manifest.ts';
import type { BackupStore } from './backup-store.ts';
import { forEachAtOnce } from './for-each-at-once.ts';
import { RowTally } from './row-tally.ts';

const objectsAtOnce = 4;

/** Proves that every object of the backup is in the target, before anything is written anywhere.
 * @throws NotFound `backup-part-missing`
 */
export async function requireObjectsThere(backups: BackupStore, manifest: BackupManifest): Promise<void> {
  const sizes = await backups.objectSizes();
  const lost: string[] = [];
  for await (const { sha256 } of backups.objectsOf(manifest.id)) {
    if (!sizes.has(backups.objectName(sha256))) lost.push(objectKeyOf(sha256));
  }
  if (lost.length > 0) {
    throw new NotFound(
      'backup-part-missing',
      `${lost.length} object(s) of the backup are not in ${backups.target.description} any more, e.g. ${lost[0]}.`,
      { context: { objects: lost.slice(0, 20) } },
    );
  }
}

/** Fills an empty database with the rows of a backup, to the schema it was made with, and proves that they are what was stored.
 * @throws Conflict `restore-not-empty`, `backup-newer`; Unavailable `backup-damaged`; NotFound `backup-part-missing`
 */
export async function restoreRows(
  backups: BackupStore,
  manifest: BackupManifest,
  database: DatabaseCopier,
): Promise<void> {
  const { schema, sequences, tables } = manifest;
  const rowsOf = async function* (table: BackedUpTable) {
    const index = tables.findIndex(({ name }) => name === table.name);
    const expected = tables[index] as (typeof tables)[number];
    const tally = new RowTally();
    yield* tally.watch(backups.getPart(partNames.table(manifest.id, index)));
    if (tally.rows !== expected.rows || tally.digest !== expected.digest) {
      throw new Unavailable('backup-damaged', `The rows of ${table.name} are not those that were stored.`, {
        retryable: false,
      });
    }
  };
  await database.fill({ schema, sequences, tables, rowsOf });
}

/** Stores the objects of a backup that the store lacks. @returns how many were written */
export async function restoreObjects(
  backups: BackupStore,
  manifest: BackupManifest,
  objects: ObjectStore,
  signal?: AbortSignal,
): Promise<number> {
  let written = 0;
  await forEachAtOnce(backups.objectsOf(manifest.id), objectsAtOnce, async ({ sha256, sizeBytes }) => {
    signal?.throwIfAborted();
    const found = await objects.head(objectKeyOf(sha256));
    if (found?.sizeBytes === sizeBytes) return;
    await objects.putStream(backups.getObject(sha256), signal);
    written += 1;
  });
  return written;
}
