import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { InvalidInput } from '../errors.ts';

const pattern = /^mlmcsc-backup-key-1:([A-Za-z0-9_-]{43})$/;

/** The key of an installation's backups; whoever has it can read them, without it nobody can. */
export interface BackupKey {
  /** Tells keys apart without telling anything about them: 16 hexadecimal digits. */
  readonly id: string;
  /** A key for one purpose. @param salt - of one part */
  derive(purpose: string, salt: Uint8Array): Buffer;
}

/** The text of a new key, for a file that is kept apart from the backups. */
export function makeBackupKey(): string {
  return `mlmcsc-backup-key-1:${randomBytes(32).toString('base64url')}`;
}

/** @throws InvalidInput `backup-key-invalid` */
export function parseBackupKey(text: string): BackupKey {
  const encoded = pattern.exec(text.trim())?.[1];
  if (encoded === undefined) {
    throw new InvalidInput(
      'backup-key-invalid',
      'This is no key of backups; `mlmcsc backup-key <file>` makes one.',
    );
  }
  const secret = Buffer.from(encoded, 'base64url');
  const derive = (purpose: string, salt: Uint8Array) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `mlmcsc backup 1: ${purpose}`, 32));
  const id = createHash('sha256')
    .update(derive('key identifier', new Uint8Array(0)))
    .digest('hex');
  return { id: id.slice(0, 16), derive };
}
