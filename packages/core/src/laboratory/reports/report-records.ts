/** A report of a series; never changed. */
export interface ReportRecord {
  readonly id: string;
  readonly seriesId: string;
  /** The same in all versions. */
  readonly number: number;
  readonly version: number;
  /** Canonical JSON. */
  readonly document: string;
  /** SHA-256 of the document. */
  readonly digest: string;
  /** The report that this one is meant to replace. */
  readonly supersedes: string | null;
  readonly supersedesReason: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Somebody answers for a report; never changed. */
export interface ReportSignatureRecord {
  readonly reportId: string;
  /** Pseudonym, the same before and after an erasure. */
  readonly signer: string;
  readonly signedBy: string;
  readonly signedAt: Date;
  /** How the signer showed once more who it is. */
  readonly method: 'password' | 'password-and-code';
  readonly statement: string;
  readonly digest: string;
  readonly verificationCode: string;
  readonly supersedes: string | null;
}

/** A draft that nobody is to sign; it stays, and so does its number. */
export interface ReportDiscardRecord {
  readonly reportId: string;
  readonly discardedBy: string;
  readonly discardedAt: Date;
  readonly reason: string;
}

/** The signed report that took the place of another one. */
export interface ReportSuccessor {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly signedAt: Date;
  readonly reason: string;
}

/** A report with what happened to it since. */
export interface ReportStanding {
  readonly report: Omit<ReportRecord, 'document'>;
  readonly signature: ReportSignatureRecord | null;
  readonly supersededBy: ReportSuccessor | null;
  readonly discard: ReportDiscardRecord | null;
  /** As it is called now. */
  readonly seriesName: string;
}

export type ReportState = 'draft' | 'signed' | 'superseded' | 'discarded';

/** @returns `superseded` when a newer version is signed */
export function reportStateOf({ signature, supersededBy, discard }: ReportStanding): ReportState {
  if (discard !== null) return 'discarded';
  if (signature === null) return 'draft';
  return supersededBy === null ? 'signed' : 'superseded';
}
