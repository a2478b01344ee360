import { createHmac } from 'node:crypto';

const STEP_SECONDS = 30;
/** Steps before and after the present one that are taken too: clocks differ, and typing takes time. */
const WINDOW = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The number of the time step an instant lies in. @param atMs - milliseconds since 1970 */
export const stepAt = (atMs: number): number => Math.floor(atMs / 1000 / STEP_SECONDS);

/** The code of a time step.
 * @source RFC 6238 (TOTP) over RFC 4226, section 5.3 (HOTP)
 */
export function totpCode(
  secret: Uint8Array,
  step: number,
  { digits = 6, algorithm = 'sha1' }: { readonly digits?: number; readonly algorithm?: string } = {},
): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(counter).digest();
  const offset = (mac.at(-1) as number) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The step near `now` that a code belongs to, or null. */
export function findStep(secret: Uint8Array, code: string, nowMs: number): number | null {
  const now = stepAt(nowMs);
  for (let step = now - WINDOW; step <= now + WINDOW; step += 1) {
    if (totpCode(secret, step) === code) return step;
  }
  return null;
}

/** @source RFC 4648, section 6, without padding */
export function toBase32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What authenticators read. @source Key URI format of Google Authenticator */
export function otpauthUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`;
}
