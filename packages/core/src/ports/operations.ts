import type { BackupRun } from './backup.ts';

/** How workers keep backups; null where none are kept. */
export interface BackupPlan {
  readonly everySeconds: number;
  readonly provedEverySeconds: number;
}

/** What a walk along the whole audit trail found. */
export interface AuditFinding {
  readonly entries: number;
  /** Null: all is as it was written. */
  readonly brokenAt: number | null;
}

export interface StoredKind {
  /** Who refers to the objects, e.g. `picture`. */
  readonly kind: string;
  readonly objects: number;
  /** Null where rows do not know it. */
  readonly bytes: number | null;
}

/** What workers tell about the whole installation. */
export interface InstallationFacts {
  readonly 'audit-trail': AuditFinding;
  readonly 'stored-objects': { readonly kinds: readonly StoredKind[] };
  readonly 'backup-plan': { readonly plan: BackupPlan | null };
}

export type ToldFacts = {
  readonly [Name in keyof InstallationFacts]: (InstallationFacts[Name] & { readonly toldAt: Date }) | null;
};

/** Newest runs of one kind. */
export interface BackupStanding {
  readonly newest: BackupRun | null;
  readonly newestGood: BackupRun | null;
}

/** What the database knows about the installation as a whole. */
export interface InstallationStanding {
  readonly databaseBytes: number;
  /** Lanes of workers that were heard of within the last ten seconds. */
  readonly workerLanes: number;
  readonly workerLastSeenAt: Date | null;
  /** Names of the migrations that were applied, in order. */
  readonly migrations: readonly string[];
  readonly facts: ToldFacts;
  readonly backup: BackupStanding;
  readonly verification: BackupStanding;
}

export interface OperationRows {
  /** One statement, which reads few rows however many pictures there are. */
  standing(): Promise<InstallationStanding>;
  tell<Name extends keyof InstallationFacts>(
    name: Name,
    fact: InstallationFacts[Name],
    at: Date,
  ): Promise<void>;
  /** Counts what rows refer to; reads all of them, so workers do it now and then. */
  countStoredObjects(): Promise<readonly StoredKind[]>;
}
