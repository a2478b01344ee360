import type { AuditVerdict } from '../audit/verify-audit-trail.ts';
import { Unavailable } from '../errors.ts';
import type { DatabaseCopier } from '../ports/backup.ts';
import type { BackupManifest } from './backup-manifest.ts';
import type { BackupStore } from './backup-store.ts';
import { requireObjectsThere, restoreRows } from './restore-backup.ts';
import { RowTally } from './row-tally.ts';

export interface VerifyBackupOptions {
  readonly backups: BackupStore;
  readonly manifest: BackupManifest;
  /** An empty database of its own. */
  readonly scratch: DatabaseCopier;
  /** Walks the audit trail of the scratch database. */
  readonly auditTrail: () => Promise<AuditVerdict>;
  /** How many objects are read and compared with their digests; the others must only be there. Null: all. */
  readonly sampleSize: number | null;
  /** Chooses the sample: 0 to 1, evenly. */
  readonly random: () => number;
}

export interface BackupVerdict {
  readonly tables: number;
  readonly rows: number;
  readonly auditEntries: number;
  readonly objects: number;
  readonly objectsRead: number;
}

/** Restores a backup into a scratch database and compares: rows and their digests table by table, the audit trail link by link, the
 * objects that rows refer to with those that the backup holds, and the content of some of them with their digests.
 * @throws Unavailable `backup-damaged`; NotFound `backup-part-missing`
 */
export async function verifyBackup(options: VerifyBackupOptions): Promise<BackupVerdict> {
  const { backups, manifest, scratch } = options;
  await requireObjectsThere(backups, manifest);
  await restoreRows(backups, manifest, scratch);
  const held = new Set<string>();
  for await (const { sha256 } of backups.objectsOf(manifest.id)) held.add(sha256);
  const missing = new Set(manifest.missingObjects);
  await scratch.withSnapshot(async (snapshot) => {
    for (const table of manifest.tables) {
      const tally = new RowTally();
      for await (const _piece of tally.watch(snapshot.rowsOf(table)));
      if (tally.rows !== table.rows || tally.digest !== table.digest) {
        throw damaged(
          `${table.name} has ${tally.rows} rows after restoring, or others than the ${table.rows} that were stored`,
        );
      }
    }
    for await (const key of snapshot.objectKeys()) {
      if (!held.has(key.slice(key.lastIndexOf('/') + 1)) && !missing.has(key)) {
        throw damaged(`a row refers to the object ${key}, which the backup does not hold`);
      }
    }
  });
  const audit = await options.auditTrail();
  if (audit.broken !== null) {
    throw damaged(`the audit trail is broken at entry ${audit.broken.position}: ${audit.broken.reason}`);
  }
  if (audit.head?.hash !== manifest.auditHead?.hash) throw damaged('the audit trail ends elsewhere');
  const sample = pick([...held], options.sampleSize, options.random);
  for (const sha256 of sample) for await (const _piece of backups.getObject(sha256));
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    auditEntries: audit.entries,
    objects: held.size,
    objectsRead: sample.length,
  };
}

/** Some of them, none twice. */
function pick<T>(items: T[], size: number | null, random: () => number): readonly T[] {
  if (size === null || size >= items.length) return items;
  for (let at = 0; at < size; at += 1) {
    const other = at + Math.floor(random() * (items.length - at));
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items.slice(0, size);
}

const damaged = (what: string) =>
  new Unavailable('backup-damaged', `The backup does not restore to what was stored: ${what}.`, {
    retryable: false,
  });
