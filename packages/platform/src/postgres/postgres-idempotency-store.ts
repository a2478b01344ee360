import type { Pool } from 'pg';
import { translateDatabaseError } from './translate-database-error.ts';
import { whileAway } from './while-away.ts';

/** What the first request with a key did. */
export interface IdempotentOutcome {
  readonly status: number;
  readonly location: string | null;
  readonly body: unknown;
}

export type IdempotencyClaim =
  | { readonly state: 'claimed'; readonly effectId: string }
  | { readonly state: 'done'; readonly outcome: IdempotentOutcome }
  | { readonly state: 'running' }
  | { readonly state: 'mismatch' };

interface KeyRow {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly location: string | null;
  readonly body: unknown;
}

/**
 * A fresh key is inserted; one that was given back, or whose request has left no outcome for so long that its process must be dead,
 * is taken over together with the name of its effect, which may exist already. Any key is forgotten after a day.
 */
const CLAIM = `
  insert into idempotency_key as known (username, key, fingerprint) values ($1, $2, $3)
  on conflict (username, key) do update
    set fingerprint = excluded.fingerprint, status = null, location = null, body = null, claimed_at = now(), is_free = false,
        effect_id = case
          when known.fingerprint = excluded.fingerprint and known.claimed_at > now() - interval '24 hours'
          then known.effect_id else gen_random_uuid() end
    where known.claimed_at < now() - interval '24 hours'
       or (known.status is null
           and (known.is_free or (known.fingerprint = excluded.fingerprint
                                  and known.claimed_at < now() - interval '20 seconds')))
  returning effect_id`;

const FORGET_EVERY_MS = 60 * 60 * 1000;

/** Idempotency keys in PostgreSQL: they hold in every process and over restarts. */
export class PostgresIdempotencyStore {
  readonly #pool: Pool;
  #forgetAt = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Claims a key, or tells what the first request with it did. @throws Unavailable `database-unavailable` */
  async claim(request: {
    readonly key: string;
    readonly username: string;
    readonly fingerprint: string;
  }): Promise<IdempotencyClaim> {
    const { username, key, fingerprint } = request;
    await this.#forgetOld();
    const [claimed] = await this.#query<{ effect_id: string }>(CLAIM, [username, key, fingerprint]);
    if (claimed !== undefined) return { state: 'claimed', effectId: claimed.effect_id };
    const [row] = await this.#query<KeyRow>(
      'select fingerprint, status, location, body from idempotency_key where username = $1 and key = $2',
      [username, key],
    );
    // Forgotten in between, so this one may try.
    if (row === undefined) return this.claim(request);
    if (row.fingerprint !== fingerprint) return { state: 'mismatch' };
    if (row.status === null) return { state: 'running' };
    return { state: 'done', outcome: { status: row.status, location: row.location, body: row.body } };
  }

  /** Remembers the outcome of a claimed key. */
  async complete(key: string, username: string, outcome: IdempotentOutcome): Promise<void> {
    await this.#repeatable(
      'update idempotency_key set status = $3, location = $4, body = $5 where username = $1 and key = $2',
      [username, key, outcome.status, outcome.location, JSON.stringify(outcome.body)],
    );
  }

  /** Gives a claimed key back after a failure. */
  async release(key: string, username: string): Promise<void> {
    await this.#repeatable(
      'update idempotency_key set is_free = true where username = $1 and key = $2 and status is null',
      [username, key],
    );
  }

  async #forgetOld(): Promise<void> {
    const now = performance.now();
    if (now < this.#forgetAt) return;
    this.#forgetAt = now + FORGET_EVERY_MS;
    await this.#query(`delete from idempotency_key where claimed_at < now() - interval '24 hours'`, []);
  }

  /** A statement that says the same when it is carried out twice: it outlives a restart of the database. */
  #repeatable(sql: string, values: readonly unknown[]): Promise<unknown> {
    return whileAway(() => this.#query(sql, values));
  }

  async #query<Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      return (await this.#pool.query<Row>(sql, [...values])).rows;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }
}
