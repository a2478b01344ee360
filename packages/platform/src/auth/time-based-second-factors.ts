import { randomBytes } from 'node:crypto';
import {
  type ChangedBy,
  Conflict,
  NotAllowed,
  type SecondFactorOffer,
  type SecondFactors,
} from '@mlmcsc/core';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Pool, PoolClient } from 'pg';
import { renderSVG } from 'uqr';
import { randomRecoveryCode } from './credentials.ts';
import { inTransaction, onPool } from './in-transaction.ts';
import { assertCurrentPassword } from './password-hash.ts';
import type { RecordChange } from './record-change.ts';
import { hashSecret } from './secrets.ts';
import { findStep, otpauthUri, toBase32 } from './totp.ts';
import { endSessions, getUser, lockUser, passwordHashOf, touchUser } from './user-rows.ts';

const ISSUER = 'MLMCSC';
/** @source RFC 4226, section 4: 160 bits are recommended */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;

export interface SecondFactorOptions {
  readonly pool: Pool;
  /** Encrypts the secrets at rest: the one that signs the sessions. */
  readonly secret: string;
  /** Writes the audit trail. @default records nothing */
  readonly record?: RecordChange | undefined;
  /** Milliseconds since 1970. @default the system's clock */
  readonly now?: (() => number) | undefined;
}

/** Time-based codes, each of which works once, and recovery codes; in PostgreSQL. */
export class TimeBasedSecondFactors implements SecondFactors {
  readonly #pool: Pool;
  readonly #secret: string;
  readonly #record: RecordChange;
  readonly #now: () => number;

  constructor({ pool, secret, record = async () => {}, now = Date.now }: SecondFactorOptions) {
    this.#pool = pool;
    this.#secret = secret;
    this.#record = record;
    this.#now = now;
  }

  status(userId: string): Promise<{ isActive: boolean; recoveryCodesLeft: number }> {
    return onPool(this.#pool, async (pool) => {
      const { rows } = await pool.query<{ codes: number }>(
        `select (select count(*)::int from auth_recovery_code c where c.user_id = f.user_id) as codes
         from auth_second_factor f where f.user_id = $1 and f.confirmed_at is not null`,
        [userId],
      );
      return { isActive: rows.length === 1, recoveryCodesLeft: rows[0]?.codes ?? 0 };
    });
  }

  async begin(userId: string, password: string): Promise<SecondFactorOffer> {
    await this.#assertPassword(userId, password);
    const secret = randomBytes(SECRET_BYTES);
    const sealed = await symmetricEncrypt({ key: this.#secret, data: secret.toString('hex') });
    return inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, userId);
      if (user.hasSecondFactor) throw isActive();
      await client.query(
        `insert into auth_second_factor (user_id, secret) values ($1, $2)
         on conflict (user_id) do update set secret = excluded.secret, last_step = 0, created_at = now()`,
        [userId, sealed],
      );
      const uri = otpauthUri(secret, ISSUER, user.username);
      return { secret: toBase32(secret), otpauthUri: uri, qrSvg: renderSVG(uri, { border: 2 }) };
    });
  }

  async confirm(userId: string, code: string, sessionId: string): Promise<readonly string[]> {
    return inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, userId);
      if (user.hasSecondFactor) throw isActive();
      const { rows } = await client.query('select 1 from auth_second_factor where user_id = $1', [userId]);
      if (rows.length === 0) {
        throw new Conflict('second-factor-not-begun', 'Ask for a secret first, then confirm its first code.');
      }
      if (!(await this.#useTimeCode(client, userId, code))) throw wrongCode();
      await client.query('update auth_second_factor set confirmed_at = now() where user_id = $1', [userId]);
      // The others were opened with the password alone.
      await endSessions(client, userId, sessionId);
      await client.query(`update auth_session set method = 'password-and-code' where id = $1`, [sessionId]);
      await touchUser(client, userId);
      await this.#tell(client, 'two-factor.enabled', user.username, user.username);
      return replaceRecoveryCodes(client, userId);
    });
  }

  async renewRecoveryCodes(userId: string, password: string): Promise<readonly string[]> {
    await this.#assertPassword(userId, password);
    return inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, userId);
      if (!user.hasSecondFactor) throw isInactive();
      await this.#tell(client, 'two-factor.recovery-codes-renewed', user.username, user.username);
      return replaceRecoveryCodes(client, userId);
    });
  }

  async remove(userId: string, password: string): Promise<void> {
    await this.#assertPassword(userId, password);
    await inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, userId);
      if (!user.hasSecondFactor) throw isInactive();
      await client.query('delete from auth_second_factor where user_id = $1', [userId]);
      // Where a second factor is demanded, the user has to set one up again before anything else.
      await client.query(
        `update auth_session set method = 'password' where user_id = $1 and method = 'password-and-code'`,
        [userId],
      );
      await touchUser(client, userId);
      await this.#tell(client, 'two-factor.disabled', user.username, user.username);
    });
  }

  async reset(userId: string, by: ChangedBy): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      const user = await lockUser(client, userId);
      const { rowCount } = await client.query('delete from auth_second_factor where user_id = $1', [userId]);
      await endSessions(client, userId);
      if (rowCount === 1) await this.#tell(client, 'two-factor.disabled', by, user.username);
    });
  }

  async reauthenticate(
    userId: string,
    password: string,
    code: string | null,
  ): Promise<'password' | 'password-and-code'> {
    await this.#assertPassword(userId, password);
    if (!(await this.status(userId)).isActive) return 'password';
    if (code === null) throw new NotAllowed('second-factor-required', 'The code is needed, too.');
    await this.use(userId, code);
    return 'password-and-code';
  }

  /** Uses up a time-based or a recovery code at sign-in. @throws NotAllowed `second-factor-wrong` */
  async use(userId: string, code: string): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      if (await this.#useTimeCode(client, userId, code)) return;
      const { rowCount } = await client.query(
        'delete from auth_recovery_code where user_id = $1 and code_hash = $2',
        [userId, hashRecoveryCode(code)],
      );
      if (rowCount !== 1) throw wrongCode();
    });
  }

  async #useTimeCode(client: PoolClient, userId: string, code: string): Promise<boolean> {
    const digits = code.replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) return false;
    const { rows } = await client.query<{ secret: string }>(
      'select secret from auth_second_factor where user_id = $1',
      [userId],
    );
    if (rows[0] === undefined) return false;
    const secret = Buffer.from(await symmetricDecrypt({ key: this.#secret, data: rows[0].secret }), 'hex');
    const step = findStep(secret, digits, this.#now());
    if (step === null) return false;
    // Of two who use a code at the same time, one comes second.
    const { rowCount } = await client.query(
      'update auth_second_factor set last_step = $2 where user_id = $1 and last_step < $2',
      [userId, step],
    );
    return rowCount === 1;
  }

  async #assertPassword(userId: string, password: string): Promise<void> {
    const hash = await onPool(this.#pool, async (pool) => {
      await getUser(pool, userId);
      return passwordHashOf(pool, userId);
    });
    if (hash === null) {
      throw new Conflict(
        'no-password',
        'You sign in without a password here; the second factor belongs to your single sign-on.',
      );
    }
    await assertCurrentPassword(password, hash);
  }

  #tell(
    client: PoolClient,
    action: 'two-factor.enabled' | 'two-factor.disabled' | 'two-factor.recovery-codes-renewed',
    actor: ChangedBy,
    username: string,
  ): Promise<void> {
    return this.#record(client, { action, actor, subject: { kind: 'user', id: username } });
  }
}

async function replaceRecoveryCodes(client: PoolClient, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, randomRecoveryCode);
  await client.query('delete from auth_recovery_code where user_id = $1', [userId]);
  await client.query('insert into auth_recovery_code (user_id, code_hash) select $1, unnest($2::text[])', [
    userId,
    codes.map(hashRecoveryCode),
  ]);
  return codes;
}

/** Typed by people: case, spaces and hyphens do not matter. */
const hashRecoveryCode = (code: string) => hashSecret(code.toLowerCase().replaceAll(/[\s-]/g, ''));

const wrongCode = () =>
  new NotAllowed('second-factor-wrong', 'The code is wrong, too old or was used before.');
const isActive = () => new Conflict('second-factor-active', 'A second factor is in use; remove it first.');
const isInactive = () => new Conflict('second-factor-inactive', 'There is no second factor in use.');
