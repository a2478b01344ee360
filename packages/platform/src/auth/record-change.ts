import type { PoolClient } from 'pg';

/** One entry for the audit trail. */
export interface IdentityChange {
  readonly action:
    | 'user.created'
    | 'user.invited'
    | 'user.link-issued'
    | 'user.role-changed'
    | 'user.renamed'
    | 'user.password-set'
    | 'user.deactivated'
    | 'user.activated'
    | 'session.revoked'
    | 'two-factor.enabled'
    | 'two-factor.disabled'
    | 'two-factor.recovery-codes-renewed'
    | 'api-key.created'
    | 'api-key.revoked';
  /** A user name, or `system`. */
  readonly actor: string;
  readonly subject: { readonly kind: 'user' | 'api-key'; readonly id: string };
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Writes the entry in the transaction of the change itself. */
export type RecordChange = (client: PoolClient, change: IdentityChange) => Promise<void>;
