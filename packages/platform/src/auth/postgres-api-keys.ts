import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Role } from '@mlmcsc/contracts';
import {
  type ApiKeyRecord,
  type ApiKeyScope,
  type ApiKeys,
  type ChangedBy,
  Conflict,
  InvalidInput,
  NotFound,
} from '@mlmcsc/core';
import type { Pool } from 'pg';
import { inTransaction, onPool } from './in-transaction.ts';
import type { RecordChange } from './record-change.ts';
import { hashSecret } from './secrets.ts';
import { getUser, lockUser } from './user-rows.ts';

/** Begins every key, so that secret scanners find one that was published. */
export const API_KEY_PREFIX = 'mlmcsc_';
const RANDOM_BYTES = 30;
const SHOWN_CHARACTERS = API_KEY_PREFIX.length + 6;
const MOST_KEYS = 50;
const LONGEST_LIFE_MS = 366 * 24 * 60 * 60 * 1000;
const SHAPE = /^mlmcsc_([0-9a-zA-Z_-]{40})([0-9a-f]{8})$/;

/** Who holds a key and what it may do. */
export interface LiveApiKey {
  readonly id: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly expiresAt: Date;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly role: Role;
  };
}

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: ApiKeyScope[];
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
}
const COLUMNS = 'id, name, prefix, scopes, created_at, expires_at, last_used_at';

const toRecord = (row: KeyRow): ApiKeyRecord => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});

/** A live key of a user who may still sign in; notes its use, at most once a minute. */
const USE = `with used as (
    select k.id, k.scopes, k.expires_at, k.last_used_at, u.id as user_id, u.username, u.name, u.role
    from auth_api_key k join auth_user u on u.id = k.user_id
    where k.secret_hash = $1 and k.expires_at > now() and u.deactivated_at is null
  ), noted as (
    update auth_api_key k set last_used_at = now() from used
    where k.id = used.id and (used.last_used_at is null or used.last_used_at < now() - interval '1 minute')
  )
  select id, scopes, expires_at, user_id, username, name, role from used`;

/** `mlmcsc_`, 240 random bits, and a checksum by which a scanner knows a key from a text that only looks like one. */
function makeSecret(): string {
  const random = randomBytes(RANDOM_BYTES).toString('base64url');
  return `${API_KEY_PREFIX}${random}${checksum(random)}`;
}
const checksum = (random: string) => crc32(random).toString(16).padStart(8, '0');

/** Whether a text has the shape and the checksum of a key. */
export function isApiKey(text: string): boolean {
  const [, random, sum] = SHAPE.exec(text) ?? [];
  return random !== undefined && checksum(random) === sum;
}

/** API keys in PostgreSQL; only hashes are kept. */
export class PostgresApiKeys implements ApiKeys {
  readonly #pool: Pool;
  readonly #record: RecordChange;

  /** @param record - writes the audit trail @default records nothing */
  constructor(pool: Pool, record: RecordChange = async () => {}) {
    this.#pool = pool;
    this.#record = record;
  }

  /** Who holds this key, or null when it is unknown, expired or revoked. @throws Unavailable `database-unavailable` */
  async authenticate(secret: string): Promise<LiveApiKey | null> {
    if (!isApiKey(secret)) return null;
    const { rows } = await onPool(this.#pool, (pool) =>
      pool.query<{
        id: string;
        scopes: ApiKeyScope[];
        expires_at: Date;
        user_id: string;
        username: string;
        name: string;
        role: Role;
      }>(USE, [hashSecret(secret)]),
    );
    const row = rows[0];
    if (row === undefined) return null;
    const user = { id: row.user_id, username: row.username, displayName: row.name, role: row.role };
    return { id: row.id, scopes: row.scopes, expiresAt: row.expires_at, user };
  }

  async list(userId: string): Promise<readonly ApiKeyRecord[]> {
    return onPool(this.#pool, async (pool) => {
      await getUser(pool, userId);
      const { rows } = await pool.query<KeyRow>(
        `select ${COLUMNS} from auth_api_key where user_id = $1 order by created_at desc, id`,
        [userId],
      );
      return rows.map(toRecord);
    });
  }

  async create(
    userId: string,
    key: { readonly name: string; readonly scopes: readonly ApiKeyScope[]; readonly expiresAt: Date },
    by: ChangedBy,
  ): Promise<{ key: ApiKeyRecord; secret: string }> {
    const life = key.expiresAt.getTime() - Date.now();
    if (!(life > 0 && life <= LONGEST_LIFE_MS)) {
      throw new InvalidInput('key-expiry-invalid', 'A key ends in the future, within a year.');
    }
    const secret = makeSecret();
    return inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, userId);
      if (user.status === 'deactivated') {
        throw new Conflict('user-deactivated', `${user.username} is deactivated; reactivate the user first.`);
      }
      await client.query('delete from auth_api_key where user_id = $1 and expires_at <= now()', [userId]);
      const { rowCount } = await client.query('select 1 from auth_api_key where user_id = $1', [userId]);
      if ((rowCount ?? 0) >= MOST_KEYS) {
        throw new Conflict('too-many-keys', `A user has at most ${MOST_KEYS} keys; revoke one first.`);
      }
      const { rows } = await client.query<KeyRow>(
        `insert into auth_api_key (user_id, name, prefix, secret_hash, scopes, expires_at)
         values ($1, $2, $3, $4, $5, $6) returning ${COLUMNS}`,
        [
          userId,
          key.name,
          secret.slice(0, SHOWN_CHARACTERS),
          hashSecret(secret),
          [...new Set(key.scopes)],
          key.expiresAt,
        ],
      );
      const made = toRecord(rows[0] as KeyRow);
      await this.#record(client, {
        action: 'api-key.created',
        actor: by,
        subject: { kind: 'api-key', id: made.id },
        details: { scopes: made.scopes, expires_at: made.expiresAt.toISOString() },
      });
      return { key: made, secret };
    });
  }

  async revoke(userId: string, keyId: string, by: ChangedBy): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query('delete from auth_api_key where id = $1 and user_id = $2', [
        keyId,
        userId,
      ]);
      if (rowCount !== 1) throw new NotFound('key-not-found', 'There is no such key.');
      const subject = { kind: 'api-key', id: keyId } as const;
      await this.#record(client, { action: 'api-key.revoked', actor: by, subject });
    });
  }
}
