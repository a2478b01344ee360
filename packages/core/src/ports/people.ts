import type { PageRequest, Slice } from './page.ts';

/** A record about a person, as it is stored; secrets are left out. */
export interface PersonRecord {
  /** `account`, `session`, `image`, `analysis`, `label`, `job`, `deployment` … */
  readonly kind: string;
  readonly record: Readonly<Record<string, unknown>>;
}

export interface Erasure {
  readonly pseudonym: string;
  /** Rows changed or deleted, by table. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface PersonRows {
  /** Whether anything is stored under this user name. */
  isKnown(username: string): Promise<boolean>;
  isLastAdministrator(username: string): Promise<boolean>;
  /** Everything stored under a user name except the audit trail, in pages of a fixed order. */
  records(username: string, page: PageRequest): Promise<Slice<PersonRecord>>;
  /** Puts the pseudonym in the name's place everywhere; account, sessions and keys are deleted. */
  erase(username: string): Promise<Erasure>;
}
