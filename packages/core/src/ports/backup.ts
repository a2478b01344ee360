import type { AuditHead } from './audit.ts';

/** Where backups lie: named blobs in a folder or a bucket. A blob is there whole or not at all. All may throw Unavailable. */
export interface BackupTarget {
  /** For people; without secrets. */
  readonly description: string;
  /** Stores the content durably, instead of what had the name. A stream that fails leaves nothing. @returns its size in bytes */
  put(name: string, content: AsyncIterable<Uint8Array>): Promise<number>;
  /** @throws NotFound `backup-part-missing` */
  get(name: string): AsyncIterable<Uint8Array>;
  /** In order of names. */
  list(prefix: string): AsyncIterable<{ readonly name: string; readonly sizeBytes: number }>;
  /** One that is not there is fine. */
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface BackedUpTable {
  /** With its schema, e.g. `public.images`. */
  readonly name: string;
  /** In the order of the values of a row. */
  readonly columns: readonly string[];
}

export interface BackedUpSequence {
  readonly name: string;
  /** As PostgreSQL writes it: may be larger than a number. */
  readonly value: string;
  readonly isCalled: boolean;
}

/** How the schema came about: restoring runs the same migrations. */
export interface SchemaHistory {
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  /** Version of the queue's own schema. */
  readonly queueVersion: number;
}

/** The database as it was at one instant, however long it is read. */
export interface DatabaseSnapshot {
  readonly takenAt: Date;
  readonly postgresVersion: string;
  readonly schema: SchemaHistory;
  readonly tables: readonly BackedUpTable[];
  readonly sequences: readonly BackedUpSequence[];
  readonly auditHead: AuditHead | null;
  /** One line of text a row; a line may come in pieces. */
  rowsOf(table: BackedUpTable): AsyncIterable<Uint8Array>;
  /** Keys of the objects that rows refer to, those taken away on purpose left out; in order, each once. */
  objectKeys(): AsyncIterable<string>;
}

export interface DatabaseCopier {
  /** Only one backup of a database runs at a time, whichever process makes it. @throws Conflict `backup-running` */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  withSnapshot<T>(work: (snapshot: DatabaseSnapshot) => Promise<T>): Promise<T>;
  /** Keys of objects that rows refer to now. */
  objectKeys(): AsyncIterable<string>;
  /** Of these, the keys of objects that were taken away on purpose by now. */
  removedOnPurpose(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Makes the schema and fills it, in one transaction, in an empty database.
   * @throws Conflict `restore-not-empty`, `backup-newer`
   */
  fill(content: {
    readonly schema: SchemaHistory;
    readonly tables: readonly BackedUpTable[];
    readonly sequences: readonly BackedUpSequence[];
    readonly rowsOf: (table: BackedUpTable) => AsyncIterable<Uint8Array>;
  }): Promise<void>;
  /** Brings a filled database to the schema of this release. */
  upgrade(): Promise<void>;
}

/** One run, as the database remembers it. */
export interface BackupRun {
  readonly kind: 'backup' | 'verification';
  readonly backupId: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Null: it succeeded. */
  readonly failure: { readonly code: string; readonly detail: string } | null;
  /** Of the whole backup as it is stored, objects that were there already included. */
  readonly sizeBytes: number | null;
}

/** What became of all runs of one kind. */
export interface BackupKindSummary {
  readonly lastSuccess: Date | null;
  readonly lastRun: Date | null;
  readonly failures: number;
  /** Of the last that succeeded. */
  readonly durationSeconds: number | null;
  readonly sizeBytes: number | null;
}

export interface BackupSummary {
  readonly backup: BackupKindSummary;
  readonly verification: BackupKindSummary;
}

export interface BackupRunRows {
  record(run: BackupRun): Promise<void>;
  summary(): Promise<BackupSummary>;
}
