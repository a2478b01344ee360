import type { AuditAction } from '../audit/audit-actions.ts';
import type { PageRequest, Slice } from './page.ts';

/** Values that a detail may have; never a name, an address or anything else about a person. */
export type AuditDetail =
  | string
  | number
  | boolean
  | null
  | readonly AuditDetail[]
  | { readonly [key: string]: AuditDetail };

/** One thing that happened. Which request caused it, from which address and with which API key is added by the store. */
export interface NewAuditEntry {
  readonly action: AuditAction;
  /** A user name; `system` for what the product does by itself; null for somebody who is not signed in. */
  readonly actor: string | null;
  /** What it happened to. The id of a `user` is the user name; the trail keeps a pseudonym for it. */
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
  readonly details?: { readonly [key: string]: AuditDetail } | undefined;
  /** More about the actor as a person; erased with the person. */
  readonly personal?: Readonly<Record<string, string>> | undefined;
}

/** Part of the trail as people read it. Names and addresses are null once they are erased. */
export interface AuditRecord {
  readonly position: number;
  readonly at: Date;
  readonly action: string;
  readonly actorKind: 'user' | 'api-key' | 'system' | 'anonymous';
  /** Pseudonym of the person; stable, also after erasure. */
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly actorKey: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly requestId: string | null;
  readonly address: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** An entry as the chain holds it: the columns of the row, nothing interpreted. */
export interface SealedAuditEntry {
  readonly position: number;
  readonly at: Date;
  readonly action: string;
  readonly actorKind: string;
  readonly actor: string | null;
  readonly actorKey: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly requestId: string | null;
  /** JSON exactly as stored. */
  readonly detailsText: string;
  readonly actorDigest: string | null;
  readonly subjectDigest: string | null;
  readonly prevHash: string;
  readonly hash: string;
  /** Null when it never was, or is erased. */
  readonly actorPersonal: SealedPersonal | null;
  readonly subjectPersonal: SealedPersonal | null;
}

/** Personal data under a digest; `text` is JSON exactly as stored. */
export interface SealedPersonal {
  readonly nonce: string;
  readonly text: string;
}

export interface AuditFilter {
  readonly action?: string | undefined;
  /** A user name or a pseudonym. */
  readonly actor?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** The newest entry; keeping its hash elsewhere makes a cut-off or rewritten trail show. */
export interface AuditHead {
  readonly position: number;
  readonly hash: string;
}

/** Records what happened: in the transaction of `rows`, or by itself. */
export interface AuditTrail {
  /** The entry is sealed when the transaction commits; with it or not at all. */
  append(entry: NewAuditEntry): Promise<void>;
}

export interface AuditRows extends AuditTrail {
  /** Newest first. */
  list(filter: AuditFilter, page: PageRequest): Promise<Slice<AuditRecord>>;
  head(): Promise<AuditHead | null>;
  /** In order, after a position. */
  sealedAfter(position: number, limit: number): Promise<readonly SealedAuditEntry[]>;
}
