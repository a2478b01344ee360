import type {
  AuditFinding,
  BackupPlan,
  BackupStanding,
  InstallationStanding,
  StoredKind,
} from '../ports/operations.ts';
import type { JobFigures } from '../ports/store.ts';
import type { ReasonCode } from './component-reasons.ts';

/** Parts of an installation, in the order in which people look at them. */
export const componentNames = [
  'database',
  'schema',
  'objects',
  'cache',
  'champion',
  'workers',
  'queue',
  'backups',
  'audit-trail',
  'disk',
] as const;
export type ComponentName = (typeof componentNames)[number];

/** `attention`: everything works, but somebody should look; `unused`: the installation does without it. */
export type ComponentState = 'ok' | 'attention' | 'failed' | 'unused';

export interface ComponentStanding {
  readonly name: ComponentName;
  readonly state: ComponentState;
  /** Null when there is nothing to say. */
  readonly reason: ReasonCode | null;
  /** How long the question took; null where nothing outside was asked. */
  readonly elapsedMs: number | null;
}

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Everything that an operator wants to see at a glance. */
export interface OperationsReport {
  readonly at: Date;
  /** The worst of the components. */
  readonly status: Exclude<ComponentState, 'unused'>;
  readonly components: readonly ComponentStanding[];
  readonly jobs: readonly JobFigures[];
  readonly workers: { readonly lanes: number; readonly lastSeenAt: Date | null };
  readonly storage: {
    readonly databaseBytes: number;
    /** Of the data folder; null where pictures do not lie in one. */
    readonly disk: DiskSpace | null;
    readonly objects: { readonly countedAt: Date; readonly kinds: readonly StoredKind[] } | null;
  };
  readonly backups: {
    /** Null where none are planned, or no worker has told. */
    readonly plan: BackupPlan | null;
    readonly backup: BackupStanding;
    readonly verification: BackupStanding;
  };
  readonly auditTrail: (AuditFinding & { readonly verifiedAt: Date }) | null;
  readonly versions: {
    readonly release: string;
    /** Newest migration of the database; null before the first. */
    readonly schema: string | null;
    /** Migrations that this release brings and the database lacks. */
    readonly pendingMigrations: number;
    readonly champion: string | null;
  };
}

/** What was found out about a part by asking it. */
export interface Probe {
  readonly reason: ReasonCode | null;
  readonly elapsedMs: number;
}

/** Everything that is judged. */
export interface Observations {
  readonly at: Date;
  readonly database: Probe;
  readonly objects: Probe;
  /** Null without a shared cache. */
  readonly cache: Probe | null;
  readonly hasChampion: boolean;
  readonly jobs: readonly JobFigures[];
  readonly standing: InstallationStanding;
  readonly pendingMigrations: number;
  readonly disk: DiskSpace | null;
}
