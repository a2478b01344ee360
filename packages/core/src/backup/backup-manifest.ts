import { Conflict } from '../errors.ts';
import type { AuditHead } from '../ports/audit.ts';
import type { BackedUpSequence, BackedUpTable, SchemaHistory } from '../ports/backup.ts';

/** What a backup holds; written last, so a backup without one is no backup. */
export interface BackupManifest {
  readonly format: 1;
  readonly id: string;
  /** The instant that the backup is of: everything that was committed before is in it. ISO 8601. */
  readonly takenAt: string;
  readonly finishedAt: string;
  readonly postgresVersion: string;
  readonly schema: SchemaHistory;
  readonly tables: readonly (BackedUpTable & {
    readonly rows: number;
    /** Of all rows, whatever their order; see `RowTally`. */
    readonly digest: string;
  })[];
  readonly sequences: readonly BackedUpSequence[];
  readonly auditHead: AuditHead | null;
  readonly objects: { readonly count: number; readonly sizeBytes: number };
  /** Keys of objects that rows refer to and that were neither in the store nor in an earlier backup. */
  readonly missingObjects: readonly string[];
  /** Everything of this backup as it is stored. */
  readonly storedBytes: number;
  /** Secrets that the data folder holds, so that a lost one can be made again. */
  readonly secrets: { readonly sessionSecret: string | null };
}

export const partNames = {
  manifest: (id: string) => `backups/${id}/manifest`,
  objectList: (id: string) => `backups/${id}/objects`,
  table: (id: string, index: number) => `backups/${id}/table-${String(index).padStart(4, '0')}`,
};

/** @throws Conflict `backup-newer` */
export function decodeManifest(text: string): BackupManifest {
  const manifest = JSON.parse(text) as BackupManifest;
  if (manifest.format !== 1) {
    throw new Conflict(
      'backup-newer',
      'The backup was made by a newer release of MLMCSC; restore it with that one.',
    );
  }
  return manifest;
}
